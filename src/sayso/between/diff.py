"""What changed from one dossier of a story to another."""

from sayso.between.correspondence import Correspondence
from sayso.between.discrepancies import discrepancy_changes
from sayso.between.figures import figure_changes
from sayso.between.findings import finding_changes
from sayso.between.indexed import Indexed
from sayso.between.outlook import outlook_changes
from sayso.between.reports import document_changes
from sayso.model.diff import Caution, DossierDiff, DossierHead, Renamed
from sayso.model.dossier import Dossier


def diff(old: Dossier, new: Dossier) -> DossierDiff:
    """The changes from `old` to `new`, two dossiers of one story.

    Documents are the same by their bytes, else by their address, else by outlet and title or nearly the same text; claims
    by their words within one document; findings, discrepancies and what is to come by the claims that they share. A text
    that both hold brings nothing new, however it was read: what one dossier alone reads in it is counted as `reread`.
    """
    both = Correspondence.of(old, new)
    gained, lost = both.moved((d.publisher for d in old.documents), (d.publisher for d in new.documents))
    return DossierDiff(
        old=_head(both.old, len(both.old.claims.keys() - both.claims.keys() - both.lost)),
        new=_head(both.new, len(both.new.claims.keys() - both.matched - both.added)),
        cautions=_cautions(both),
        figures=figure_changes(both),
        discrepancies=discrepancy_changes(both),
        findings=finding_changes(both),
        outlook=outlook_changes(both),
        documents=document_changes(both),
        gained=gained,
        lost=lost,
        renamed=tuple(Renamed(old=o, new=n) for o, n in sorted(both.renamed.items(), key=sorted)),
    )


def _head(index: Indexed, reread: int) -> DossierHead:
    dossier = index.dossier
    return DossierHead(
        story=dossier.story.id, title=dossier.story.title, as_of=dossier.story.as_of, documents=len(dossier.documents),
        claims=len(dossier.claims), outlets=tuple(sorted({d.publisher for d in dossier.documents})), reread=reread,
    )  # fmt: skip


def _cautions(both: Correspondence) -> tuple[Caution, ...]:
    old, new = both.old.dossier, both.new.dossier
    found = []
    if not both.documents and old.documents and new.documents:
        found.append(Caution.NOTHING_SHARED)
    if _made_with(old) != _made_with(new):
        found.append(Caution.OTHER_VERSION)
    if old.story.as_of and new.story.as_of and old.story.as_of > new.story.as_of:
        found.append(Caution.BACKWARDS)
    return tuple(found)


def _made_with(dossier: Dossier) -> object:
    """What may make the same text be read otherwise; the day of looking and the title do not."""
    settings = {k: v for k, v in dossier.run.settings.items() if k not in {"as_of", "title"}}
    return dossier.run.versions, settings, [m.sha256 for m in dossier.run.models]
