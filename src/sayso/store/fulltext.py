"""Full text: one language of queries for both databases.

Words must all be there, in any order and most inflections; "words in quotation marks" stand together; -word must not be
there; `or` between two parts asks for either, and binds less than the words beside it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, bindparam, column, func, literal_column, table
from sqlalchemy.sql.elements import ColumnElement

from sayso.errors import ConfigurationError
from sayso.store.failures import STAGE
from sayso.store.tables import DOCUMENTS

_PART = re.compile(r'(-?)"([^"]*)"?|(-?)([^\s"]+)')
_WORD = re.compile(r"\w+")
_FULLTEXT = table("fulltext", column("rowid"))
_HOW = 'write words, "a phrase", -unwanted, or two of these with or between them'


class Term(Struct, frozen=True):
    """Words that stand together, to be there or, `banned`, not to be."""

    words: tuple[str, ...]
    banned: bool = False

    def __str__(self) -> str:
        """The words as one phrase, in quotation marks that no word can close."""
        return f'"{" ".join(self.words)}"'


def clauses(query: str) -> tuple[tuple[Term, ...], ...]:
    """The parts of a query between its `or`s; raises ConfigurationError where one of them asks for no word."""
    found: list[list[Term]] = [[]]
    for term in _terms(query):
        if term is None:
            found.append([])
        else:
            found[-1].append(term)
    if any(all(term.banned for term in clause) for clause in found):
        raise ConfigurationError(STAGE, f"the query {query!r} asks for no word", _HOW)
    return tuple(map(tuple, found))


def _terms(query: str) -> Iterator[Term | None]:
    """The terms, None for an `or`."""
    for banned, phrase, dash, plain in _PART.findall(query):
        if plain.lower() == "or" and not dash:
            yield None
        elif words := _WORD.findall(phrase or plain):
            yield Term(tuple(words), bool(banned or dash))


def matching(question: "Select[Any]", query: str, connection: Connection) -> "Select[Any]":
    """The question, put to those documents only that answer the query."""
    parts = clauses(query)
    if connection.dialect.name == "postgresql":
        return question.where(literal_column("documents.words").op("@@")(_tsquery(parts)))
    joined = question.join(_FULLTEXT, _FULLTEXT.c.rowid == DOCUMENTS.c.number)
    return joined.where(literal_column("fulltext").op("MATCH")(bindparam("sayso_query", _match(parts), unique=True)))


def relevance(query: str, connection: Connection) -> "ColumnElement[float]":
    """How well a document answers the query, higher is better; a word of the title counts four times."""
    if connection.dialect.name == "postgresql":
        weights: ColumnElement[Any] = literal_column("'{0, 0, 0.25, 1}'::real[]")
        return func.ts_rank_cd(weights, literal_column("documents.words"), _tsquery(clauses(query)), 1)
    return literal_column("-bm25(fulltext, 4.0, 1.0)")


def _tsquery(parts: Sequence[Sequence[Term]]) -> "ColumnElement[Any]":
    plain = " or ".join(" ".join(("-" if t.banned else "") + str(t) for t in clause) for clause in parts)
    return func.websearch_to_tsquery(literal_column("'sayso'::regconfig"), plain)


def _match(parts: Sequence[Sequence[Term]]) -> str:
    """The query in the language of FTS5."""
    return " OR ".join(f"({_clause(clause)})" for clause in parts)


def _clause(clause: Sequence[Term]) -> str:
    wanted = " AND ".join(str(t) for t in clause if not t.banned)
    return "".join([f"({wanted})", *(f" NOT {t}" for t in clause if t.banned)])
