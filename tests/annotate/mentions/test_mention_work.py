"""A pronoun looks at a bounded number of names and pronouns, so that a row of them does not cost its square."""

from sayso.annotate.mentions import pronouns


def looks(monkeypatch, mentions_of, text):
    seen = []
    fits = pronouns._person_fits
    monkeypatch.setattr(pronouns, "_person_fits", lambda facts, s: seen.append(s) or fits(facts, s))
    found = mentions_of(text)
    monkeypatch.undo()
    return len(seen) / len(found)


def test_a_row_of_pronouns_costs_its_length(monkeypatch, mentions_of):
    monkeypatch.setattr(pronouns, "_MOST", 10)
    few = looks(monkeypatch, mentions_of, "“he said " * 40)
    monkeypatch.setattr(pronouns, "_MOST", 10)
    assert looks(monkeypatch, mentions_of, "“he said " * 120) <= 1.5 * few


def test_a_pronoun_still_finds_its_person_at_the_other_end_of_the_sentence(mentions_of):
    names = ", ".join(f"the town of Elm{n}" for n in range(30))
    found = mentions_of(f"President Ana Ruiz named {names}. She left.")
    assert next(m.chain for m in found if m.text == "She") == next(m.chain for m in found if m.text == "Ana Ruiz")
