"""English sentences that tell a figure, told otherwise: levels, changes, shares and parts.

Values and qualifiers are kept exactly. Each rule takes a sentence and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from synthesis.engine.drafting.rewriting import units_en
from synthesis.engine.drafting.rewriting.capitals_en import soft
from synthesis.engine.drafting.rewriting.tagging_en import is_function
from synthesis.engine.patterns import lazy_pattern

_NUMBERS = dict(
    zip(
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        (*range(13, 21), *range(30, 100, 10)),
        strict=True,
    )
)
_SPELLED = lazy_pattern(
    rf"(?<=[a-z,] )(?:{'|'.join(_NUMBERS)})(?= [a-z])(?! (?:one|two|three|four|five|six|seven|eight|nine|per|times|hundred|thousand|million|billion)\b)"
)


class Style(NamedTuple):
    """How a draft writes its figures throughout: the one way its sources mostly do not."""

    percent: str  # "%" or " per cent"
    symbols: bool  # €14 million rather than 14 million euros
    signs: bool  # 14 km rather than 14 kilometres


_PERCENT = lazy_pattern(r"(?<=\d)(?:%| ?per cent\b| ?percent\b)")
_SIGNS = {"euro": "€", "euros": "€", "dollar": "$", "dollars": "$", "pound": "£", "pounds": "£"}
_AMOUNT = r"\d[\d.,]*(?: (?:million|billion|trillion))?"
_IN_WORDS = lazy_pattern(
    rf"(?<![\d.,$€£])(?:(?<!in )(?!(?:19|20)\d\d )({_AMOUNT}) (to|and|or) )?({_AMOUNT}) (euros?|dollars?|pounds?)\b(?! of\b)"
)
_IN_SIGNS = lazy_pattern(r"(?<![A-Za-z])([$€£])(\d[\d.,]*\d|\d)((?: (?:million|billion|trillion))?)")


def style_of(texts: Sequence[str]) -> Style:
    """The style of a draft from these sources."""
    joined = " ".join(texts)
    signs = joined.count("%")
    words = len(_PERCENT.findall(joined)) - signs
    units = units_en.counted(joined)
    return Style(
        "%" if words > signs else " per cent",
        len(_IN_WORDS.findall(joined)) >= len(_IN_SIGNS.findall(joined)),
        units[1] >= units[0],
    )


def in_style(text: str, style: Style) -> str:
    """`text` with its percentages, sums of money, units and numbers from thirteen in the style; the values are not touched."""
    text = _SPELLED.sub(lambda m: str(_NUMBERS[m.group(0)]), _PERCENT.sub(style.percent, text))
    text = units_en.written(text, signs=style.signs)
    if style.symbols:

        def signed(match: re.Match[str]) -> str:
            sign = _SIGNS[match.group(4)]
            if sign == "£" and not re.search(r"million|billion", match.group(0)):
                return match.group(0)  # a pound is a weight as well
            first = f"{sign}{match.group(1)} {match.group(2)} " if match.group(1) else ""
            return f"{first}{sign}{match.group(3)}"

        return _IN_WORDS.sub(signed, text)
    names = {"€": "euros", "$": "dollars", "£": "pounds"}

    def named(match: re.Match[str]) -> str:
        following = re.match(r" ([A-Za-z][a-z]{2,})", text[match.end() :])
        if following and not is_function(following.group(1)):
            return match.group(0)  # a $1 billion loan
        return f"{match.group(2)}{match.group(3)} {names[match.group(1)]}"

    return _IN_SIGNS.sub(named, text)


def year_inside(text: str) -> list[str]:
    """In 2023, the X reached V → The X reached V in 2023; where V is a figure also: For 2023, the X is put at V."""
    match = re.match(
        r"In (?P<y>\d{4}), the (?P<np>(?:[a-z][\w-]* ){1,8}?)(?P<v>was|stood at|reached|came to|amounted to) (?P<rest>[^,;]+)$",
        text,
    )
    if not match:
        return []
    out = [f"The {match.group('np')}{match.group('v')} {match.group('rest')} in {match.group('y')}"]
    if re.match(r"(?:about |around |roughly |nearly |over |some )?[$€£]?\d", match.group("rest")):
        out.append(f"For {match.group('y')}, the {match.group('np')}is put at {match.group('rest')}")
    return out


def figure_first(text: str) -> list[str]:
    """X reached V in T, up P on T0 → At V in T, X was up P on T0."""
    match = re.match(
        r"(?P<x>[A-Z][^,;]{4,60}?) (?:reached|came to|amounted to|stood at) (?P<v>[^,;]{2,40}?)(?P<t> in \d{4}), (?P<way>up|down) (?P<p>[^,;]+)$",
        text,
    )
    if not match:
        return []
    plural = match.group("x").split(" in ")[0].rstrip().endswith("s")
    return [
        f"At {match.group('v')}{match.group('t')}, {soft(match.group('x'))} {'were' if plural else 'was'} {match.group('way')} {match.group('p')}"
    ]


def part_among(text: str) -> list[str]:
    """Around 71% of older respondents want to … → Among older respondents, around 71% want to …."""
    match = re.match(
        r"(?P<q>(?:About |Around |Roughly |Nearly |Almost |Only |Just |Over |More than |Some )?\d[\d.]*(?:%| per cent)) of (?P<n>(?:all |the )?(?:[a-z][\w-]* ){1,4}?)(?P<v>want|use|lack|lacks|prefer|wish|say|have|has|live|are|is|were|was|rely|do|cannot|can|would|own|work|report|expect|believe|plan|need)\b(?P<rest>.*)$",
        text,
    )
    if not match:
        return []
    noun = match.group("n").strip()
    if not re.search(r"(?:s|people|men|women|children)$", noun):
        return []
    quantity = match.group("q")
    return [f"Among {noun}, {quantity[:1].lower()}{quantity[1:]} {match.group('v')}{match.group('rest')}"]


def share_turned(text: str) -> list[str]:
    """X made up V of Y → Of Y, V were X is clumsy; X's share of Y was V."""
    match = re.match(
        r"(?P<lead>In \d{4}, )?(?P<x>[A-Za-z][^,;]{1,50}?) (?:made up|accounted for|represented|makes up|accounts for) (?P<v>(?:about |around |nearly |over )?\d[\d.]*(?:%| per cent)) of (?P<y>[^,;]{4,60}?)(?P<t> in \d{4})?$",
        text,
    )
    if not match:
        return []
    when = match.group("lead") or (f"In {match.group('t')[4:]}, " if match.group("t") else "")
    tense = "was" if when or re.search(r"made|accounted|represented", text) else "is"
    x = match.group("x") if match.group("lead") else soft(match.group("x"))
    head = f"{when}the share of {x} in {match.group('y')} {tense} {match.group('v')}"
    return [head[:1].upper() + head[1:]]


def fell_levels(text: str) -> list[str]:
    """X dropped from A in T1 to B in T2 → X stood at A in T1 but at B in T2."""
    match = re.fullmatch(
        r"(?P<x>[A-Z][^,;]{4,70}?) (?P<v>dropped|fell|declined|rose|increased|grew|climbed) from (?P<a>[^,;]{1,24}?) in (?P<t1>\d{4}) to (?P<b>[^,;]{1,24}?) in (?P<t2>\d{4})(?P<rest>, .*)?",
        text,
    )
    if not match:
        return []
    down = match.group("v") in {"dropped", "fell", "declined"}
    return [
        f"From {match.group('a')} in {match.group('t1')}, {soft(match.group('x'))} {'went down' if down else 'went up'} to {match.group('b')} in {match.group('t2')}{match.group('rest') or ''}",
        f"{match.group('x')} went {'down' if down else 'up'} between {match.group('t1')} and {match.group('t2')}, from {match.group('a')} to {match.group('b')}{match.group('rest') or ''}",
    ]
