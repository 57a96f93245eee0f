"""Takes the pictures of the report in docs/pictures: of the example corpus and of a made story of 60 documents.

    python -m benchmarks.pictures [FOLDER [--whole]]      (FOLDER: docs/pictures)

`NAME-{1280,390}-{light,dark}.png` show the first screens at a desk and on a phone, `NAME-print.png` the first pages as
printed. With --whole every picture shows the whole page, for a close look.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from benchmarks.chromium import chromium
from benchmarks.stories import examples, sixty
from sayso.export.as_html import to_html

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SCREENS = {1280: 1800, 390: 2200}  # CSS pixels: width of the window, height of the picture
SHEET = ViewportSize(
    width=718, height=2030
)  # what A4 leaves inside a margin of a centimetre, at 96 pixels an inch; two pages
LONGEST = 16_000  # pixels: Chromium draws no taller picture


def take(browser: Browser, page_file: Path, folder: Path, *, whole: bool) -> None:
    """All pictures of one report."""
    for width, height in SCREENS.items():
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport=ViewportSize(width=width, height=height), color_scheme=scheme)
            page.goto(page_file.as_uri())
            _save(page, folder / f"{page_file.stem}-{width}-{scheme}.png", whole=whole)
            page.close()
    page = browser.new_page(viewport=SHEET)
    page.goto(page_file.as_uri())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    _save(page, folder / f"{page_file.stem}-print.png", whole=whole)
    page.close()


def _save(page: Page, target: Path, *, whole: bool) -> None:
    """Few colours are enough for text and charts, and keep the files small."""
    tall = page.evaluate("document.documentElement.scrollHeight")
    if whole:
        page.set_viewport_size(ViewportSize(width=page.evaluate("innerWidth"), height=min(tall, LONGEST)))
    shot = Image.open(io.BytesIO(page.screenshot()))
    shot.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB; the page is {tall} pixels tall")


def main(folder: Path = FOLDER, *, whole: bool = False) -> None:
    """Renders both reports and takes their pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for name, dossier in (("examples", examples()), ("sixty", sixty())):
            file = folder / f"{name}.html"
            file.write_text(to_html(dossier), "utf-8")
            try:
                take(browser, file, folder, whole=whole)
            finally:
                file.unlink()


if __name__ == "__main__":
    rest = [argument for argument in sys.argv[1:] if argument != "--whole"]
    main(Path(rest[0]) if rest else FOLDER, whole="--whole" in sys.argv)
