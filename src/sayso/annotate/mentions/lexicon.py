"""Closed lists of words: courtesy titles, roles that people hold, kinds of bodies and places, verbs that governments do."""

from sayso.model.enums import EntityType


def words(text: str) -> frozenset[str]:
    """The words of a list; an underscore stands for a space."""
    return frozenset(word.replace("_", " ") for word in text.split())


MALE_TITLES = words(
    """mr mister sir lord king prince emperor sheikh father brother pope baron duke count sultan emir monsignor rabbi imam"""
)
FEMALE_TITLES = words("mrs ms miss madam dame lady queen princess empress baroness duchess countess sister")
PLAIN_TITLES = words(
    """dr prof gen lt col sgt maj capt cpl adm cmdr brig rev hon st sen rep gov pres supt insp det pvt saint general colonel
    major captain lieutenant sergeant corporal admiral commander brigadier marshal private ayatollah mullah cardinal bishop
    archbishop judge justice president premier chancellor senator congressman congresswoman representative governor mayor
    ambassador minister secretary professor doctor reverend pastor detective inspector superintendent constable officer
    chief deputy vice prime foreign attorney speaker commissioner coach councillor councilman councilwoman alderman sheriff
    undersecretary envoy lawmaker"""
)
TITLES = MALE_TITLES | FEMALE_TITLES | PLAIN_TITLES

# Words for whoever rules, whatever the office.
RULERS = words("leader dictator ruler strongman autocrat counterpart monarch")
# Parts of a title that tell one office from another; the second list makes it a lesser one.
QUALIFIERS = words(
    """prime foreign interior defense defence finance justice health education vice deputy assistant attorney opposition
    treasury home energy transport trade environment labor labour agriculture economy"""
)
LESSENING = words("vice deputy assistant")
HEADS_OF_STATE = words(
    """president premier chancellor leader dictator ruler strongman autocrat king queen monarch emperor empress sultan emir
    prime_minister minister tsar czar head_of_state counterpart"""
)
CLERGY = words("pope pontiff cardinal bishop archbishop priest pastor rabbi imam cleric preacher monk nun vicar saint")
REPORTERS = words(
    """reporter journalist correspondent columnist editor commentator anchor presenter broadcaster blogger writer author
    photographer cameraman producer"""
)
SPEAKERS = words("spokesman spokeswoman spokesperson representative")
MALE_ROLES = words(
    """man boy gunman policeman fireman businessman chairman spokesman cameraman salesman fisherman statesman congressman
    father son brother husband uncle nephew grandfather grandson widower boyfriend king prince emperor actor waiter
    gentleman pontiff pope priest monk bridegroom stepfather"""
)
FEMALE_ROLES = words(
    """woman girl policewoman businesswoman chairwoman spokeswoman congresswoman mother daughter sister wife aunt niece
    grandmother granddaughter widow girlfriend queen princess empress actress waitress lady nun bride stepmother"""
)
_OFFICES = words(
    """secretary governor mayor ambassador senator commissioner judge justice prosecutor attorney general colonel admiral
    commander captain lieutenant sergeant major director chairperson chair head chief executive deputy lawmaker legislator
    councillor envoy diplomat official adviser advisor aide negotiator mediator politician candidate nominee frontrunner
    incumbent challenger successor predecessor founder co-founder owner boss manager coach captain trainer treasurer
    speaker undersecretary attache consul inspector superintendent detective sheriff officer warden coroner magistrate"""
)
_WORK = words(
    """driver pilot doctor nurse surgeon paramedic teacher professor lecturer scientist researcher economist analyst expert
    historian lawyer solicitor barrister engineer architect sculptor artist painter musician singer actor director
    footballer player striker goalkeeper midfielder defender swimmer runner cyclist athlete champion farmer worker
    employee employer banker trader investor shareholder consultant developer designer chef cook waiter guard bodyguard
    soldier trooper guardsman rifleman gunner sailor marine firefighter rescuer lifeguard conductor engineer mechanic
    technician student pupil
    intern volunteer passenger tourist pilgrim resident neighbour neighbor tenant landlord customer patient"""
)
_PARTS = words(
    """victim suspect defendant accused attacker assailant bomber killer murderer hijacker kidnapper captor hostage
    prisoner inmate detainee fugitive thief robber burglar smuggler trafficker dealer hacker witness survivor bystander
    whistleblower plaintiff claimant complainant militant rebel insurgent fighter terrorist extremist gunman activist
    protester demonstrator campaigner dissident refugee migrant asylum-seeker teenager youth child baby infant toddler
    person individual pensioner parent friend colleague partner spouse fiance relative cousin heir heiress twin
    billionaire millionaire tycoon magnate mogul celebrity star veteran hero critic opponent rival ally supporter
    loyalist chairman chairwoman member participant organiser organizer"""
)
PERSON_ROLES = HEADS_OF_STATE | CLERGY | REPORTERS | SPEAKERS | MALE_ROLES | FEMALE_ROLES | _OFFICES | _WORK | _PARTS
# Anybody may be one of these: sharing the word says nothing of being one person.
LOOSE_ROLES = REPORTERS | words(
    """man woman boy girl official leader member person individual friend colleague expert analyst resident witness victim
    suspect supporter critic ally rival counterpart representative worker player student child teenager youth parent
    relative reporter journalist soldier officer head chief"""
)
MARKS_OF_OFFICE = words("former then ex late acting interim outgoing incoming deputy vice prime foreign chief senior exiled")

PORTFOLIOS = words(
    """interior state defense defence foreign justice finance health education transport energy agriculture labor labour
    trade treasury home environment housing commerce culture security information industry economy photo file party"""
)

MEDIA = words(
    """newspaper daily paper tabloid broadsheet magazine weekly outlet broadcaster network channel station publication
    website"""
)
MEDIA_NAMES = words(
    """news times post journal herald tribune guardian telegraph mail express globe gazette chronicle observer standard star
    mirror sun independent press today tv television radio broadcasting network channel bulletin courier record review
    economist magazine dispatch examiner inquirer monitor sentinel examiner argus echo reporter"""
)
AGENCIES = words("agency newswire wire service")
FIRMS = words("company firm corporation carrier airline bank retailer manufacturer carmaker insurer broadcaster")
_BODIES = words(
    """ministry department government administration regime cabinet parliament congress senate assembly council court
    tribunal commission committee authority bureau agency police army navy military militia brigade gang party
    movement faction coalition alliance union federation association organisation organization group company firm
    corporation bank airline carrier manufacturer retailer supplier developer club team university college school
    institute foundation charity church ministry embassy consulate force watchdog regulator operator body network channel
    newspaper daily paper tabloid magazine broadcaster outlet station newswire board panel office startup
    carmaker insurer lender brewery publisher studio union legislature directorate jury syndicate"""
)
ORG_ROLES = _BODIES | MEDIA | AGENCIES
PLACE_ROLES = words(
    "country nation state republic kingdom city town village capital region province island district county suburb"
)
COUNTRIES = words("country nation republic kingdom")
TOWNS = words("city town village capital suburb municipality")
FACILITY_ROLES = words("hospital airport museum stadium prison jail embassy palace cathedral clinic hotel")
GROUP_ROLES = words("police troops family couple public crew")

_ORG_HEADS = words(
    """ministry department government parliament congress senate assembly council court tribunal commission committee
    authority agency bureau police army navy guard militia brigade gang party movement front coalition alliance union
    federation association organisation organization group company corporation corp inc ltd plc bank airline airlines
    airways fc club university college school institute foundation trust church news times post journal herald tribune
    telegraph gazette chronicle broadcasting tv television radio network press agency service fund office board
    observatory forces force league society initiative campaign watchdog administration holdings industries motors systems
    partners ventures pharmaceuticals railways energy laboratories command division directorate secretariat
    syndicate"""
)
_FACILITY_HEADS = words(
    """hospital airport museum stadium arena prison jail palace cathedral basilica mosque temple synagogue bridge
    tower street
    road avenue square boulevard lane station hotel theatre theater amphitheatre park library monument memorial tunnel
    highway motorway port harbour harbor dam plaza centre center clinic camp base barracks abbey castle"""
)
_PLACE_HEADS = words(
    """river lake mountain mountains ocean sea desert valley island islands peninsula gulf bay strait cape canyon coast"""
)
_EVENT_HEADS = words(
    """war games olympics festival summit conference tournament championship marathon election revolution
    hurricane typhoon storm operation spring"""
)
_OTHER_HEADS = words("award prize medal act treaty convention agreement accord protocol bill code amendment project")
NAME_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(sorted(_OTHER_HEADS), EntityType.OTHER),
    **dict.fromkeys(sorted(_EVENT_HEADS), EntityType.EVENT),
    **dict.fromkeys(sorted(_PLACE_HEADS), EntityType.LOC),
    **dict.fromkeys(sorted(_FACILITY_HEADS), EntityType.FACILITY),
    **dict.fromkeys(sorted(_ORG_HEADS), EntityType.ORG),
}
# Bodies that every country has: the country's adjective is part of such a name.
STATE_BODIES = words("ministry department parliament senate assembly army navy police court cabinet treasury congress")

SPEECH = words(
    """say tell add note warn claim announce state declare insist argue confirm deny accuse report explain stress describe
    acknowledge admit suggest maintain reiterate assert allege comment remark reply respond answer vow pledge promise
    complain quote write ask urge demand call"""
)
# What a government does that a city does not: the subject of these is not the town.
ACTS = SPEECH | words(
    """offer reject refuse accept agree condemn denounce criticise criticize protest recognise recognize support back
    oppose threaten blame impose lift deploy position send withdraw sign ratify negotiate seek want pursue push press
    consider believe fear hope expect view see_as regard designate sanction ban expel recall summon retaliate invite
    approve veto shun leverage aim plan intend decide propose welcome hail praise defend dismiss fund arm supply back
    halt suspend resume extradite grant label brand tighten escalate allow pledge try attempt"""
)
# Nouns that only a government has: "Lima's demands".
STANCES = words(
    """demand response position intention policy stance perspective view decision strategy ambassador troop force
    claim threat
    rhetoric accusation ally interest government ambition denial approval support warning refusal offer proposal sanction
    pressure diplomat offensive concern reaction"""
)
# Nouns between two governments: "tensions between Lima and Quito".
RELATIONS = words(
    """tension relation relationship tie talk dialogue friction dispute negotiation agreement deal rift row standoff crisis
    conflict cooperation partnership diplomacy strategy policy pressure rebuke condemnation protest dealing link contact
    criticism support channel accord treaty alliance hostility"""
)
TIMES = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm gmt est edt pst utc et mon tue wed thu
    fri sat christmas easter spring summer autumn winter"""
)
# Leaders of less than a country: "the opposition leader" is not its president.
NOT_OF_STATE = words(
    """opposition rebel party group union religious spiritual business community other world foreign gang cult militia
    student
    labor labour church tribal faction protest regional local deputy vice military separatist"""
)
PARTICLES = words("al el bin ibn bint abu de del della di da do dos das du la le van von der den ter ten al- el- y e ben")
# Of these, what no English sentence has before a capital; and those that stand in names of people alone.
OWN_PARTICLES = PARTICLES - words("do ten den y e al- el- la le")
OF_PEOPLE = words("van von der bin ibn bint abu ter")
