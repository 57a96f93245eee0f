"""The address (`#…`) at which each thing of a dossier stands on the page: one function a kind, made from its id."""

import re


def slug(identifier: str) -> str:
    """An id as it may stand in an HTML id and in the fragment of an address."""
    return re.sub(r"[^A-Za-z0-9_-]", lambda m: f".{ord(m[0]):x}.", identifier)


def finding(identifier: str) -> str:
    """Where a finding stands."""
    return f"finding-{slug(identifier)}"


def discrepancy(identifier: str) -> str:
    """Where a discrepancy stands."""
    return f"discrepancy-{slug(identifier)}"


def claim(identifier: str) -> str:
    """Where a claim begins in the text of its document."""
    return f"claim-{slug(identifier)}"


def document(identifier: str) -> str:
    """Where a document stands."""
    return f"document-{slug(identifier)}"


def entity(identifier: str) -> str:
    """Where an entity stands."""
    return f"entity-{slug(identifier)}"


def source(identifier: str) -> str:
    """Where a source stands."""
    return f"source-{slug(identifier)}"


def event(claims: tuple[str, ...]) -> str:
    """Where an entry of the timeline stands, by its first claim."""
    return f"event-{slug(claims[0])}"


def series(claim_of_first_point: str) -> str:
    """Where a series of figures stands, by the claim of its first point."""
    return f"series-{slug(claim_of_first_point)}"


def outlook(claims: tuple[str, ...]) -> str:
    """Where something still to come stands, by its first claim."""
    return f"outlook-{slug(claims[0])}"
