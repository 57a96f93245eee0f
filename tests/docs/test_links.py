"""Links of the pages lead to files, and their `#` to headings; the index leads to every page."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]*)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def prose(page):
    return BLOCK.sub("", page.read_text("utf-8"))


def anchors(page):
    """The addresses of the headings, as the common forges make them."""
    plain = (re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", h).replace("`", "") for h in HEADING.findall(prose(page)))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in plain}


def links(page):
    """The relative links of a page as (file, anchor)."""
    for target in LINK.findall(prose(page)):
        if "://" not in target:
            path, _, anchor = target.partition("#")
            yield (page.parent / path).resolve() if path else page, anchor


def test_every_link_leads_to_a_file_and_a_heading(page):
    for file, anchor in links(page):
        assert file.exists(), file
        if anchor and file.suffix == ".md":
            assert anchor in anchors(file), f"{file.name}#{anchor}"


def test_no_page_names_a_host_or_a_place_of_somebodys_machine(page):
    text = page.read_text("utf-8")
    hosts = {h for h in re.findall(r"\w+://([^/\s)`\"'|]+)", text) if not h.endswith(".example")}
    assert hosts <= {"json-schema.org", "keepachangelog.com", "semver.org"}
    assert not re.search(r"(?<![\w.])/(?:home|root|Users|tmp|opt|mnt|work)/", text)


def test_every_page_is_reached_from_the_readme(excerpts):
    found, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page not in found:
            found.add(page)
            waiting += [file for file, _ in links(page) if file.suffix == ".md" and file.exists()]
    assert set(excerpts.pages()) <= found
