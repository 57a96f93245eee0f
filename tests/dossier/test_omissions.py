"""What some outlets tell and others leave out."""

from sayso.dossier.omissions import omissions
from sayso.model.document import Document
from sayso.model.dossier_findings import Finding
from sayso.model.enums import Status

DOCUMENTS = [
    Document(id=f"d{n}", sha256="", text="", blocks=(), publisher=name)
    for n, name in enumerate(["Courier", "Lantern", "Wire", "Wire"])
]


def finding(name, *outlets):
    return Finding(id=name, statement="", claims=(), outlets=outlets, origins=(), status=Status.UNSOURCED, why=())


def test_only_what_several_tell_and_some_leave_out_is_an_omission():
    findings = [finding("f1", "Courier"), finding("f2", "Courier", "Wire"), finding("f3", "Courier", "Lantern", "Wire")]
    (found,) = omissions(findings, DOCUMENTS)
    assert (found.finding, found.told_by, found.missing_in) == ("f2", ("Courier", "Wire"), ("Lantern",))


def test_an_outlet_with_two_documents_is_named_once():
    (found,) = omissions([finding("f1", "Courier", "Lantern")], DOCUMENTS)
    assert found.missing_in == ("Wire",)


def test_one_outlet_leaves_nothing_out():
    assert omissions([finding("f1", "Wire")], DOCUMENTS[2:]) == ()
