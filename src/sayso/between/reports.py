"""Documents that are new, gone or changed."""

from sayso.between.correspondence import Correspondence
from sayso.between.indexed import Indexed
from sayso.model.diff import DocumentChange, DocumentMove, DocumentTold
from sayso.model.dossier_findings import Days


def document_changes(both: Correspondence) -> tuple[DocumentChange, ...]:
    """New ones by their day, then changed ones, then those that are gone."""
    found = [
        DocumentChange(change=DocumentMove.NEW, old=None, new=show(both.new, d))
        for d in both.new.documents
        if d not in both.documents.values()
    ]
    found += [
        DocumentChange(change=DocumentMove.GONE, old=show(both.old, d), new=None)
        for d in both.old.documents
        if d not in both.documents
    ]
    found += [_changed(both, o, n) for o, n in both.documents.items() if _differ(both, o, n)]
    order = (DocumentMove.NEW, DocumentMove.CHANGED, DocumentMove.GONE)
    return tuple(sorted(found, key=lambda c: (order.index(c.change), _rank(c))))


def show(index: Indexed, document: str) -> DocumentTold:
    """A document as a comparison shows it."""
    d = index.documents[document]
    return DocumentTold(
        id=d.id, publisher=d.publisher, title=d.title, where=d.url or d.path,
        published=Days(d.published.start, d.published.end), claims=len(index.claims_of[document]),
    )  # fmt: skip


def _differ(both: Correspondence, old: str, new: str) -> bool:
    """True where a reader would see another text, title, outlet or day."""
    a, b = both.old.documents[old], both.new.documents[new]
    return (a.text, a.title, a.publisher) != (b.text, b.title, b.publisher)


def _changed(both: Correspondence, old: str, new: str) -> DocumentChange:
    before = {c.id for c in both.old.claims_of[old]}
    after = {c.id for c in both.new.claims_of[new]}
    return DocumentChange(
        change=DocumentMove.CHANGED,
        old=show(both.old, old),
        new=show(both.new, new),
        kept=len(before & both.claims.keys() - both.revised),
        revised=both.revisions(old),
        added=both.new.told(after & both.added),
        withdrawn=both.old.told(before & both.lost),
    )


def _rank(change: DocumentChange) -> tuple[object, ...]:
    told = [d for d in (change.old, change.new) if d]
    return min(d.published.start or "9999" for d in told), min(d.publisher for d in told), sorted(d.id for d in told)
