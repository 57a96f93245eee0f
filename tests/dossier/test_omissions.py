"""What some outlets tell and others leave out."""

from msgspec import structs

from sayso.dossier.omissions import omissions
from sayso.dossier.phrasing import Phrasing
from sayso.model.claim import Claim, Participant
from sayso.model.clause import Clause, Role
from sayso.model.document import Document
from sayso.model.dossier_findings import Finding, PairExplanation
from sayso.model.enums import Modality, Status

TEXTS = {
    "Courier": "The mayor of Lund closed the old stone bridge to lorries.",
    "Wire": "Lorries were kept off the stone bridge by the mayor of Lund.",
    "Lantern": "The choir sang at the harbour until long after midnight.",
}
DOCUMENTS = [Document(id=f"d{n}", sha256="", text=t, blocks=(), publisher=n) for n, t in TEXTS.items()]


def claim(outlet):
    text = TEXTS[outlet].removesuffix(".")
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text) + 1, head=20, predicate="close",
        words=tuple(text.lower().split()), modality=Modality.ASSERTED, negated=False, tense="past",
        roles=(Role(0, 9, "agent", "mayor"),),
    )  # fmt: skip
    return Claim(id=outlet, document=f"d{outlet}", publisher=outlet, clause=clause)


CLAIMS = {n: claim(n) for n in TEXTS}


def finding(*outlets, meaning=0.9):
    pairs = [PairExplanation(a=outlets[0], b=o, score=0.9, features={"meaning": meaning}) for o in outlets[1:]]
    return Finding(
        id="f",
        statement="",
        claims=outlets,
        outlets=outlets,
        origins=(),
        status=Status.UNSOURCED,
        why=(),
        pairs=tuple(pairs),
    )


def left_out(findings, documents, claims):
    return omissions(findings, documents, Phrasing(claims, {d.id: d for d in documents}))


def test_what_several_tell_and_some_leave_out_is_an_omission():
    (found,) = left_out([finding("Courier", "Wire")], DOCUMENTS, CLAIMS)
    assert (found.finding, found.told_by, found.missing_in) == ("f", ("Courier", "Wire"), ("Lantern",))


def test_what_all_tell_or_one_alone_further_down_is_none():
    assert left_out([finding("Courier", "Wire", "Lantern")], DOCUMENTS, CLAIMS) == ()
    assert left_out([finding("Lantern")], DOCUMENTS, CLAIMS) == ()


def test_claims_that_share_a_question_but_not_an_answer_are_none():
    assert left_out([finding("Courier", "Lantern", meaning=0.3)], DOCUMENTS, CLAIMS) == ()


def test_what_one_outlet_puts_at_its_top_and_nobody_else_comes_near_is_one():
    texts = {**TEXTS, "Herald": "The miller of Lund bought eleven bells from a foundry abroad last winter."}
    documents = [
        Document(id=f"d{n}", sha256="", text=t + " Nothing more." * 9, blocks=(), publisher=n) for n, t in texts.items()
    ]
    text = texts["Herald"].removesuffix(".")
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text) + 1, head=19, predicate="buy",
        words=("miller", "buy", "bell", "foundry", "abroad", "winter"), modality=Modality.ASSERTED, negated=False,
        tense="past", roles=(Role(0, 10, "agent", "miller"),),
    )  # fmt: skip
    told = Claim(
        id="Herald", document="dHerald", publisher="Herald", clause=clause, participants=(Participant("e", "agent", 0, 10),)
    )
    (found,) = left_out([finding("Herald")], documents, {**CLAIMS, "Herald": told})
    assert (found.told_by, found.missing_in) == (("Herald",), ("Courier", "Lantern", "Wire"))
    near = structs.replace(
        CLAIMS["Wire"], clause=structs.replace(CLAIMS["Wire"].clause, words=("bell", "foundry", "miller"))
    )
    assert left_out([finding("Herald")], documents, {**CLAIMS, "Herald": told, "Wire": near}) == ()
