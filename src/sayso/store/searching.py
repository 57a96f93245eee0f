"""Documents that answer a query, best first."""

from sqlalchemy import select

from sayso.store.asking import COLUMNS, documents_of, narrowed, with_stories
from sayso.store.connect import Store
from sayso.store.fulltext import clauses, relevance
from sayso.store.passages import passage
from sayso.store.records import Hit, Selection
from sayso.store.tables import DOCUMENTS

MOST = 20


def search(store: Store, selection: Selection, most: int = MOST) -> tuple[Hit, ...]:
    """At most so many documents of the selection by how well they answer its query, which must be there.

    Raises ConfigurationError where the query asks for no word.
    """
    query = selection.query or ""
    words = [word for clause in clauses(query) for term in clause if not term.banned for word in term.words]
    with store.reading() as connection:
        score = relevance(query, connection).label("score")
        found = narrowed(select(*COLUMNS, score), selection, connection)
        best = found.order_by(score.desc(), DOCUMENTS.c.id).limit(most)
        rows = connection.execute(best).mappings().all()
        items = with_stories(connection, rows)
    texts = {d.id: d for d in documents_of(store, [item.id for item in items])}
    return tuple(
        Hit(item, float(f"{row['score']:.4g}"), passage(texts[item.id], words))
        for item, row in zip(items, rows, strict=True)
    )
