"""`sayso schema`: the contract of the dossier."""

from sayso.cli import output, status


def schema() -> int:
    """Print the JSON Schema that every dossier in JSON follows."""
    from sayso.export.as_json import schema_text  # noqa: PLC0415 - keeps the start quick

    output.write(schema_text().encode(), None)
    return status.DONE
