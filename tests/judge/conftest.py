"""Invented stories, read the whole way from files to verdicts."""

import pytest
from msgspec import Struct

from sayso.align import align
from sayso.annotate.parse import load_model
from sayso.ingest import read
from sayso.judge.discrepancies import discrepancies
from sayso.judge.findings import dispute, find
from sayso.judge.origins import Origins
from sayso.judge.scene import Scene
from sayso.judge.series import series
from sayso.judge.sources import sources
from sayso.model.dossier_findings import Discrepancy, DossierSource, Finding, Series
from sayso.pipeline.reading import read_story
from sayso.pipeline.stopwatch import Stopwatch


class Judged(Struct):
    """What was made of a story."""

    scene: Scene
    origins: Origins
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]
    series: tuple[Series, ...]
    sources: tuple[DossierSource, ...]

    def of(self, kind, verdict=None):
        """The discrepancies of a kind (and verdict), by their words."""
        return [d for d in self.discrepancies if d.kind.value == kind and verdict in {None, d.verdict.value}]

    def values(self, discrepancy):
        """The words of the sides."""
        return {side.value for side in discrepancy.sides}

    def publishers(self, side):
        """The outlets that hold a side."""
        return {self.scene.claims[c].publisher for c in side.claims}

    def finding(self, words):
        """The one finding with a claim that holds `words`, among those that most outlets tell."""
        held = [f for f in self.findings if any(words in self.scene.claims[c].text for c in f.claims)]
        assert held, f"no claim says {words!r}"
        return max(held, key=lambda f: len(f.outlets))

    def origin(self, words, publisher=None):
        """The origin that a claim with `words` is counted under."""
        for finding in self.findings:
            for origin in finding.origins:
                told = [self.scene.claims[c] for c in origin.claims]
                if any(words in c.text and publisher in {None, c.publisher} for c in told):
                    return origin
        raise AssertionError(f"no claim says {words!r}")


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def read_texts(nlp, tmp_path_factory):
    """{"Publisher 2031-03-08": text} (or without a date) as a story read; documents in any `order` of their names."""

    def reading(texts, order=None):
        folder = tmp_path_factory.mktemp("texts")
        for n, (name, text) in enumerate(texts.items()):
            publisher, _, day = name.rpartition(" ") if name[-1].isdigit() else (name, "", "")
            head = f"publisher: {publisher}\n" + (f"date: {day}\n" if day else "")
            (folder / f"{n}.txt").write_text(f"---\n{head}---\n{text}\n", "utf-8")
        found = read([folder])
        assert not found.skipped
        documents = found.documents if order is None else [found.documents[n] for n in order]
        return read_story(documents, nlp, Stopwatch())

    return reading


@pytest.fixture(scope="session")
def judge_story():
    """A story read, judged."""

    def judging(story):
        scene = Scene(story, align(story.claims))
        origins = Origins(scene)
        found = find(scene, origins)
        differing = discrepancies(scene, found)
        findings = dispute(found, differing)
        return Judged(scene, origins, findings, differing, series(scene), sources(scene, origins, findings))

    return judging


@pytest.fixture(scope="session")
def judge(read_texts, judge_story):
    """Judges {"Publisher 2031-03-08": text}; one text is judged once."""
    made = {}

    def judging(texts):
        key = tuple(sorted(texts.items()))
        if key not in made:
            made[key] = judge_story(read_texts(texts))
        return made[key]

    return judging
