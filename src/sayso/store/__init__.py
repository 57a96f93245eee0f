"""What arrived, kept as evidence, with what was read in it: SQLite by default, PostgreSQL for teams.

Every function takes a `Store`, which `open_store` gives. Every write may be repeated and is whole or not at all.
"""
