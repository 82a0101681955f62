"""Noun phrases and clauses of an English sentence in another build: genitives turned, places made owners, figures told
the other way round, active and passive, a clause put in front.

Each rule returns wordings, none when its guard does not hold. Word order only; the words themselves stay, apart from
endings. A lower-cased first word that may be a name is marked by `UNSURE` for the caller to settle.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from synthesis.engine.drafting.rewriting import figures_en, voice_en
from synthesis.engine.drafting.rewriting.capitals_en import MONTHS, STOP_NP, soft
from synthesis.engine.drafting.rewriting.inflect_en import singular
from synthesis.engine.drafting.rewriting.tagging_en import is_adjective, is_function, verb_forms
from synthesis.engine.patterns import lazy_pattern

Rule = Callable[[str], list[str]]

_WORD = r"[a-z][a-z-]*"
_HEADS = (
    "value|rate|price|cost|volume|size|speed|accuracy|throughput|capacity|quality|supply|demand|use|adoption|cost|growth"
    "|production|development|efficiency|yield|lifetime|price|income|output|management|training|safety"
)
_FOR_HEADS = "applications|demand|budget|market|support|permits|prices|standards|methods|systems|programmes|projects|funding|rules|requirements|equipment|services"
_PLACE = r"(?:the )?(?:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})"
_MONTH = lazy_pattern(MONTHS)


def _plain_np(text: str, most: int = 4) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= most
        and not any(w in STOP_NP for w in words)
        and all(re.fullmatch(r"[A-Za-z][\w-]*", w) for w in words)
    )


def turn_of(text: str) -> list[str]:
    """the value of mobile money transactions → the mobile money transaction value; the whole at most three words."""
    out = []
    for match in re.finditer(
        rf"\b(?P<d>[Tt]he|[Aa]n?)? ?\b(?P<h>(?:{_WORD} )?(?:{_HEADS})s?) of (?P<n>(?:{_WORD} ){{0,2}}{_WORD})(?= (?:in|was|is|were|are|rose|fell|on|by|from|to|reached|and|for|at|,)|[,.;]|$)",
        text,
    ):
        words = match.group("n").split()
        if (
            not _plain_np(match.group("n"), 3)
            or len(words) + len(match.group("h").split()) > 3
            or "per" in words
            or any(
                name in {"past", "third"} for _, name in verb_forms().get(words[-1], ()) if not words[-1].endswith("s")
            )
            or re.search(r"ing$|ed$|ly$", words[0])
            or match.group("h").split()[0] in STOP_NP
            or match.group("h").split()[0].endswith("ed")
            or (" " in match.group("h") and is_adjective(match.group("h").split()[0]))
        ):
            continue
        np = " ".join([*words[:-1], singular(words[-1])])
        article = match.group("d") or ""
        if article.lower() in {"a", "an"}:
            article = "An" if article[0] == "A" else "an"
            article = article if np[0] in "aeiou" else article[0]
        made = f"{article} {np} {match.group('h')}".strip()
        if not article and match.start() == 0:
            made = (
                made[:1].upper() + made[1:].replace(match.group("h")[:1].upper(), match.group("h")[:1].lower(), 1)
                if match.group("h")[0].isupper()
                else made[:1].upper() + made[1:]
            )
        lead = " " if match.group(0).startswith(" ") else ""
        out.append(text[: match.start()] + lead + made + text[match.end() :])
    return out


def turn_for(text: str) -> list[str]:
    """applications for offshore wind farms → offshore wind farm applications."""
    out = []
    for match in re.finditer(
        rf"\b(?P<h>(?:{_FOR_HEADS})) for (?P<n>(?:{_WORD} ){{0,2}}{_WORD})(?= (?:in|was|is|were|are|rose|fell|by|from|worth|at)|[,.;]|$)",
        text,
    ):
        words = match.group("n").split()
        if not _plain_np(match.group("n"), 3) or re.search(r"ing$|ed$|ly$", words[-1]) or len(words) < 2:
            continue
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1]
        if re.fullmatch(r"and|or|,", before) or (before and not is_function(before) and not before.endswith(",")):
            continue  # venture funding for firms: the head has a word of its own in front
        out.append(
            text[: match.start()]
            + " ".join([*words[:-1], singular(words[-1])])
            + " "
            + match.group("h")
            + text[match.end() :]
        )
    return out


def place_owner(text: str) -> list[str]:
    """Parcel volumes in Germany reached … → Germany's parcel volumes reached …; the subject's own place only."""
    match = re.match(
        rf"(?P<lead>(?:In|By|Since) \d{{4}}, )?(?P<np>(?:[Tt]he )?[A-Za-z][\w-]*(?: [a-z][\w-]*){{0,6}}?) in (?P<p>{_PLACE})(?= (?:reached|was|were|is|are|rose|fell|grew|stood|came|amounted|has|have|fitted|increased|declined|made|account))",
        text,
    )
    if not match or _MONTH.match(match.group("p")) or match.group("p").startswith("the "):
        return []
    np = re.sub(r"^[Tt]he ", "", match.group("np"))
    if set(np.lower().split()) & {"and", "or", "that", "who", "which", "of"} and " of " not in np:
        return []
    owner = match.group("p") + ("'" if match.group("p").endswith("s") else "'s")
    inner = np if match.group("lead") else soft(np[:1].upper() + np[1:]) if np[0].isupper() else np
    return [f"{match.group('lead') or ''}{owner} {inner}{text[match.end() :]}"]


def split_and(text: str) -> list[str]:
    """A, and B → A; B: two clauses with subjects of their own."""
    match = re.fullmatch(
        r"(?P<a>[^;,]{20,120}), and (?P<b>(?:the |its |their |growth |sales |prices |waiting |default |volumes? |one )[^;]{12,120})",
        text,
    )
    return [f"{match.group('a')}; {match.group('b')}"] if match else []


def equipped(text: str) -> list[str]:
    """Drones equipped with X can … → Equipped with X, drones can …."""
    match = re.match(
        r"(?P<n>[A-Z][a-z]+(?: [a-z]+)?) (?P<p>equipped|fitted|combined|made|based|financed|supported) (?P<w>with|from|on|by) (?P<x>[^,;]{3,40}?) (?P<v>can|are|is|have|has|may|could|will)\b(?P<rest>.*)$",
        text,
    )
    return (
        [
            f"{match.group('p').capitalize()} {match.group('w')} {match.group('x')}, {soft(match.group('n'))} {match.group('v')}{match.group('rest')}"
        ]
        if match
        else []
    )


def that_participle(text: str) -> list[str]:
    """N that V → N V-ing for plain plural subjects: Small merchants that accept → Small merchants accepting."""
    match = re.search(
        r"\b(?P<n>[A-Za-z][a-z]+s) that (?P<v>accept|rely|use|offer|provide|depend|work|support|produce|operate)\b",
        text,
    )
    if not match:
        return []
    verb = match.group("v")
    ing = {
        "use": "using",
        "provide": "providing",
        "produce": "producing",
        "operate": "operating",
        "rely": "relying",
    }.get(verb, verb + "ing")
    return [f"{text[: match.start()]}{match.group('n')} {ing}{text[match.end() :]}"]


def combine_objects(text: str) -> list[str]:
    """A and B → B and A for two short noun phrases at the end of a clause."""
    match = re.search(
        r"(?<= )(?P<a>(?:[a-z][\w-]* ){0,1}[a-z][\w-]+s?) and (?P<b>(?:[a-z][\w-]* ){0,1}[a-z][\w-]+s?)(?P<e>[,.;]|$)",
        text,
    )
    if not match:
        return []
    a, b = match.group("a").split(), match.group("b").split()
    if {"cent", "percent"} & {*a, *b}:
        return []  # 22 per cent and tilt meters 15 per cent
    if (
        len(a) != len(b)
        or any(w in STOP_NP for w in (*a, *b))
        or a[-1].endswith("ly")
        or a[-1].endswith("s") != b[-1].endswith("s")
    ):
        return []
    before = text[: match.start()].rstrip().rsplit(" ", 1)[-1]
    if (
        before.endswith(",")
        or before.lower() in {"between", "both", "from"}
        or re.search(r"(?:ed|es)$", b[0])
        or (len(a) == 1 and not a[0].endswith("s"))
    ):
        return []
    return [f"{text[: match.start()]}{match.group('b')} and {match.group('a')}{text[match.end('b') :]}"]


RULES: tuple[Rule, ...] = (
    turn_of,
    turn_for,
    place_owner,
    figures_en.year_inside,
    figures_en.figure_first,
    split_and,
    figures_en.part_among,
    figures_en.share_turned,
    figures_en.fell_levels,
    equipped,
    that_participle,
    combine_objects,
    *voice_en.RULES,
)


@lru_cache(maxsize=4096)
def wordings(text: str) -> tuple[str, ...]:
    """Other builds of a sentence, two rules at most one after the other."""
    first = [t for rule in RULES for t in rule(text)]
    second = [t for f in first[:10] for rule in RULES for t in rule(f)]
    third = [t for f in second[:10] for rule in RULES for t in rule(f)]
    return tuple(dict.fromkeys([*third, *second, *first]))[:40]
