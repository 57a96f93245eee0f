"""How fast times are tagged beside Recognizers-Text, on the same sentences in one run.

    python benchmarks/bench_times.py [FILE]      (FILE: one sentence a line)

Without a file: the sentences of examples/corpus and 200 generated ones. The peer is installed into build/peers by this
script, in an environment of its own; it is no dependency of the project. Both sides get one sentence at a time and a warm
start, and are measured in seconds of CPU time, the best of three rounds. Tagging works on the parse, so its speed is given
twice: by itself, and with the spaCy pass that makes the parse for all annotators together.
"""

import json
import random
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language

from sayso.annotate.parse import Parsed, Part, load_model, parse
from sayso.annotate.temporal import find_times
from sayso.ingest import read
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind

TARGET, ROUNDS, GENERATED = 50, 3, 200
PEER = ("recognizers-text-date-time==1.0.2a2", "emoji==1.7.0")  # it asks for an emoji that newer ones no longer are
HOME = Path(__file__).parent.parent / "build" / "peers" / "recognizers"
_PEER_RUN = """
import json, sys, time
from recognizers_date_time import recognize_datetime
sentences, rounds = json.load(sys.stdin)
found = sum(len(recognize_datetime(s, "en-us")) for s in sentences)
best = None
for _ in range(rounds):
    began = time.process_time()
    for s in sentences:
        recognize_datetime(s, "en-us")
    spent = time.process_time() - began
    best = spent if best is None else min(best, spent)
print(json.dumps([best, found]))
"""
_WHO = ("The harbour council", "Police", "The mill's owners", "A spokeswoman for the union", "Two of the pilots")
_DID = (
    "met",
    "searched the depot",
    "signed the lease",
    "lost about 40 boats",
    "closed 3 of the 12 quays",
    "denied the report",
)
_WHEN = (
    *("last Friday", "on Wednesday morning", "on March 9, 2016", "two weeks ago", "in the third quarter", "at 9 p.m. GMT"),
    *("since early 2014", "between May and July", "every Monday", "five days after the fire", "in recent months", ""),
)


def main(path: str | None) -> None:
    """Measures and prints."""
    nlp = load_model()
    sentences = Path(path).read_text("utf-8").splitlines() if path else [*_corpus(nlp), *_generated()]
    sentences = [s for s in sentences if s.strip()]
    documents = [_document(n, s) for n, s in enumerate(sentences)]
    parsed = [Parsed(d, (Part(0, doc),)) for d, doc in zip(documents, nlp.pipe(sentences), strict=True)]
    found = sum(len(find_times(p)) for p in parsed)
    tagging = _best(lambda: [find_times(p) for p in parsed])
    parsing = _best(lambda: list(nlp.pipe(sentences)))
    peer, peer_found = _peer(sentences)
    count = len(sentences)
    print(f"{count} sentences; CPU seconds, best of {ROUNDS} rounds")
    print(f"Recognizers-Text        {count / peer:10.0f} sentences/s   {peer_found} expressions")
    print(f"sayso, tagging alone    {count / tagging:10.0f} sentences/s   {found} expressions   {peer / tagging:.0f} times")
    whole = parsing + tagging
    print(f"sayso with the parse    {count / whole:10.0f} sentences/s   {peer / whole:.1f} times")
    print(f"target {TARGET} times, tagging alone: {'met' if peer >= TARGET * tagging else 'MISSED'}")


def _corpus(nlp: Language) -> list[str]:
    documents = read(["examples/corpus"]).documents
    return [" ".join(s.text.split()) for p in parse(documents, nlp) for _, s in p.sentences()]


def _generated() -> list[str]:
    pick = random.Random(7)  # the same sentences in every run
    return [
        f"{pick.choice(_WHO)} {pick.choice(_DID)} {pick.choice(_WHEN)}, after talks {pick.choice(_WHEN)}."
        for _ in range(GENERATED)
    ]


def _document(number: int, sentence: str) -> Document:
    block = Block(0, len(sentence), BlockKind.PARAGRAPH)
    return Document(id=str(number), sha256="", text=sentence, blocks=(block,), publisher="")


def _best(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


def _peer(sentences: Sequence[str]) -> tuple[float, int]:
    python = HOME / "bin" / "python"
    if not (HOME / ".ready").exists():
        venv.create(HOME, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEER], check=True)
        (HOME / ".ready").touch()
    given = json.dumps([list(sentences), ROUNDS])
    told = subprocess.run([python, "-W", "ignore", "-c", _PEER_RUN], input=given, capture_output=True, text=True, check=True)
    seconds, found = json.loads(told.stdout)
    return seconds, found


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
