"""What a host carries is nobody's own account."""

from sayso.model.enums import OriginBasis

OWN = "The mayor of Brenholm opened the new bridge on Thursday, an official said."


def bases(story):
    return {(o.name, o.basis) for f in story.findings for o in f.origins}


def test_an_unnamed_source_of_a_host_is_no_origin_of_its_own(judge):
    host, outlet = (judge({f"{name} 2031-03-08": OWN}) for name in ("Yahoo News", "Harbour Post"))
    assert ("Harbour Post", OriginBasis.NAMED) in bases(outlet)
    assert {basis for _, basis in bases(host)} == {OriginBasis.PROBABLE_RELAY}
    assert all(f.independent == 0 for f in host.findings)
