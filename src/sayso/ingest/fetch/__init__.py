"""Addresses of the web → bytes, politely and safely. `addresses.check` tells whether a host may be asked at all."""

from sayso.ingest.fetch.fetcher import Fetcher
from sayso.ingest.fetch.records import Fetched, Redirect
from sayso.ingest.fetch.refusals import Refused, Why
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.world import World

__all__ = ["FetchSettings", "Fetched", "Fetcher", "Redirect", "Refused", "Why", "World"]
