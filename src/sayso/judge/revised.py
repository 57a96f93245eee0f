"""Words by which an account says that it corrects what was told before."""

import re

from sayso.judge.scene import Scene
from sayso.model.claim import Claim

REVISED = re.compile(
    r"\b(?:correct(?:s|ed|ing|ion)|revis(?:ed|es|ing|ion)|amended|retract\w*|withdr\w+|takes? back|took back)\b"
    r"|\b(?:now (?:says?|said|puts?|put|gives?|believes?|known)"
    r"|not \S+ as (?:\w+ ){0,4}(?:before|earlier|reported|stated|said))\b"
    r"|\b(?:earlier|first|previously|initially|originally) (?:reported|told|stated|said|given|put|announced"
    r"|thought|spoken)\b"
    r"|\b(?:had|was|were|has) (?:at )?first\b|\bup from\b|\bdown from\b"
    r"|\b(?:raised|lowered|increased|reduced|widened|cut|doubled) to\b"
    r"|\b(?:raised|lowered|increased|reduced|doubled|trebled|tripled|halved) (?:[\w’'-]+ ){1,6}to"
    r" (?:(?:about|some|nearly) )?"
    r"(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a|half)\b)"
    r"|\b(?:lower|higher|more|less|fewer|down|up) (?:than|from) (?:in|on|last|(?:the|a) (?:week|month|year|day))\b"
    r"|\b(?:rather than|and not) (?:the )?(?:\d|\w+ (?:it|they|he|she) (?:had )?(?:said|told|given|stated))",
    re.IGNORECASE,
)


def revised(scene: Scene, claim: Claim) -> bool:
    """True where the sentence of a claim says that something told before no longer stands."""
    return REVISED.search(scene.sentence_text(claim)) is not None
