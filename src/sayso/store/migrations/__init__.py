"""How a store of one version becomes one of the next; `python -m alembic` is not needed, opening a store runs them."""
