"""News agencies, and how agencies and outlets are named in a credit."""

import re

# General list of agencies whose copy other outlets carry, by the names and letters they sign with.
_AGENCIES_WRITTEN = """
    Reuters | AP | The Associated Press | Associated Press | AFP | Agence France-Presse | Agence France Presse |
    UPI | dpa | DPA | Deutsche Presse-Agentur | EFE | Europa Press | ANSA | Adnkronos | AGI | TASS | Interfax |
    RIA Novosti | Xinhua | China News Service | Kyodo | Kyodo News | Jiji Press | Yonhap | PTI |
    Press Trust of India | ANI | IANS | UNI | Bernama | Antara | VNA | PNA | PA | PA Media | Press Association |
    PA Wire | Bloomberg | Bloomberg News | Canadian Press | The Canadian Press | AAP | Australian Associated Press |
    Anadolu | Anadolu Agency | WAM | SPA | MENA | Petra | NNA | MAP | APS | TAP | PANA | SAPA | GNA | NAN | KNA |
    APA | ATS | Keystone-SDA | ANP | Belga | Lusa | TT | NTB | Ritzau | STT | PAP | CTK | ČTK | TASR | MTI |
    Agerpres | BTA | Tanjug | HINA | Hina | STA | ELTA | BNS | LETA | Ukrinform | Unian | Belta | Kazinform |
    Azertac | Agência Brasil | Agencia Brasil | Telam | Télam | Notimex | Prensa Latina | Andina | CNS |
    Getty Images | Inter Press Service | IPS | OCHA | Agencies | News Agencies
"""
AGENCIES = frozenset(name.strip() for name in _AGENCIES_WRITTEN.split("|"))
_FOLDED = {name.casefold(): name for name in sorted(AGENCIES)}
_OUTLET = re.compile(
    r"(?:Times|Post|News|Press|Agency|Journal|Herald|Tribune|Radio|TV|Television|Network|Broadcasting|Daily|Gazette"
    r"|Chronicle|"
    r"Observer|Guardian|Telegraph|Bulletin|Courier|Standard|Star|Mail|Mirror|Examiner|Inquirer|Globe|Service|Wire|Newswire|"
    r"Newspaper|Magazine|Review|Zeitung|Diario|Jornal|Gazzetta|Agencia|Agence)$"
)
WIRE = re.compile(r"\w (?:Press|News Agency|Press Agency|Newswire|Wire|News Service)$")  # what an agency calls itself
_SEPARATOR = re.compile(r"\s*(?:[,;/]|\band\b|&|\by\b|\bet\b|\bund\b|\bwith\b)\s*")
_LETTERS = re.compile(r"[A-ZÀ-Þ]{2,8}")
_NOT_LETTERS = frozenset(["US", "USA", "UK", "EU", "UN", "GMT", "UTC", "ET", "PM", "AM", "II", "III", "CEO"])
_STAFF = re.compile(r"^(.+?)['’]s?\s+\S")


_MENTIONED = re.compile(
    r"\b(?:"
    + "|".join(re.escape(n) for n in sorted(AGENCIES, key=lambda n: (-len(n), n)) if len(n) > 2 or n == "AP")
    + r")\b"
)


def is_agency(name: str) -> bool:
    """True for a known agency, with or without "The" and in any case of letters."""
    plain = name.strip().casefold()
    return plain in _FOLDED or plain.removeprefix("the ") in _FOLDED


def is_signature(name: str) -> bool:
    """True for what may sign a report: a known agency, or a word in capitals."""
    return is_agency(name) or bool(_LETTERS.fullmatch(name.strip()) and name.strip() not in _NOT_LETTERS)


def named_in(text: str) -> tuple[str, ...]:
    """Agencies and outlets among the names of a credit, in order; persons are left out."""
    found: dict[str, None] = {}
    for item in _SEPARATOR.split(text):
        name = item.strip(" .()[]–—-:*").removeprefix("the ")
        if is_signature(name) or (_OUTLET.search(name) and name[:1].isupper() and len(name.split()) <= 6):
            found[name] = None
        elif (staff := _STAFF.match(name)) and is_signature(staff[1]):  # "NAME's correspondent": the outlet contributed
            found[staff[1]] = None
    known = [name for name in _MENTIONED.findall(text) if not any(name in other for other in found)]
    return tuple(dict.fromkeys((*found, *known)))
