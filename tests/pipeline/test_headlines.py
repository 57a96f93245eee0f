"""Every finding has a line that a reader understands."""

from sayso.dossier.headlines import LONGEST


def test_a_headline_is_told_in_words_of_a_document(example):
    texts = [" ".join(d["text"].split()) for d in example["documents"]]
    for finding in example["findings"]:
        words = finding["headline"].split(" [")[0].strip("… ").rstrip(".")
        assert words, finding["id"]
        assert any(words in text for text in texts), finding["headline"]


def test_a_fragment_is_shown_in_its_sentence(example):
    findings = [f for f in example["findings"] if f["statement"][0].islower()]
    assert findings
    told = [f["headline"] for f in findings]
    assert sum(h.startswith("… ") or h[0].isupper() or not h[0].isalpha() for h in told) > 0.9 * len(told)
    assert all(len(h) <= max(LONGEST, len(f["statement"]) + 40) for h, f in zip(told, findings, strict=True))
