"""English noun phrases turned round: delivery costs → costs of delivery, the power of cooperatives → the cooperatives' power,
cleaning and catering → catering and cleaning, the renovation of homes → renovating homes. The words themselves stay.

Only where the head names a cost, amount, process or quality, and the other noun's number is known. Not for whole sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.inflect_en import gerund, plural, singular
from synthesis.engine.drafting.rewriting.tagging_en import (
    DETERMINERS,
    PARTICLES,
    Token,
    is_adjective,
    is_function,
    tokens_of,
    verb_forms,
)
from synthesis.engine.patterns import lazy_pattern

_HEADS = {
    head: link
    for link, heads in {
        "of": "cost price level use consumption production supply loss quality safety efficiency capacity volume value growth output sale import export purchase treatment removal"
        " management development operation construction installation maintenance renovation price speed accuracy yield lifetime generation distribution collection processing recycling"
        " delivery transport monitoring testing training recruitment protection damage content concentration intensity availability density pressure shortage surplus expansion"
        " reduction manufacture manufacturing provision ownership theft trade disposal emission burden cancellation date interference failure fault breakdown"
        " date process intensity frequency period threshold phase stage pattern"
        " operator provider producer supplier manufacturer owner user developer buyer seller importer exporter maker grower",
        "for": "premium rate fee contract permit licence subsidy grant application market budget demand tender target standard method technique technology system programme project equipment"
        " unit tool facility centre plant policy strategy levy requirement charge fund protocol bid rule plan infrastructure insurance procedure platform",
        "in": "investment trend specialist expert expertise skill",
        "on": "tax duty ban limit",
        "to": "access damage",
    }.items()
    for head in heads.split()
}
# One term of two words: nobody says rates of interest on a loan, or services for care.
_FIXED = frozenset({("capital", "cost"), ("interest", "rate"), ("exchange", "rate"), ("care", "service"), ("health", "service"), ("market", "price"), ("health", "insurance"), ("fire", "protection"), ("tax", "rate")})  # fmt: skip
UNCOUNTED = frozenset(
    "energy water heat electricity gas coffee food labour fuel oil steel glass data software hardware equipment power land research production transport freight hydrogen oxygen nitrogen"
    " carbon wind solar waste income money cash credit insurance housing care health education rice maize wheat milk meat fruit cotton wood timber paper cement concrete plastic rubber"
    " iron copper lithium cobalt silicon sand salt soil air noise traffic tourism retail catering cleaning laundry sterilisation construction installation maintenance delivery shipping"
    " manufacturing training recruitment information technology knowledge staff personnel capital debt finance trade demand supply storage heating cooling lighting irrigation fertiliser"
    " herbicide pesticide feed livestock seed timber furniture clothing cargo mail broadband internet cloud gambling advertising marketing packaging recycling processing farming mining"
    " fishing forestry aviation biomass biogas ammonia methane helium iridium platinum uranium electronics media music sport art culture cement asphalt gravel rainfall flood drought".split()
)
COUNTED = frozenset(
    "parcel transaction patient student worker employee driver farmer grower tenant customer consumer user visitor tourist passenger company firm bank hospital clinic school university"
    " city town village region country state municipality household family building house home dwelling plant factory farm vineyard field forest animal bee fish crop variety vehicle car"
    " van truck bus train ship boat plane drone robot machine tool device sensor chip wafer battery cell stack module panel turbine pump boiler pipe pipeline network grid cable satellite"
    " camera antenna product component part machine container shipment consignment permit licence patent loan subsidy tax tariff fee contract tender project programme service book"
    " newspaper film game ticket hotel room restaurant shop store supermarket market museum park garden road bridge tunnel airport port harbour station line route mine quarry well"
    " employee nurse doctor teacher child pupil volunteer migrant refugee resident".split()
)
# What a process or quality is called has no plural as the first part of a compound: adoption rate → rate of adoption.
_ABSTRACT = lazy_pattern(
    r"[a-z]{3}(?<!ac)(?<!auc)(?<!nec)(?<!sta)(?<!posi)(?<!sec)(?<!func)(?<!ques)(?:tion|ment|ance|ence|ity|ship|ism|ness|acy)$"
)
_FRONT = frozenset(
    "total average annual monthly daily high higher low lower new rising falling growing additional main current existing large larger small smaller overall combined wholesale strong weak"
    " possible considerable substantial significant severe serious poor good better excessive insufficient strict stricter".split()
)
_OWNERS = lazy_pattern(
    r"(?:[a-z]{3,}(?:ers|ors|ists|ants|ees)|cooperatives|companies|firms|states|countries|cities|municipalities|towns|banks|authorities|ministries|agencies|hospitals|universities|schools"
    r"|families|households|patients|residents|citizens|students|pupils|children|women|men|people|farms|plants|platforms|unions|associations|utilities|institutes|governments|courts)$"
)
_THINGS = lazy_pattern(
    r"(?:boil|contain|rout|pap|numb|comput|print|charg|lett|ord|cent|met|heat|cool|lay|pow|fib|fertilis|mark|filt|corn)ers$"
    r"|(?:sens|mot|generat|tract|react|invert|connect|conduct|sect|fact|vect|indicat|err|col|fl|compress|capacit)ors$|(?:plants|pollutants|variants|constants)$"
)
# What stands behind one of these is a verb, listed or not: could depress freight rates.
_GOVERNS_BASE = frozenset("can could may might must shall should will would cannot".split())
_PROCESSES = (
    "renovation renovate|construction construct|development develop|production produce|reduction reduce|installation install|creation create|expansion expand|protection protect"
    "|introduction introduce|improvement improve|maintenance maintain|treatment treat|removal remove|replacement replace|transport transport|storage store|purchase purchase"
    "|acquisition acquire|implementation implement|preparation prepare|collection collect|distribution distribute|evaluation evaluate|assessment assess|management manage"
    "|modernisation modernise|regulation regulate|promotion promote|prevention prevent|detection detect|conversion convert|extraction extract|selection select|use use"
    "|elimination eliminate|disposal dispose of|operation operate|manufacture manufacture|provision provide|enforcement enforce|integration integrate|monitoring monitor"
)


@lru_cache(maxsize=1)
def _processes() -> dict[str, str]:
    return {row.split()[0]: row.partition(" ")[2] for row in _PROCESSES.split("|")}


def is_free(token: Token) -> bool:
    """Whether a word can be part of a plain noun phrase: small letters, no function word, no adverb."""
    return (
        token.text.isalpha()
        and token.text.islower()
        and not is_function(token.text)
        and not token.text.endswith("ly")
        and token.text not in PARTICLES
    )


def _of_form(words: list[str]) -> str | None:
    """The first noun of a compound as it stands behind of: cost → costs when counted; None when its number is not known."""
    last = words[-1]
    if last in UNCOUNTED:
        return " ".join(words)
    if last in COUNTED:
        return " ".join([*words[:-1], plural(last)])
    return None


_LED = lazy_pattern(
    rf"{'|'.join(sorted(DETERMINERS))}|its|their|his|her|our|\w+'s?|{'|'.join(sorted(_FRONT))}|no|any|every|each|more|less|and|or|of|in|on|for|by|with|without|per|as|than"
)


def _goes_on(head: Token, following: Token, link: str) -> bool:
    """Whether what follows a noun takes it into a longer name or makes a verb of it."""
    if following.text == "that" or any(form == "participle" for _, form in verb_forms().get(following.low, ())):
        return True  # tulip bulbs sent by rail: the participle is the head's
    if (
        verb_forms().get(head.low)
        and not (is_function(following.text) and following.low not in DETERMINERS)
        and following.text.isalpha()
    ):
        return True
    return (is_free(following) or following.text in {"-", "'", "of", link}) and not verb_forms().get(following.low)


def compound_edits(text: str) -> Iterator[Edit]:
    """(rising) shipping costs → (rising) costs of shipping."""
    tokens = tokens_of(text)
    for at in range(1, len(tokens)):
        head = tokens[at]
        link = _HEADS.get(singular(head.text))
        if link is None or not is_free(head) or not is_free(tokens[at - 1]):
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and _goes_on(head, following, link):
            continue
        low = at - 1
        while (
            low > 0
            and is_free(tokens[low - 1])
            and at - low < 3
            and tokens[low - 1].text not in _FRONT
            and not verb_forms().get(tokens[low - 1].text)
            and not (low > 1 and tokens[low - 2].low in _GOVERNS_BASE)
        ):
            low -= 1
        if head.text in {"operator", "operators", "deliveries", "delivery"} or tokens[at - 1].low == "field":
            continue  # the port operator, robot deliveries, field growers: of what kind, not of what
        if head.text == "costs":
            continue  # costs of freight: the cost of something is one, costs are named before
        words = [t.text for t in tokens[low:at]]
        made = _of_form(words) or (" ".join(words) if link == "of" and _ABSTRACT.search(words[-1]) else None)
        prior = tokens[low - 1].low if low else ""
        if len(words) > 1 and (is_adjective(words[0]) or words[0].endswith(("ed", "ing"))):
            continue  # weaker tenant demand, a neighbouring data centre: whose quality it is cannot be told
        if words[-1] == "building" and link == "for":
            continue  # building projects: what is done there, not what stands there
        if (words[-1], singular(head.text)) in _FIXED:
            continue
        if len(words) > 1 and singular(words[0]) not in COUNTED | UNCOUNTED:
            continue  # uniform tender rules: what is no known noun may be the head's quality
        if prior.endswith("ing") and prior not in _FRONT and low > 1 and tokens[low - 2].low in DETERMINERS:
            continue  # a cycling network plan: the gerund is part of the name
        if head.text == "demand" and re.search(r"(?:er|or|ant|ist|ee)s?$", words[-1]):
            continue  # they demand, or are asked for
        if made is None or (low == 0 and not text[:1].islower()):
            continue
        if (
            low
            and tokens[low - 1].is_word
            and not is_function(prior)
            and prior not in _FRONT
            and not verb_forms().get(prior)
            and not (low > 1 and tokens[low - 2].low in _GOVERNS_BASE)
        ):
            continue
        if verb_forms().get(prior) and (low == 1 or tokens[low - 2].low in DETERMINERS):
            continue  # announced rail costs; the stack manufacturing cost: behind an article it is a noun of the same name
        if prior and re.search(r"(?:ing|ed)$", prior) and prior not in _FRONT and not verb_forms().get(prior):
            continue
        if prior.endswith("ed") and low > 1 and tokens[low - 2].low in {"of", "in", "for", "by", "with", "from", "to"}:
            continue  # 71 per cent of installed capacity: the participle is the thing's own
        # Cement content is the content of cement: of one quality of one thing the article is said.
        bare = link == "of" and head.text == singular(head.text) and not (low and _LED.fullmatch(prior))
        yield Edit(tokens[low].start, head.end, f"{'the ' if bare else ''}{head.text} {link} {made}", 2)


def of_edits(text: str) -> Iterator[Edit]:
    """costs of delivery → delivery costs; premiums for insurance → insurance premiums."""
    for match in re.finditer(
        r"\b(?P<h>[a-z]+) (?P<l>of|for|in|on) (?P<n>(?:[a-z]+ )?[a-z]+)(?= (?:in|was|is|were|are|and|but|by|from|to|at|on|has|have|had|can|could|may|while|because|rose|fell)\b|[,.;]|$)",
        text,
    ):
        words = match.group("n").split()
        if _HEADS.get(singular(match.group("h"))) != match.group("l") or any(
            is_function(w) or w.endswith(("ing", "ed", "ly")) for w in words
        ):
            continue
        if singular(words[-1]) not in COUNTED and words[-1] not in UNCOUNTED:
            continue
        if len(words) > 1 and (is_adjective(words[0]) or words[0] in {"new", "old", "late", "further"}):
            continue  # the ban on new licences is no new licence ban
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        if before.isalpha() and not (is_function(before) or (before in verb_forms() and not before.endswith("ing"))):
            continue  # operating costs of hospitals: what stands before belongs to the head
        if singular(before) in COUNTED or before in UNCOUNTED:
            continue  # the water demand of blends
        yield Edit(match.start(), match.end(), " ".join([*words[:-1], singular(words[-1]), match.group("h")]), 1)


def owner_edits(text: str) -> Iterator[Edit]:
    """the bargaining power of independent cooperatives → independent cooperatives' bargaining power."""
    for match in re.finditer(
        r"\bthe (?P<x>(?:[a-z]+ ){0,2}[a-z]+) of (?P<n>(?:their |these )?(?:[a-z-]+ ){0,2}[a-z]+s)(?=[,.;]|$| (?:in|was|is|were|are|by|from|to|at|on|has|have|had|can|could|may|but|because|through)\b)",
        text,
    ):
        words = match.group("n").split()
        held = match.group("x").split()
        if (
            not _OWNERS.search(words[-1])
            or _THINGS.search(words[-1])
            or words[0].endswith("ing")
            or any(is_function(w) for w in (*held, *words[-2:]))
            or held[-1]
            in {
                "number",
                "majority",
                "rest",
                "share",
                "percentage",
                "proportion",
                "half",
                "third",
                "quarter",
                "part",
                "group",
                "kind",
                "case",
                "amount",
            }
        ):
            continue
        owner = match.group("n") + ("'" if words[-1].endswith("s") else "'s")
        yield Edit(match.start(), match.end(), f"{owner} {match.group('x')}", 1)


def process_edits(text: str) -> Iterator[Edit]:
    """for the renovation of homes → for renovating homes; only behind a preposition."""
    for match in re.finditer(r"(?:(?<= for )|(?<= by )|(?<= in )|(?<= of ))(?:the )?(?P<n>[a-z]+) of (?=[a-z]+)", text):
        verb = _processes().get(match.group("n"))
        if verb:
            base, _, rest = verb.partition(" ")
            yield Edit(match.start(), match.end(), f"{gerund(base)} {rest + ' ' if rest else ''}", 1)


_ROWS: tuple[tuple[re.Pattern[str], str, int], ...] = tuple(
    (lazy_pattern(p), r, c)
    for p, r, c in (
        (
            r"\b(the|The) ((?:19|20)\d\d) ((?:[a-z]+ )?(?:round|budget|report|survey|reform|season|election|strategy|plan|programme|review|census|edition|campaign|harvest))\b",
            r"\1 \3 of \2",
            1,
        ),
        (
            r"\b(the|The) ((?:[a-z]+ )?(?:round|budget|report|survey|reform|season|election|strategy|plan|programme|review|census|edition|campaign|harvest)) (?:of|for) ((?:19|20)\d\d)\b",
            r"\1 \3 \2",
            1,
        ),
        (
            r"\ba (budget|fine|fee|levy|loan|grant|subsidy|premium|contract|deficit|surplus|investment|price|bonus|turnover|profit|loss) of ([$€£]\d[\d.,]*(?: (?:million|billion))?)(?= |[,.;]|$)",
            r"a \2 \1",
            1,
        ),
        (
            r"\ban? (increase|rise|growth|decline|fall|drop|decrease|reduction|cut|saving|gain|share|discount) of (\d[\d.]*(?: per cent|%))(?= (?:in|on|from|compared|over)\b|[,.;]|$)",
            r"a \2 \1",
            1,
        ),
        (
            r"\b([a-z]+) (depreciation|devaluation|inflation|growth) of (\d[\d.]*(?: per cent|%))",
            r"a \3 \2 of the \1",
            2,
        ),
        (r"\btheir own ([a-z]+s)\b", r"\1 of their own", 1),
        (r"\b(people|those|residents|employees|patients|women|men|adults) over (\d\d)\b", r"\1 older than \2", 1),
        (r"\b(people|those|residents|employees|patients|women|men|adults) under (\d\d)\b", r"\1 younger than \2", 1),
        (r"\baged (\d\d) and over\b", r"aged \1 or older", 1),
        (r"\baged (\d\d) (?:and|or) older\b", r"aged \1 and over", 1),
        (r"\b(where|when|if|once|until|unless) (?:they are|it is) (?=[a-z]+ed\b|needed)", r"\1 ", 1),
        (
            r"\b(when|while|before|after) (?:it|they) (?P<v>approve|use|buy|make|choose|grant|plan|build|set|apply|take)s?\b",
            r"\1 \g<v>§",
            1,
        ),
        (r", whose ([a-z]+(?: [a-z]+)?) (is|are|was|were) ", r", the \1 of which \2 ", 1),
        (r"\bthe (average|mean) ([a-z]+(?: [a-z]+){0,2}) (was|is|stood)\b", r"on average the \2 \3", 2),
        (
            r"(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bin )(?<!\bwith )(?<!\bafter )(?<!\bwithin )(?<!\bfrom )\b((?:more than |over |about |around |roughly |some )?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten) [a-z]+) on average\b",
            r"on average \1",
            1,
        ),
        (
            r"\bon average ((?:about |around |roughly )?[$€£]?\d[\d.,]*(?: (?:per cent|million|billion))?(?: (?:more|less))?(?: [a-z]+s)?)\b(?= (?:per(?! cent)|a|for|than|on|in)\b|[,.;]|$)",
            r"\1 on average",
            1,
        ),
        (r"\bregional government\b", "government of the region", 2),
    )
)


def set_edits(text: str) -> Iterator[Edit]:
    """Years, ages, amounts and small clauses the other way round: the 2024 budget → the budget of 2024."""
    for pattern, replacement, price in _ROWS:
        for match in pattern.finditer(text):
            made = match.expand(replacement)
            if "§" in made:
                verb = match.group("v")
                made = made.replace(f"{verb}§", gerund(verb))
            yield Edit(match.start(), match.end(), made, price)


def edits_of(text: str) -> Iterator[Edit]:
    """All of these."""
    yield from compound_edits(text)
    yield from of_edits(text)
    yield from owner_edits(text)
    yield from process_edits(text)
    yield from set_edits(text)
