"""What is remembered beside the documents: validators of addresses, and receipts for sources that are in the store."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import select

from sayso.store.connect import Store
from sayso.store.tables import RECEIPTS, VALIDATORS
from sayso.store.upsert import insert_new, put


def validators(store: Store, address: str) -> Mapping[str, str]:
    """What to ask an address with, so that it answers only what is new: names and values of headers; empty if unknown."""
    with store.reading() as connection:
        told = connection.execute(select(VALIDATORS.c.fields).where(VALIDATORS.c.address == address)).scalar()
    return msgspec.json.decode(told, type=dict[str, str]) if told else {}


def remember_validators(store: Store, address: str, fields: Mapping[str, str]) -> None:
    """Remembers the validators of the last answer of an address."""
    row = {"address": address, "fields": msgspec.json.encode(dict(sorted(fields.items()))).decode()}
    with store.writing() as connection:
        put(connection, VALIDATORS, row, ["address"])


def has_receipt(store: Store, fingerprint: str) -> bool:
    """True where all of a source is in the store: to be told before it is read."""
    with store.reading() as connection:
        where = select(RECEIPTS.c.name).where(RECEIPTS.c.fingerprint == fingerprint)
        return connection.execute(where).first() is not None


def give_receipt(store: Store, fingerprint: str, name: str) -> None:
    """Notes that all of a source is in the store."""
    with store.writing() as connection:
        insert_new(connection, RECEIPTS, {"fingerprint": fingerprint, "name": name})
