"""Chinese clauses of inspections, holdings and penalties told another way: what part of those checked did what, what share of
what is in whose hands, what happened within a span of years, who orders what of whom.

Each rule takes a clause or sentence and returns wordings, none when its guard fails; figures stay with what they are of.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import noun_phrase_end
from synthesis.engine.drafting.evidence.words import is_noun_phrase
from synthesis.engine.drafting.rewriting.subjects_zh import DATE
from synthesis.engine.patterns import lazy_pattern

_CHECKED = lazy_pattern(
    rf"(?:(?P<t>{DATE})，?)?(?P<who>[^，。；\d]{{2,16}}?)(?:在?(?P<t2>{DATE}))?(?P<v>抽查|检查|调查|走访|抽检|检测|审计|测试|排查|暗访)了?(?P<n>\d[\d.]*[万余]*(?:[家个名户所处座件份批辆台条]|批次))(?P<what>[^，。；]{{2,14}})，(?:发现)?其中，?(?P<rest>(?:约|有|近|超过|逾|仅)*\d[\d.]*[%％][^，。；]{{2,30}})"
)
_HELD = lazy_pattern(
    r"(?P<x>[^，。；]{2,20}?)(?P<k>合计|共同|共|总共)(?P<v>控制|掌握|拥有|持有)(?:着|了)?(?P<n>(?:约|近|超过|逾)?\d[\d.]*[%％])的(?P<y>[^，。；的]{2,10})"
)
_SPAN = lazy_pattern(
    r"(?P<x>[^，。；]{4,24}?)在(?P<t>(?:过去|近|最近)?(?:\d+|[一二两三四五六七八九十]+)(?:年|个月))(?P<k>间|里)(?P<rest>[^，。；]{3,30})"
)
_ORDERED = lazy_pattern(
    r"(?P<x>[^，。；]{4,24}的(?:企业|单位|个人|机构|公司|平台|商户|经营者|用户)?)，由(?P<y>[^，。；]{2,16}?(?:部门|机关|机构|局|委员会|政府))(?P<v>责令|处以|给予|予以|依法)(?P<rest>.+)"
)


def checked(text: str) -> list[str]:
    """监管部门抽查了1240家网点，其中18%… → 在监管部门抽查的1240家网点中，18%…."""
    match = _CHECKED.fullmatch(text)
    if not match or not is_noun_phrase(match.group("who")) or not is_noun_phrase(match.group("what")):
        return []
    when = match.group("t") or match.group("t2") or ""
    rest = re.sub(r"^有", "", match.group("rest"))
    return [f"在{match.group('who')}{when}{match.group('v')}的{match.group('n')}{match.group('what')}中，{rest}"]


def held_by(clause: str) -> list[str]:
    """前四大运营商合计控制61%的库容 → 61%的库容由前四大运营商合计控制."""
    match = _HELD.fullmatch(clause)
    if not match or not is_noun_phrase(match.group("y")) or re.search(r"[不没未将拟]", match.group("x")):
        return []
    x, y, n = match.group("x"), match.group("y"), match.group("n")
    return [f"{n}的{y}由{x}{match.group('k')}{match.group('v')}"]


def span_first(clause: str) -> list[str]:
    """X的造价在四年间上涨了31% → 四年间，X的造价上涨了31%."""
    match = _SPAN.fullmatch(clause)
    if not match or re.search(r"计划|预计|[拟将可能会]$", match.group("x")):
        return []
    if noun_phrase_end(match.group("x") + "已") != len(match.group("x")):
        return []
    return [f"{match.group('t')}{match.group('k')}，{match.group('x')}{match.group('rest')}"]


def ordered(text: str) -> list[str]:
    """未备案的企业，由邮政部门责令改正 → 邮政部门对未备案的企业责令改正."""
    match = _ORDERED.fullmatch(text)
    if not match or "，" in match.group("x"):
        return []
    return [f"{match.group('y')}对{match.group('x')}{match.group('v')}{match.group('rest')}"]


CLAUSES = (held_by, span_first)
SENTENCES = (checked, ordered)
