"""How fast the report of 60 documents opens in a headless Chromium, and what it weighs beside its texts.

    python -m benchmarks.bench_page [ROUNDS]      (ROUNDS: 7)

Prints, for a fresh window each time, the milliseconds from the start of navigation to the load event and to the first
contentful paint, and by the clock on the wall until the driver gets an answer about the page; then the bytes. Ends with an
error where a median of the first two, or the weight, is above its floor.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.chromium import chromium
from benchmarks.stories import examples, sixty
from sayso.export.as_html import to_html
from sayso.model.dossier import Dossier

SLOWEST = 1000  # milliseconds
HEAVIEST = 3_000_000  # bytes beside the texts
TIMES = """() => new Promise(done => new PerformanceObserver(seen => {
  const painted = seen.getEntriesByName('first-contentful-paint')[0];
  if (painted) done([performance.getEntriesByType('navigation')[0].loadEventEnd, painted.startTime]);
}).observe({ type: 'paint', buffered: true }))"""


def opened(browser: Browser, address: str) -> tuple[float, float, float]:
    """Milliseconds to the load event, to the first contentful paint, and on the wall, in a fresh window."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    began = time.perf_counter()
    page.goto(address, wait_until="load")
    page.get_by_role("heading", level=1).is_visible()
    wall = 1000 * (time.perf_counter() - began)
    loaded, painted = page.evaluate(TIMES)
    page.close()
    return loaded, painted, wall


def measure(browser: Browser, name: str, dossier: Dossier, rounds: int) -> bool:
    """Prints the figures of one report; whether it keeps to the floors."""
    page = to_html(dossier).encode()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.html")
        file.write_bytes(page)
        loaded, painted, wall = zip(*(opened(browser, file.as_uri()) for _ in range(rounds)), strict=True)
    for what, figures in (("load event", loaded), ("first contentful paint", painted), ("on the wall", wall)):
        print(f"{name}: {what} {statistics.median(figures):.0f} ms (median of {rounds}; slowest {max(figures):.0f})")
    texts = sum(len(d.text.encode()) for d in dossier.documents)
    print(f"{name}: {len(page):,} bytes, of which {texts:,} are texts: {len(page) - texts:,} beside them")
    return max(statistics.median(f) for f in (loaded, painted)) < SLOWEST and len(page) - texts < HEAVIEST


def main(rounds: int = 7) -> None:
    """Measures both stories."""
    with chromium() as browser:
        kept = [measure(browser, name, story(), rounds) for name, story in (("examples", examples), ("sixty", sixty))]
    if not all(kept):
        sys.exit(f"a report takes more than {SLOWEST} ms to open or weighs more than {HEAVIEST:,} bytes beside its texts")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
