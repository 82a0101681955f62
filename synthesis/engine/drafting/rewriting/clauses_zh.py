"""Rewordings of one Chinese clause, and of how two clauses hang together: told apart from each other, so that a long
sentence changes clause by clause and keeps all of them.

Each rule takes a clause without marks at its ends and returns wordings, none when its guard does not hold. Figures,
hedges and denials are never touched. Not for word swaps (`table_zh`) and not for whole sentences (`zh`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from synthesis.engine.drafting.evidence.facts import noun_phrase_end
from synthesis.engine.drafting.evidence.flaws import names_subject, subjectless
from synthesis.engine.drafting.evidence.words import is_noun_phrase
from synthesis.engine.drafting.rewriting import (
    amounts_zh,
    constructions_zh,
    dealings_zh,
    duties_zh,
    figures_zh,
    findings_zh,
    levels_zh,
    measures_zh,
    order_zh,
    portions_zh,
    rows_zh,
    voice_zh,
    zh,
)
from synthesis.engine.drafting.rewriting.lists_zh import permute_list, swap_pair
from synthesis.engine.drafting.rewriting.subjects_zh import DATE, subject_end, takes_setting
from synthesis.engine.patterns import lazy_pattern

ClauseRule = Callable[[str], list[str]]


CLAUSE_RULES: tuple[ClauseRule, ...] = (
    figures_zh.number_before_noun,
    figures_zh.noun_has_number,
    figures_zh.tenths,
    figures_zh.from_to,
    figures_zh.change_noun,
    figures_zh.level_verb,
    figures_zh.share_of,
    figures_zh.among_them,
    voice_zh.turn_identity,
    voice_zh.turn_higher,
    voice_zh.passive_received,
    voice_zh.concentrated,
    voice_zh.lack,
    voice_zh.exists,
    order_zh.reach_year,
    order_zh.date_inward,
    order_zh.date_first,
    voice_zh.applied_to,
    voice_zh.need_of,
    voice_zh.object_first,
    figures_zh.part_of,
    figures_zh.in_turn,
    figures_zh.share_alone,
    figures_zh.measure_average,
    voice_zh.disposed,
    voice_zh.handled,
    order_zh.swap_phrases,
    order_zh.since_first,
    order_zh.begun_after,
    voice_zh.compared_lower,
    voice_zh.as_to,
    voice_zh.which_held,
    figures_zh.insert_is,
    order_zh.settle_inward,
    order_zh.front_span,
    figures_zh.owned_measure,
    figures_zh.numbers_behind,
    voice_zh.as_much_as,
    order_zh.foretold,
    order_zh.due,
    order_zh.phrases_swapped,
    voice_zh.one_of_kind,
    voice_zh.owner,
    voice_zh.nominal_subject,
    *constructions_zh.RULES,
    *levels_zh.RULES,
    *findings_zh.CLAUSES,
    *amounts_zh.RULES,
    *dealings_zh.RULES,
    *duties_zh.CLAUSES,
    *measures_zh.RULES,
    *portions_zh.RULES,
)


# Rules for sentences that hold for a clause inside one as well.
_WHOLE: tuple[ClauseRule, ...] = (
    zh.make_causative,
    zh.make_effect_noun,
    zh.turn_passive,
    zh.turn_agent,
    zh.drop_do,
    zh.turn_graded,
    zh.turn_graded_back,
    zh.turn_competition,
    permute_list,
    swap_pair,
)


@lru_cache(maxsize=8192)
def clause_wordings(clause: str) -> tuple[str, ...]:
    """Wordings of one clause, the clause itself first; two rules at most one after the other."""
    first = [t for rule in (*CLAUSE_RULES, *_WHOLE) for t in rule(clause)]
    second = [t for f in first[:6] for rule in (*CLAUSE_RULES, *_WHOLE) for t in rule(f)]
    return tuple(dict.fromkeys([clause, *first, *second]))[:20]


def joined_otherwise(text: str) -> list[str]:
    """How clauses hang together told in another way: concession said at the front, a document before what it asks."""
    return [
        t
        for rule in (
            _concede,
            _document,
            _by_data,
            _as_required,
            _reason_last,
            _date_in,
            _setting_in,
            *findings_zh.SENTENCES,
            *duties_zh.SENTENCES,
            measures_zh.role_last,
            *rows_zh.RULES,
        )
        for t in rule(text)
    ]


def _concede(text: str) -> list[str]:
    """A，但B → 虽然A，但B; A one or two clauses that open with their subject."""
    match = re.fullmatch(r"(?P<a>[^；]{8,70}?)，(?:但是|但|不过|然而)，?(?P<b>[^；]{6,70})", text)
    if (
        not match
        or not noun_phrase_end(match.group("a"))
        or subjectless(match.group("a"))
        or match.group("a").count("，") > 1
        or re.search(r"虽|尽管|不过|然而|即使|一方面|但", match.group(0)[: match.end("a")] + match.group("b"))
    ):
        return []
    plain = (
        [f"尽管{match.group('a')}，{match.group('b')}"]
        if "，" not in match.group("a") and _STILL.search(match.group("b").split("，")[0][:16])
        else []
    )
    return [f"虽然{match.group('a')}，但{match.group('b')}", *plain]


# What takes up a concession without 但.
_STILL = lazy_pattern(r"仍|依然|依旧|却|还(?=[未没不有须需要])|尚|也(?!许)")
_ISSUED = r"(?:印发|发布|出台|颁布|公布|制定|下发)"


def _document(text: str) -> list[str]:
    """T B印发《Y》，提出Z → B于T印发的《Y》提出，Z; and 在B印发的《Y》中…."""
    match = re.fullmatch(
        rf"(?:(?P<t>\d{{4}}年(?:\d{{1,2}}月)?)，?)?(?P<b>[^，。《]{{2,24}}?)(?:[于在]?(?P<t2>\d{{4}}年(?:\d{{1,2}}月)?))?(?P<v>{_ISSUED})了?(?P<y>《[^》]+》)，(?:并)?(?P<w>提出|要求|明确|规定|强调)(?!了)，?(?P<z>.+)",
        text,
    )
    if not match or not all(map(is_noun_phrase, re.split(r"联合|会同", match.group("b")))):
        return []
    when = match.group("t") or match.group("t2") or ""
    at = f"于{when}" if when else ""
    return [f"{match.group('b')}{at}{match.group('v')}的{match.group('y')}{match.group('w')}，{match.group('z')}"]


def _by_data(text: str) -> list[str]:
    """据B统计，S → B的统计显示，S; 根据B发布的数据，S → B发布的数据显示，S; and back."""
    match = re.match(
        r"(?:据|根据|按照)(?P<b>[^，。《》]{2,20}?)(?P<w>统计|测算|调查|估算|(?:发布|公布)的数据)，(?P<s>.{8,})$", text
    )
    if match:
        of = "" if match.group("w").endswith("数据") else "的"
        return [f"{match.group('b')}{of}{match.group('w')}显示，{match.group('s')}"]
    match = re.match(r"(?P<b>[^，。《》]{2,24}?)(?P<w>的?(?:统计|测算|调查|数据))(?:显示|表明)，(?P<s>.{8,})$", text)
    return (
        [f"根据{match.group('b')}{match.group('w')}，{match.group('s')}"]
        if match and is_noun_phrase(match.group("b"))
        else []
    )


def _as_required(text: str) -> list[str]:
    """《Y》规定，Z → 根据《Y》的规定，Z; B规定，Z → 根据B的规定，Z."""
    match = re.fullmatch(r"(?P<y>[^，。]{2,60}?)(?P<v>规定|要求|提出)，(?P<z>[^。]{8,})", text)
    if not match:
        return []
    y = match.group("y")
    if not (y.endswith("》") or re.search(r"[省市县区部委局院]$", y)) or (
        not noun_phrase_end(match.group("z")) and not re.match(r"到\d{4}年", match.group("z"))
    ):
        return []
    if re.match(r"计划|拟|打算|争取|力争", match.group("z")):
        return []  # what somebody intends is no demand
    noun = {"提出": "要求"}.get(match.group("v"), match.group("v"))
    return [f"根据{y}的{noun}，{match.group('z')}"]


def _reason_last(text: str) -> list[str]:
    """受A影响，B → B，这与A有关 is weaker; 由于A，B → B，原因在于A, B one clause or two."""
    match = re.fullmatch(r"(?:由于|因为)(?P<a>[^，。；]{4,40})，(?P<b>[^；。]{4,50})", text)
    if (
        not match
        or not noun_phrase_end(match.group("b"))
        or match.group("b").count("，") > 0
        or re.search(r"不得不|只好|因此|所以|这是|这也|其|该", match.group("b"))
        or any(names_subject(c) or c[:1].isdigit() for c in match.group("b").split("，")[1:])
    ):
        return []  # of two things told the reason would seem to be the last one's
    return [f"{match.group('b')}，其原因在于{match.group('a')}"]


def _date_in(text: str) -> list[str]:
    """T，X在Y V… → X于T在Y V…: the first clause only, its subject certain."""
    match = re.match(rf"(?P<t>{DATE})，(?P<rest>.+)$", text)
    end = subject_end(match.group("rest")) if match and match.group("rest")[0] not in "及和与至到、以前后" else 0
    if not match or not end or re.match(r"[于的]|自|截至", match.group("rest")[end:]):
        return []
    if re.search(r"\d|(?:同比|环比|比|平均|累计|分别|依次)$", match.group("rest")[:end]):
        return []  # 共有412家|在营业, 收入同比|增长
    rest = match.group("rest")
    return [f"{rest[:end]}于{match.group('t')}{rest[end:]}"]


def _setting_in(text: str) -> list[str]:
    """在P下，S V… → S在P下V…: the subject certain, nothing of the kind behind it already."""
    match = re.match(r"(?P<p>在[^，。在]{3,12}(?:中|下|上|内|里|时|后|期间|方面))，(?P<rest>.+)$", text)
    end = subject_end(match.group("rest")) if match else 0
    if not match or not end or not takes_setting(match.group("rest"), end):
        return []
    rest = match.group("rest")
    return [f"{rest[:end]}{match.group('p')}{rest[end:]}"]
