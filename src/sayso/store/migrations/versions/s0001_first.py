"""The first store: originals, custody, documents, what was made of them, and the full-text index of each database."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
INDEXES = (
    ("custody", "sha256"), ("custody", "name"), ("documents", "sha256"), ("documents", "custody"),
    ("documents", "publisher"), ("documents", "published"), ("addresses", "document"), ("skipped", "name"),
    ("annotations", "document"), ("names", "document"), ("stories", "document"),
)  # fmt: skip
FULL_TEXT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE fulltext USING fts5(title, text, content='documents', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')",
        "CREATE TRIGGER fulltext_new AFTER INSERT ON documents BEGIN "
        "INSERT INTO fulltext(rowid, title, text) VALUES (new.number, new.title, new.text); END",
        "CREATE TRIGGER fulltext_gone AFTER DELETE ON documents BEGIN "
        "INSERT INTO fulltext(fulltext, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
        "CREATE TRIGGER fulltext_changed AFTER UPDATE OF title, text ON documents BEGIN "
        "INSERT INTO fulltext(fulltext, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); "
        "INSERT INTO fulltext(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    ),
    # The English stemmer without stop words, as in SQLite. An entry of the index may hold a megabyte: longer texts are
    # found by their first 200,000 characters.
    "postgresql": (
        "CREATE TEXT SEARCH DICTIONARY sayso_stem (TEMPLATE = snowball, LANGUAGE = english)",
        "CREATE TEXT SEARCH CONFIGURATION sayso (COPY = english)",
        "ALTER TEXT SEARCH CONFIGURATION sayso ALTER MAPPING REPLACE english_stem WITH sayso_stem",
        "ALTER TABLE documents ADD COLUMN words tsvector GENERATED ALWAYS AS ("
        "setweight(to_tsvector('sayso', left(coalesce(title, ''), 2000)), 'A') || "
        "setweight(to_tsvector('sayso', left(text, 200000)), 'B')) STORED",
        "CREATE INDEX ix_documents_words ON documents USING gin (words)",
    ),
}


def upgrade() -> None:
    """Makes the tables, their indexes and the full-text index."""
    _evidence()
    _made_of_it()
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    for statement in FULL_TEXT[op.get_context().dialect.name]:
        op.execute(statement)


def _evidence() -> None:
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("size", NUMBER, nullable=False),
    )
    op.create_table(
        "custody",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        _refers("sha256", "originals.sha256", nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("address", "media_type")),
        sa.Column("headers", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("collected", "collected_again")),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        _refers("sha256", "originals.sha256", nullable=False),
        _refers("custody", "custody.key", nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("publisher", sa.Text, nullable=False),
        *(sa.Column(name, sa.Date) for name in ("published", "published_until")),
        *(sa.Column(name, sa.Text) for name in ("language", "title", "address", "path")),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )


def _made_of_it() -> None:
    op.create_table("addresses", sa.Column("address", sa.Text, primary_key=True), _document(primary_key=True))
    op.create_table(
        "skipped",
        sa.Column("key", sa.String(64), primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "story")),
        _refers("sha256", "originals.sha256"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reason", "remedy")),
    )
    op.create_table(
        "annotations",
        sa.Column("key", sa.String(64), primary_key=True),
        _document(nullable=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table("names", sa.Column("name", sa.Text, primary_key=True), _document(primary_key=True))
    op.create_table(
        "stories",
        sa.Column("story", sa.Text, primary_key=True),
        _document(primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "validators", sa.Column("address", sa.Text, primary_key=True), sa.Column("fields", sa.Text, nullable=False)
    )
    op.create_table(
        "receipts", sa.Column("fingerprint", sa.String(64), primary_key=True), sa.Column("name", sa.Text, nullable=False)
    )
    op.create_table(
        "vectors",
        _document(primary_key=True),
        sa.Column("model", sa.Text, primary_key=True),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )


def _refers(name: str, to: str, *, nullable: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.String(64), sa.ForeignKey(to), nullable=nullable)


def _document(*, primary_key: bool = False, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column("document", sa.String(32), sa.ForeignKey("documents.id"), primary_key=primary_key, nullable=nullable)
