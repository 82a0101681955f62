"""Who acts on whom, read in the letters alone: an act between two parties must not be told with the two exchanged.

Needs no word cutting, so that names and bodies no dictionary has are read as well: what stands before and after a verb
(or after 给) in the sentence is sought in the letters before and after it in the evidence. Chinese only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import GENERIC_ZH
from synthesis.engine.drafting.lexicon.roles import BETWEEN_PARTIES_ZH
from synthesis.engine.patterns import lazy_pattern

_VERB = lazy_pattern(
    rf"(?<!的)(?P<v>{'|'.join(sorted(BETWEEN_PARTIES_ZH, key=len, reverse=True))})(?:了|过)?(?![的方人者书费案权款金率令函期员量额力度性局院所部处署等和与及、]|$)"
)
_GIVES = lazy_pattern(r"(?P<v>[\u4e00-\u9fff]{2}给)(?:了)?")
_PASSIVE = lazy_pattern(
    r"(?P<p>[^，。；]*?)(?:被(?!告|申请|上诉|担保|保险|试)|(?<!理)由|遭到?|受到?)(?P<a>[^，。；]{2,24})$"
)
_OTHER_MARK = lazy_pattern(r"[对向获与和跟同比替]|从|经(?!济|营|理)|委托|要求|请|让|使|令|帮")
_TOWARDS = lazy_pattern(
    r"(?P<m>[向给对为替])(?P<b>[^，。；向给对为替]{2,16}?)(?P<v>支付|缴纳|赔偿|补偿|偿还|清偿|退还|返还|捐赠|捐款|拨付|拨款|预付|垫付|出售|转让|出借|供应|供货|采购|购买|借款|借入|贷款|索赔|索要|起诉|投诉|举报|汇报|报告|移交|交付|出租|注资|增资|"
    r"投资|担保|反担保|授权|许可|收取|征收|追讨|追偿|求助|道歉|致歉|致谢|发函|提交|递交|推荐|发放|输出|输送|派遣|派出|传授|请教|学习|施压|让步|妥协|提出抗议|提供)"
)
_BRINGS = lazy_pattern(r"[将把]")
_HAN = lazy_pattern(r"[\u4e00-\u9fff·A-Za-z]+")
_REACH = 14


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb with the letters in which its agent and those in which its patient stands."""

    verb: str
    agent: str
    patient: str
    clause: Clause


@lru_cache(maxsize=2048)
def _acts(text: Passage) -> tuple[_Act, ...]:
    return tuple(act for clause in text.clauses for act in _of_clause(clause))


def _of_clause(clause: Clause) -> Iterator[_Act]:
    for match in _VERB.finditer(clause.text):
        before, after = clause.text[: match.start()], clause.text[match.end() :][:_REACH]
        if turned := _PASSIVE.match(before):
            yield _Act(match["v"], turned["a"], turned["p"] or after, clause)
        elif not _OTHER_MARK.search(before):
            yield _Act(match["v"], before, after, clause)
    for match in _TOWARDS.finditer(clause.text):
        before = clause.text[: match.start()]
        if not _PASSIVE.match(before) and not _OTHER_MARK.search(before):
            yield _Act(match["m"] + match["v"], _BRINGS.split(before)[0], match["b"], clause)
    for match in _GIVES.finditer(clause.text):
        before = clause.text[: match.start()]
        if not _PASSIVE.match(before):
            yield _Act(match["v"], _BRINGS.split(before)[0], clause.text[match.end() :][:_REACH], clause)


def object_findings(case: Case) -> Iterator[Finding]:
    """An objection to an act whose two parties have changed places."""
    if case.sentence.language != "zh":
        return
    theirs = [act for text in case.evidence if text.language == "zh" for act in _acts(text)]
    for mine in _acts(case.sentence):
        same = [other for other in theirs if other.verb == mine.verb]
        if same and all(_crossed(mine, other) for other in same):
            yield Finding("role", "fail", "role", (mine.clause.text.strip(),))
            return


def _crossed(mine: _Act, other: _Act) -> bool:
    agent, patient = shared_name(mine.agent, other.patient), shared_name(mine.patient, other.agent)
    if not agent or not patient or _one(agent, patient):
        return False
    return agent not in other.agent and patient not in other.patient


def _one(first: str, second: str) -> bool:
    return first in second or second in first


def shared_name(first: str, second: str) -> str:
    """The longest run of two letters or more that both have and that names something; else empty."""
    best = ""
    for run in _HAN.findall(first):
        for start in range(len(run) - 1):
            end = start + max(2, len(best) + 1)
            while end <= len(run) and run[start:end] in second:
                best, end = run[start:end], end + 1
    return "" if best in GENERIC_ZH else best
