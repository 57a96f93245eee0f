"""The lines of every page of a PDF, and what the file says of itself."""

import logging
import re
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.source import skip

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it warns of is told by what is skipped
# pypdf's documentation: broken files may raise other errors than its own.
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError, OSError,
           NotImplementedError, ArithmeticError, EOFError, UnboundLocalError, LookupError)  # fmt: skip
_PASSWORD = "give a copy without a password"
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|qxd|odt|pages|tex)$|^(?:microsoft word|untitled)", re.IGNORECASE)


def pages_of(data: bytes, limits: Limits) -> tuple[list[list[str]], Meta]:
    """The lines of every page, and what the file says of itself; raises SkipDocument where it is locked or broken."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise skip("the PDF is locked with a password", _PASSWORD)
        pages = []
        size = 0
        for page in reader.pages[: limits.members]:
            text = page.extract_text()
            size += len(text)
            if size > limits.item:
                raise skip(f"its text is larger than {limits.item // 1_000_000} MB", "divide it")
            pages.append([line for line in text.split("\n") if line.strip()])
        return pages, _meta(reader)
    except (DependencyError, FileNotDecryptedError) as error:
        raise skip("the PDF is encrypted", _PASSWORD) from error
    except _BROKEN as error:
        raise skip(
            f"the PDF is broken: {str(error)[:100] or type(error).__name__}", "get it again, or print it anew"
        ) from error


def _meta(reader: PdfReader) -> Meta:
    """Title, author and language; a PDF says when the file was made, not when the article appeared."""
    info: Mapping[str, object] = reader.metadata or {}
    title = str(info.get("/Title") or "").strip()
    root = reader.root_object
    language = root.get("/Lang") if hasattr(root, "get") else None
    return meta_from(
        {
            "title": None if _FILE_NAME.search(title) else title,
            "authors": str(info.get("/Author") or ""),
            "language": str(language) if language else None,
        },
        "PDF",
    )
