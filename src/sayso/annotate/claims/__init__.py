"""Clause-level claims: one verbatim stretch for each clause, with polarity, modality, time and participants."""

from sayso.annotate.claims.clauses import Context, find_clauses

__all__ = ["Context", "find_clauses"]
