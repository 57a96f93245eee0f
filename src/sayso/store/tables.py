"""The tables of a store. What a migration makes is what stands here: a test holds the two together."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()
VERSIONS = "sayso_version"  # where Alembic writes down which migration a store has seen
_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only where the type is INTEGER

ORIGINALS = Table(
    "originals", METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),  # compressed with zlib
    Column("size", _NUMBER, nullable=False),
)  # fmt: skip

CUSTODY = Table(
    "custody", METADATA,
    Column("number", _NUMBER, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("address", Text),
    Column("media_type", Text),
    Column("headers", Text, nullable=False),  # JSON: pairs of name and value
    Column("collected", Text),  # first, as the arrival tells it
    Column("collected_again", Text),  # last, where the same bytes came again
    Column("reader", Text, nullable=False),
    Column("added", Text, nullable=False),  # when the row was written, UTC
)  # fmt: skip

DOCUMENTS = Table(
    "documents", METADATA,
    Column("number", _NUMBER, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False, index=True),
    Column("custody", String(64), ForeignKey("custody.key"), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("publisher", Text, nullable=False, index=True),
    Column("published", Date, index=True),
    Column("published_until", Date),
    Column("language", Text),
    Column("title", Text),
    Column("address", Text),
    Column("path", Text),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),  # JSON of the document; its text stands in the column beside it
)  # fmt: skip

ADDRESSES = Table(
    "addresses", METADATA,
    Column("address", Text, primary_key=True),  # of a page, or the whole path of a file
    Column("document", String(32), ForeignKey("documents.id"), primary_key=True, index=True),
)  # fmt: skip

SKIPPED = Table(
    "skipped", METADATA,
    Column("key", String(64), primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("story", Text, nullable=False),  # empty where none was named
    Column("sha256", String(64), ForeignKey("originals.sha256")),
    Column("reason", Text, nullable=False),
    Column("remedy", Text, nullable=False),
)  # fmt: skip

ANNOTATIONS = Table(
    "annotations", METADATA,
    Column("key", String(64), primary_key=True),
    Column("document", String(32), ForeignKey("documents.id"), nullable=False, index=True),
    Column("team", Text, nullable=False),  # versions of annotators, model and package
    Column("record", LargeBinary, nullable=False),  # MessagePack, compressed with zlib
)  # fmt: skip

NAMES = Table(
    "names", METADATA,
    Column("name", Text, primary_key=True),
    Column("document", String(32), ForeignKey("documents.id"), primary_key=True, index=True),
)  # fmt: skip

STORIES = Table(
    "stories", METADATA,
    Column("story", Text, primary_key=True),
    Column("document", String(32), ForeignKey("documents.id"), primary_key=True, index=True),
    Column("name", Text, nullable=False),  # where the article was taken from for this story
)  # fmt: skip

VALIDATORS = Table(
    "validators", METADATA,
    Column("address", Text, primary_key=True),
    Column("fields", Text, nullable=False),  # JSON: ETag, Last-Modified
)  # fmt: skip

RECEIPTS = Table(
    "receipts", METADATA,
    Column("fingerprint", String(64), primary_key=True),
    Column("name", Text, nullable=False),
)  # fmt: skip

VECTORS = Table(
    "vectors", METADATA,
    Column("document", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("model", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # 32-bit floats, little-endian
)  # fmt: skip
