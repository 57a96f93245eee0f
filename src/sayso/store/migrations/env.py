"""What Alembic runs: the steps over the connection that `sayso.store.connect` hands in, within its transaction."""

from alembic import context

from sayso.store.tables import METADATA, VERSIONS

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, version_table=VERSIONS
)  # fmt: skip
context.run_migrations()
