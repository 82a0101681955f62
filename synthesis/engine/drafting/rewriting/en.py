"""Rewording English sentences: order of parts and a small vetted table; never a noun, term or name.

Not for Chinese; see `rewrite_zh`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.rewriting import capitals_en, phrases_en, table_en
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.parse_en import one_clause, parsed
from synthesis.engine.drafting.rewriting.turning_en import LATER, ends_in_participle
from synthesis.engine.patterns import lazy_pattern

UNSURE = capitals_en.UNSURE
# The commas inside figures are no marks; the sign stands for them while a sentence is taken apart.
THOUSANDS, COMMA = lazy_pattern(r"(?<=\d),(?=\d{3})"), "\ue001"

# require that …, require it of owners, require riders to wear: calls for takes a thing only
_ASKED_OF = r"(?! that\b| (?:it|them|him|her|us)\b|[^,;]{2,40} (?:to|of)\b)"

_ROWS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    (r"\b[Hh]owever,", ("yet",), 2),
    (r"\balthough\b", ("though", "even though"), 1),
    (r"\bAlthough\b", ("Though", "Even though"), 1),
    (r"\bbecause of\b", ("owing to",), 1),
    (
        r"\bdue to\b(?! [a-z]+ (?:in|on|at|by|from|before|after|next|this|until|during)\b)",
        ("owing to", "because of"),
        1,
    ),
    (r"\bbecause\b(?! of)", ("since", "as"), 2),
    (r"\btherefore\b", ("consequently", "thus"), 1),
    (r"\bwhile\b(?! [a-z]+ing\b)", ("whereas",), 2),
    (r"\bin order to\b", ("to",), 1),
    (r"\bas well as\b", ("along with",), 1),
    (r"\bsuch as\b", ("including", "for example"), 1),
    (r"\bthrough\b(?= (?:mobile|banks|online|digital|brokers|agents|[a-z]+ channels))", ("via",), 1),
    (r"\bin terms of\b", ("as regards",), 1),
    (r"\bwith regard to\b", ("regarding",), 1),
    (
        r"\bduring\b(?= (?:the (?:year|season|month|summer|winter|period|project|trial)|(?:19|20)\d\d)\b)",
        ("over the course of",),
        2,
    ),
    (r"(?<!as )(?<!so )(?<!how )(?<!too )(?<!not )(?<!a great )\bmany\b(?! (?:of|a|as)\b)", ("numerous",), 2),
    (r"(?<=\bis )currently\b|(?<=\bare )currently\b|^Currently\b(?=,)", ("at present", "now"), 1),
    (r"\bat present\b", ("currently",), 1),
    (r"\bin recent years\b", ("over recent years", "of late"), 1),
    (r"\bsignificantly\b", ("considerably", "markedly"), 1),
    (r"\bsubstantially\b", ("considerably", "markedly"), 1),
    (r"\brapidly\b", ("quickly", "at a fast pace"), 1),
    (r"(?<!vary )(?<!varies )(?<!varied )(?<!differ )(?<!so )\bwidely\b(?! enough)", ("broadly", "extensively"), 1),
    (r"\bmainly\b", ("chiefly", "largely"), 1),
    (r"\bprimarily\b", ("chiefly", "mainly"), 1),
    (r"\bapproximately\b", ("about", "roughly"), 1),
    (r"\babout(?= \d|\$)", ("roughly", "around"), 1),
    (r"\bmore than(?= [\d$])", ("over", "upwards of"), 1),
    (
        r"(?<!themselves )(?<!people )(?<!those )(?<!aged )\bover(?= [\d$])(?! \d[\d,]* (?:years?|months?|weeks?|days?|hours?|minutes?|seasons?|decades?|trials?|cycles?)\b)(?! \d+\.\d)(?! \d\d(?:[,.;]|$| (?:is|are|was|were|who|had|have|has|and|or|in|by|with|at|to|can|may|will|living|from|rose|fell|said|use|used)\b))",
        ("more than",),
        1,
    ),
    (r"\bless than(?= [\d$])", ("under", "below"), 1),
    (r"\breached(?= [\d$€£])", ("amounted to", "came to"), 1),
    (r"\bstood at\b", ("was", "came to"), 1),
    (r"\bincreased(?= (?:by|from|to))", ("rose", "grew"), 1),
    (r"\brose(?= (?:by|from|to))", ("increased", "went up"), 1),
    (r"\bgrew(?= (?:by|from|to))", ("increased", "rose"), 1),
    (r"\bdecreased(?= (?:by|from|to))", ("fell", "declined"), 1),
    (r"\bfell(?= (?:by|from|to))", ("declined", "dropped"), 1),
    (r"\bdeclined(?= (?:by|from|to))", ("fell", "dropped"), 1),
    (r"\bshows that\b", ("indicates that",), 1),
    (r"\breduces\b", ("lowers", "cuts"), 1),
    (r"\breduce\b", ("lower", "cut"), 1),
    (r"\breduced\b(?= the| \w+ by)", ("lowered", "cut"), 1),
    (rf"\brequires\b{_ASKED_OF}", ("calls for",), 1),
    (rf"\brequire\b{_ASKED_OF}", ("call for",), 1),
    (r"\brequired (?=\w+ to )", ("obliged ",), 2),
    (r"\ballows (?=\w+ to )", ("enables ",), 1),
    (r"\benables (?=\w+ to )", ("allows ",), 1),
    (r"\bhelps? to\b", ("serves to",), 3),
    (r"\bprovides\b(?![^,;]* with\b)", ("offers",), 1),
    (r"\bprovide\b(?![^,;]* with\b)", ("offer",), 1),
    (r"\boffers\b(?! (?:them|us|him|her|it)\b)", ("provides",), 1),
    (r"\bintroduced\b(?= (?:a|an|the|new))", ("brought in",), 1),
    (r"\bremains\b", ("is still",), 1),
    (r"\bremain\b", ("are still",), 1),
    (r"\bleads to\b", ("results in", "brings about"), 1),
    (r"\bled to\b", ("resulted in", "brought about"), 1),
    (r"\bcan be used to\b", ("can serve to", "is able to"), 2),
    (r"\bis expected to\b", ("is projected to",), 1),
    (r"\bare expected to\b", ("are projected to",), 1),
    (r"\bis projected to\b", ("is expected to",), 1),
    (r"\bdepends on\b", ("relies on",), 1),
    (r"\bdepend on\b", ("rely on",), 1),
    (r"\brely on\b", ("depend on",), 1),
    (r"\brelies on\b", ("depends on",), 1),
    (r"\black of\b", ("absence of",), 3),
    (r"\bbegan to\b", ("started to",), 1),
    (r"\bstarted to\b", ("began to",), 1),
    (r"\buses\b", ("employs",), 2),
    (
        r"(?<!confident )(?<!comfortable )(?<!by )(?<!start )(?<!started )(?<!stop )(?<!stopped )(?<!began )(?<!begin )(?<!of )(?<!for )\busing\b(?! (?:it|them|this|that|these|those)\b)",
        ("with the help of",),
        3,
    ),
    (r"\bhas become (?=(?:a|an|the) )", ("has turned into ",), 2),
    (r"\badditional\b", ("further", "extra"), 1),
    (
        r"\bmain\b(?= [a-z]+s?\b)(?! (?:reason|in|on|at|is|was|has|and|by|under|burst|bursts|broke)\b)",
        ("principal", "chief"),
        1,
    ),
    (r"\bstricter\b", ("tighter",), 1),
    (r"\bsuch as\b", ("like",), 2),
    (r"\bshift\b(?= \w+ to)", ("move",), 1),
    (r"\bas expected\b", ("as anticipated",), 1),
    (r"\bshowed that\b", ("indicated that", "found that"), 1),
    (r"(?<!more )(?<!less )(?<!as )(?<!most )\boften\b", ("frequently",), 1),
    (r"\busually\b", ("typically",), 1),
    (r"\bseveral\b(?! (?:of|thousand|hundred|million|dozen))", ("a number of",), 2),
    (r"\bneed to\b", ("have to",), 1),
    (r"\bneeds to\b", ("has to",), 1),
    (r"\bacross\b", ("throughout",), 2),
    (r"\b(?:per year|each year)\b", ("a year", "every year"), 1),
    (r"\bnearly\b", ("almost",), 1),
    (r"\balmost\b", ("nearly",), 1),
    (r", but\b", (", yet",), 1),
    (r"\bonce\b(?= (?:the|they|it) )", ("as soon as",), 2),
    (r"\bhave become (?=(?:a|an|the) )", ("have turned into ",), 2),
    (r"\bare now\b", ("are by now",), 2),
    (r"\bfitted\b", ("put in",), 2),
    (r"\brose to\b", ("climbed to",), 1),
    (r"\bincreased to\b", ("climbed to", "rose to"), 1),
    (r"\bfell to\b", ("dropped to",), 1),
    (r"\brelated to\b", ("connected with",), 2),
    (r"\bmore (?:and more )?expensive\b", ("costlier",), 1),
    (r"\bwas about\b", ("came to about",), 1),
    (r"\bespecially\b", ("particularly",), 1),
    (r"\bparticularly\b", ("especially",), 1),
    (r"\bin particular\b", ("especially",), 1),
    (r"(?<!,) \bwhich is\b", (" that is",), 3),
    (r"\bcompared with\b", ("relative to", "against"), 1),
    (r"\bcompared to\b", ("relative to", "against"), 1),
    (r"\bby contrast\b", ("in contrast",), 1),
)
_PREPOSED = r"(?:In|By|Since|During|Between|Over|Across|Under|Within|After|From|Among|At)"


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[re.Pattern[str], tuple[str, ...], int], ...]:
    return tuple((lazy_pattern(p), r, c) for p, r, c in _ROWS + table_en.ROWS)


def edits_of(text: str) -> list[Edit]:
    """Every vetted swap that applies to `text`, outside quotation marks."""
    closed = [m.span() for m in re.finditer(r"“[^”]*”|\"[^\"]*\"", text)]
    return [
        Edit(m.start(), m.end(), m.expand(r), cost)
        for pattern, replacements, cost in _compiled()
        for m in pattern.finditer(text)
        if not any(a < m.end() and m.start() < b for a, b in closed)
        for r in replacements
    ]


_SUBORDINATE = lazy_pattern(
    r"\b(?:because|although|though|while|whereas|since|after|before|until|unless|if|when|so that|who|which)\b"
)


def move_adjunct(text: str) -> list[str]:
    """In 2024, X did Y → X did Y in 2024, when the sentence is one clause; and back for a closing year."""
    match = re.match(rf"({_PREPOSED} [^,]{{2,40}}), ([A-Z]?[^,;]{{12,}})$", text)
    read = parsed(match.group(2)) if match else None  # closed A and got B in …: in which of the two?
    second = bool(read and any(p.kind == "AND" for c in read.clauses for p in c.pieces))
    joined = bool(match and _SUBORDINATE.search(match.group(2)))  # the time would be the last clause's
    if match and not second and not joined and not re.search(r"\b(?:and|but|which|that)\b", match.group(2)[-30:]):
        adjunct, main = match.groups()
        return [f"{main[:1].upper()}{main[1:]} {adjunct[:1].lower()}{adjunct[1:]}"]
    match = re.match(r"([^,;]{12,}) ((?:in|by|since|between) (?:\d{4}|\d{4} and \d{4}|recent years))$", text)
    if match and one_clause(text) and not LATER.search(match.group(1)) and not ends_in_participle(text, match.end(1)):
        main, adjunct = match.groups()
        return [f"{adjunct[:1].upper()}{adjunct[1:]}, {_lower(main)}"]
    return []


def lowered(text: str) -> str | None:
    """A sentence made to follow other words: its first word lower-cased, or marked by `UNSURE` when it may
    be a name; None when it is one by its shape."""
    first = text.partition(" ")[0]
    if first.isupper() and len(first) > 1:
        return None
    return capitals_en.soft(text)


def _lower(main: str) -> str:
    """As `lowered`, the text unchanged when its first word is a name."""
    return lowered(main) or main


def permute_list(text: str) -> list[str]:
    """A, B and C → C, B and A after such as / including / namely, items without inner clauses."""
    match = re.search(
        r"((?:such as|including|namely|covering|across) )((?:[\w -]{2,28}, )+)(?:and |or )?([\w -]{2,28})(?=[,;.]|$)",
        text,
    )
    if not match:
        return []
    items = [i for i in match.group(2).split(", ") if i] + [match.group(3)]
    turned = items[::-1]
    return [f"{text[: match.start(2)]}{', '.join(turned[:-1])} and {turned[-1]}{text[match.end() :]}"]


def turn_enabling(text: str) -> list[str]:
    """X allows Y to Z → With X, Y can Z."""
    match = re.match(r"([^,;]{4,60}) (?:allows?|enables?) ([^,;]{3,50}) to ([^,;]{4,}.*)$", text)
    first = lowered(match.group(1)) if match else None
    return [f"With {first}, {match.group(2)} can {match.group(3)}"] if match and first else []


def turn_identity(text: str) -> list[str]:
    """X remains the main N to Y → The main N to Y is still X; the whole sentence one clause."""
    match = re.match(
        r"([^,;]{4,60}?) (is|remains) the ((?:main|key|primary|largest|biggest|principal|most \w+) [^,;]{4,70})$", text
    )
    if not match:
        return []
    subject, verb, role = match.groups()
    return [f"The {role} {'is still' if verb == 'remains' else 'is'} {_lower(subject)}"]


def shorter(text: str) -> list[tuple[str, int]]:
    """Wordings without a relative or participial clause set off by commas, or a closing coordinate clause."""
    out = []
    size, text = len(text), THOUSANDS.sub(COMMA, text)
    for pattern in (
        r", which [^,]{5,80}(?=,|$)(?:,)?",
        r", \w+ing [^,]{5,80}$",
        r", (?:including|such as) [^.;]{5,90}$",
        r", and [^,]{12,90}$",
    ):
        led = re.match(r"(?:Under|In|By|After|Since|With|At|On) [^,]{3,60}, which [^,]{5,80},", text)
        cut = re.sub(pattern, "," if led else "", text, count=1 if led else 0)
        gone = text.removeprefix(cut)
        if (
            cut != text
            and len(cut) > 30
            and not re.search(
                r"\b(?:not|only|except|unless|but|may|might|could)\b", gone if text.startswith(cut) else ""
            )
        ):
            out.append((cut.replace(COMMA, ","), size - len(cut)))
    return sorted(set(out), key=lambda pair: (pair[1], pair[0]))


RULES = (
    move_adjunct,
    turn_enabling,
    turn_identity,
    permute_list,
    lambda text: list(phrases_en.wordings(text)),
)
