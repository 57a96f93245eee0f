"""What is remembered beside the documents: validators of addresses, and receipts for sources that are in the store."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import select

from sayso.store.connect import Store
from sayso.store.tables import RECEIPTS, VALIDATORS
from sayso.store.upsert import insert_new


def validators(store: Store, address: str) -> Mapping[str, str]:
    """What an address said of the version of what was kept from it (`ETag`, `Last-Modified`); empty where nothing."""
    with store.reading() as connection:
        told = connection.execute(select(VALIDATORS.c.fields).where(VALIDATORS.c.address == address)).scalar()
    return msgspec.json.decode(told, type=dict[str, str]) if told else {}


def has_receipt(store: Store, fingerprint: str) -> bool:
    """True where all of a source is in the store: to be told before it is read."""
    with store.reading() as connection:
        where = select(RECEIPTS.c.name).where(RECEIPTS.c.fingerprint == fingerprint)
        return connection.execute(where).first() is not None


def give_receipt(store: Store, fingerprint: str, name: str) -> None:
    """Notes that all of a source is in the store."""
    with store.writing() as connection:
        insert_new(connection, RECEIPTS, {"fingerprint": fingerprint, "name": name})
