"""A headless Chromium that is on the machine already, driven by Playwright: for the browser tests, figures and pictures."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW = (
    "no Chromium on this machine: `make browser` installs Debian's where it may; SAYSO_BROWSER=/path/to/chrome names "
    "another; SAYSO_NO_BROWSER=1 leaves the browser tests out (not in continuous integration)"
)
# The sandbox needs rights that containers do not have, and the only page opened is our own; the rest keeps it from
# calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--force-color-profile=srgb",
)


def find_chromium() -> str | None:
    """The program to start: the one that SAYSO_BROWSER names, or the first known name on the PATH; None without one."""
    named = os.environ.get("SAYSO_BROWSER")
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed at the end; raises SystemExit with a word on how to get one where there is none."""
    program = find_chromium()
    if program is None:
        raise SystemExit(HOW)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=Path(program), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
