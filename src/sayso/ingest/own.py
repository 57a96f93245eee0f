"""The project's own readers, in the order in which they are asked; the entry points of the package list the same."""

from sayso.ingest.formats.feed import Feed
from sayso.ingest.formats.json_feed import JsonFeed
from sayso.ingest.formats.mail import Mail
from sayso.ingest.formats.newsml import NewsML
from sayso.ingest.formats.ninjs import Ninjs
from sayso.ingest.formats.packed import Gzip, Zip
from sayso.ingest.formats.page import Page
from sayso.ingest.formats.pdf import Pdf
from sayso.ingest.formats.records import Json, JsonLines
from sayso.ingest.formats.sitemap import Sitemap
from sayso.ingest.formats.text import Markdown, Plain
from sayso.ingest.formats.wacz import Wacz
from sayso.ingest.formats.warc import Warc

# What is sure of its bytes comes before what goes by names: a package before an archive, a feed before any JSON.
READERS = (
    Plain, Markdown, Page, Pdf, Mail, JsonLines, JsonFeed, Ninjs, Json, Feed, Sitemap, NewsML, Warc, Wacz, Zip, Gzip,
)  # fmt: skip
