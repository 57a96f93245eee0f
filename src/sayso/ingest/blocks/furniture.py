"""Boilerplate: links, appeals, buttons and rights notices that stand among the paragraphs of a page."""

import re

from sayso.ingest.blocks.agencies import named_in
from sayso.ingest.blocks.notes import Line, Notes, Part
from sayso.model.document import Block
from sayso.model.enums import BlockKind

_LONGEST = 240  # characters: no appeal is longer, a paragraph may be
_SITES = (
    r"(?:Twitter|Facebook|Instagram|YouTube|Telegram|WhatsApp|LinkedIn|Google News|Google\+|Tumblr|TikTok"
    r"|Threads|Bluesky|Flipboard|X)\b"
)
_WHOLE = re.compile(
    rf"(?:(?:Please )?(?:Follow|Like|Join|Find|Connect with)\s(?:us|me|him|her|them|our \w+"
    rf"|the author)\b.{{0,60}}?\bon {_SITES}.{{0,80}}"
    r"|Follow @\w+.{0,60}|(?:Follow|Like) (?:us|me)\b.{0,20}"
    r"|(?:Click|Tap) (?:here|on the link|below)\b.{0,120}"
    r"|(?:To (?:read|see|watch|subscribe|sign up|get|learn)\b.{0,60}, )?(?:please )?(?:click|tap|subscribe|sign up"
    r"|register|log in) (?:here|now)\b.{0,100}"
    r"|(?:Subscribe|Sign up (?:for|to|here|now)|Register (?:here|now|for free)|Log in|Sign in|Donate (?:here|now"
    r"|today)|Support our (?:work|journalism)"
    r"|Download (?:our|the) \w* ?app|Get (?:our|the) (?:app|newsletter|latest (?:news|headlines|updates)))\b.{0,140}"
    r"|(?:Share|Compartir|Partager|Teilen|Condividi|Compartilhar|Tweet|Email|E-mail|Print|Comments?|Share this|Save"
    r"|Reply|Report|Menu|Search|Home|Loading\W*|Advertisement|Ad|Sponsored|Promoted)"
    r"(?:[ |,/•·]+(?:Share|Tweet|Email|E-mail|Print|Comments?|Save|Facebook|Twitter|WhatsApp|LinkedIn|Reddit"
    r"|Pinterest|Telegram|Copy link|this|on|via|article|story))*\W*"
    r"|(?:Article|Story) continues (?:after|below)\b.{0,40}|(?:Continue|Keep) reading\b.{0,60}|Skip (?:to"
    r"|advertisement|promotion)\b.{0,60}|Scroll (?:down )?(?:to|for)\b.{0,60}"
    r"|Advertisement\s?[-–—:].{0,60}|\d{1,3}[- ]min(?:ute)?s? read|\d+ (?:Comments?|Shares?|Likes?)|(?:View|Leave"
    r"|Post|Add|Show) (?:a |all |more )?comments?.{0,20}"
    r"|(?:Copyright|©|\(c\))[\s:].{0,200}|.{0,100}\ball rights reserved\b.{0,100}"
    r"|.{0,60}\bmay not be (?:published, broadcast|reproduced)\b.{0,120}"
    r"|(?:Tags?|Topics?|Keywords|Filed under|Categories|Etiquetas|Schlagwörter|Mots-clés)\s?:.{0,200}"
    r"|(?:Síguenos|Suscríbete|Suivez-nous|Abonnez-vous|Folgen Sie uns|Abonnieren Sie|Seguici su|Iscriviti|Siga-nos"
    r"|Inscreva-se|Volg ons)\b.{0,140}"
    r"|(?:Have a (?:news )?tip|Got a (?:story|tip)|Do you have a story|Contact (?:us|the (?:author|newsroom"
    r"|reporter))|Send (?:us )?(?:your )?tips)\b.{0,140}"
    r"|(?:We|This (?:site|website)) uses? cookies\b.{0,200}|(?:Terms of (?:use|service)|Privacy policy)\b.{0,80}"
    r"|(?:Editor['’]s note|EDITOR['’]S NOTE)\s?[:—–-].{0,200})",
    re.IGNORECASE,
)
_OUTLET_PAGE = re.compile(rf"(?:Follow|Like)(?: [A-Z][\w.&'’-]*| from| of| the){{1,8}} on {_SITES}[^.!?]{{0,80}}\.?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|(?:[#@]\w+[\s,]*)+|[\W_]{1,40}")
_LINKED = re.compile(
    r"(?:(?:Related|Read more|Read also|Also read|See also|More|READ MORE|READ|ALSO READ|READ ALSO|MORE|RELATED"
    r"|SEE ALSO|WATCH|Watch|LISTEN|DON['’]T MISS|Don['’]t miss|"
    r"Lee también|Lea también|Más información|Lire aussi|À lire aussi|Lesen Sie auch|Mehr zum Thema|Leggi anche"
    r"|Leia também|Leia mais|Lees ook|"
    r"Recommended|RECOMMENDED|In pictures|IN PICTURES)\s?[:|»>→-]\s?\S.{0,200}"
    r"|(?:READ MORE|ALSO READ|READ ALSO|SEE ALSO)\b.{0,160})"
)
LIST_LABEL = re.compile(
    r"(?:Related(?: (?:stories|articles|content|news|coverage|topics|links|posts|reading))?|More (?:on this story"
    r"|stories|coverage|from .{2,40}|news|to read|on .{2,30})|"
    r"Read (?:more|also|next|this next)|Also read|See also|You (?:may|might) (?:also )?(?:like|be interested in)"
    r"|Recommended(?: (?:stories|for you))?|"
    r"Most (?:read|popular|viewed)(?: stories)?|Trending(?: now)?|Top stories|Latest (?:news|stories|headlines)"
    r"|Editor['’]s picks|What to read next|Don['’]t miss|"
    r"Noticias relacionadas|Te puede interesar|Lee también|Más noticias|À lire aussi|Sur le même sujet|Mehr zum Thema"
    r"|Lesen Sie auch|Leggi anche|"
    r"Articoli correlati|Notícias relacionadas|Leia também|Lees ook)\s?:?",
    re.IGNORECASE,
)
_SAID = re.compile(r"[\"”’»],? (?:\w+ ){0,4}(?:said|says|told|added|asked)\b")


def furniture(line: Line) -> Part | None:
    """A line of boilerplate; rights notices give the agency they name."""
    text = line.text
    if len(text) > _LONGEST or _SAID.search(text):
        return None
    if not (
        _WHOLE.fullmatch(text)
        or _OUTLET_PAGE.fullmatch(text)
        or _ADDRESS.fullmatch(text)
        or _LINKED.fullmatch(text)
        or LIST_LABEL.fullmatch(text)
    ):
        return None
    rights = "copyright" in text.lower() or "©" in text
    names = tuple(n for n in named_in(re.sub(r"(?i)copyright|©|\d{4}|\. .*|all rights.*", " ", text))) if rights else ()
    return Part((Block(line.start, line.end, BlockKind.BOILERPLATE),), Notes(credits=names))
