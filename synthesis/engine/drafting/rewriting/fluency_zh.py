"""Whether a Chinese sentence is whole and reads as one: ends, frames, marks, doubled words.

Looks at the sentence alone; what rewording broke is seen against the source by `fluency_seams`. Not for meaning.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from synthesis.engine.drafting.evidence.words import Word, is_nominal, words_of
from synthesis.engine.patterns import lazy_pattern

SHORTEST, LONGEST = 12, 110  # counted characters of a sentence of a draft

# Verbs that say nothing without what follows them; 由…提供 and 得到…支持 have it before them.
_OPEN_VERB = lazy_pattern(
    r"(?:提出|明确提出|宣布|宣告|要求|指出|表示|认为|强调|显示|表明|包括|包含|涵盖|涉及|具有|具备|拥有|成为|作为|属于|位于|处于|导致|造成|引发|引起|使得?|令"
    r"|推动|促进|带动|鼓励|旨在|致力于|有助于|有利于|取得|获得|提供|采用|利用|通过|针对|围绕|基于|依托|纳入|列入|起到|发挥|实施了|发布了|印发了|出台了|推出了|形成了|实现了|完成了|建立了"
    r"|联合|聚焦|面向|意味着|来自|源于|归因于|得益于|取决于|体现在|表现为|分为|占据|占|达到|达|为|是|以|将|把|被|对|由|从|向|与|和|及|或|的|在)$"
)
_SPEAKS, _SPEAKER = frozenset("表示 指出 认为 强调 显示 表明 提出 规定 要求 明确 宣布".split()), 16
_DENIED = ("未", "未能", "没有", "没能", "无法", "难以", "不能")
_GIVEN = lazy_pattern(r"[被由受经有]|得到|予以|加以|所|获|有待|各类|共同|的(?:推动|促进|带动|支持|鼓励|要求|联合)$")
_FRAME = lazy_pattern(r"^(?:针对|围绕|随着|伴随着?|根据|按照|依据|面对|基于|依托|借助|通过|作为|对于|关于|为了|以)")
_SUBORDINATE = lazy_pattern(
    r"^(?:在[^，]*(?:方面|背景下|情况下|过程中|基础上|条件下|推动下|驱动下|影响下|之下|期间|之后|以后|之前|同时)|当[^，]*时|一旦|如果|若|虽然|即使|由于|因为|因)"
)
_DOUBLED = lazy_pattern(r"([\u4e00-\u9fff]{2,6})\1|([的在为是和与及对由被把将已也都均更再了从以可使])\2")
_FINE_DOUBLES = lazy_pattern(r"越来越|各种各样|方方面面|家家户户|世世代代")
_CONNECTIVES = ("不过", "然而", "但是", "此外", "另外", "因此", "同时", "从而", "进而", "由于", "尽管", "虽然")
_TURNS = lazy_pattern(r"不过|然而|但是|(?:^|，)但")
_CAUSES = lazy_pattern(r"^因(?!此|而|素|为了).*(?:原因在于|其原因)|由于.*原因在于|原因在于.*等原因")
_MARKS = (("“", "”"), ("（", "）"), ("《", "》"), ("‘", "’"))


def strange(text: str) -> str:
    """Why `text` is no sentence a supervisor would leave standing, "" when nothing is found. For people's drafts too
    strict; for sentences of the composer."""
    size = sum(c.isalnum() for c in text)
    if not SHORTEST <= size <= LONGEST:
        return "length"
    body = text.rstrip("。！；")
    for check in (_marks, _doubled, _turned_twice, _chains, _no_predicate, _frames, _misplaced, _worn):
        why = check(body)
        if why:
            return why
    return unfinished(text)


_SCENE = lazy_pattern(
    r"(?:在[^，]*(?:方面|[中下上时内])|(?:截至|到|自)?\d{4}年[^，]{0,8}|目前|当前|近年来|其中|同时|此外|另外|从[^，]{1,4}看)"
)


def unfinished(text: str) -> str:
    """The piece a sentence breaks off at: an end that needs more (主管部门在2022年提出。); "" when it ends well."""
    body = text.rstrip("。！；.;!” ’")
    if len(body) < 4:
        return ""
    clause = re.split(r"[，；：]", body)[-1]
    if _WHERE.search(clause):
        return clause[-10:]  # 卖车卖到哪里: its other half is gone
    if clause.endswith(("才是", "则不是", "也是", "都是")):
        return ""  # X不是原因，Y才是
    if _SAYS_NOTHING.search(clause):
        return clause[-10:]
    match = _OPEN_VERB.search(clause)
    if match is None or _within_word(body, len(body) - len(match.group())):
        return ""
    before = clause[: match.start()]
    if match.group() == "的" and re.search(r"是|有", before):
        return ""
    if match.group() in {"达到", "取得", "获得", "提供", "采用"} and before.endswith(_DENIED):
        return ""  # 主要终点未达到
    said = [c for c in re.split(r"[，；：]", body)[:-1] if not _SCENE.fullmatch(c)]
    if match.group() in _SPEAKS and said and len(clause) <= _SPEAKER and not re.search(r"\d", clause):
        return ""  # …，负责人表示
    if match.group() == "达" and before.endswith(("可", "直", "抵", "送", "传")):
        return ""
    if match.group() in {"引起", "引发", "造成", "导致"} and re.search(r"[为因系][^，]{2,12}$", before):
        return ""  # 判断为线路老化引起
    if match.group() == "要求" and re.search(
        r"达到|符合|满足|达不到|(?:标准|强制|硬性|刚性|基本|最低|统一|监管|合规|准入|质量|安全|技术|法定)性?$", before
    ):
        return ""  # 达到标准要求
    given = _GIVEN.search(before) or before.endswith("的") or re.search(r"于[^，]*的$", before)
    if given and match.group() not in _NEVER_LAST:
        return ""
    return clause[-10:]


_WHERE = lazy_pattern(
    r"(?<!不知)(?<!问)(?<!看)(?<!取决于)(?:到|在|给|由|从|去|是|做|要)(?:哪里|哪儿|谁|什么|多少)$|^(?:越|哪里|谁)[^，]{1,8}$"
)
# A paper without its name and without what it says.
_SAYS_NOTHING = lazy_pattern(r"(?:印发|下发|发布|出台|发出)了?(?:通知|意见|方案|文件|办法|规定|公告|通告)$")
_NEVER_LAST = frozenset(
    "的 和 与 及 或 把 将 被 对 由 以 使 令 使得 是 从 提出 指出 表示 认为 包括 成为 宣布 宣告".split()
)


def _within_word(body: str, at: int) -> bool:
    """Whether `at` lies inside a word of `body`, so that the match there is only part of it (所在, 目的, 行为)."""
    return any(w.start < at < w.end for w in words_of(body))


def _marks(body: str) -> str:
    if any(body.count(a) != body.count(b) for a, b in _MARKS):
        return "marks"
    return "marks" if re.search(r"[，、；：]{2}|^[，、；：]|[，、：]$|（）|“”", body) else ""


def _doubled(body: str) -> str:
    match = _DOUBLED.search(_FINE_DOUBLES.sub("", body))
    return "doubled" if match else ""


# What exchanged words leave where two rules met: 比…的增幅, 占比重, 比例高为, 实现的营收在2024年为.
_WORN = lazy_pattern(
    r"比[^，]{2,10}的[增降涨跌]幅|(?<!所)占比[重例]|(?<!最)[高低多少]为\d|%多|实现的(?:营收|营业收入|收入|利润|产值)[^，的]{0,12}[为达]"
    r"|且[^，]{2,16}(?:而言|来看|看来)|(?:建议|呼吁|提议|主张|计划|拟|要求)，[^，。应须]{2,24}被(?:纳入|列入|列为|确定为|定为|划入|归入)|[要将拟应须]到\d{4}年[为达约]|月\d{1,2}(?=[整报完投开上])"
)


def _worn(body: str) -> str:
    return "worn" if _WORN.search(body) else ""


def _turned_twice(body: str) -> str:
    if len(_TURNS.findall(body)) > 1 or _CAUSES.search(body):
        return "connective"
    return "connective" if any(body.count(c) > 1 for c in _CONNECTIVES) else ""


def _chains(body: str) -> str:
    """A clause with four 的, two 的 in three characters, or 和 and 和 in one row."""
    if re.search(r"和[^，。、；与及和]{2,14}和[^，。、；]{2,}", body):
        return "chain"
    return "chain" if any(c.count("的") > 3 for c in re.split(r"[，；：]", body)) or re.search(r"的.的", body) else ""


@lru_cache(maxsize=4096)
def _no_predicate(body: str) -> str:
    """No clause outside frames has a verb, or the last one is a frame that leads nowhere."""
    clauses = [c for c in re.split(r"[，；：]", body) if c]
    denied = any(re.search(r"[%％](?:未|没有|不)[\u4e00-\u9fff]{2}", c) for c in clauses)  # 18%未张贴标识
    if not denied and not any(_predicates(c) for c in clauses if not _only_frame(c)):
        return "no predicate"
    last = clauses[-1]
    if len(clauses) > 1 and _FRAME.match(last) and not re.match(r"以(?!.{0,14}为)", last):
        words = [w for w in words_of(last)[1:] if _verb(w)]
        if not words:
            return "frame"
    return (
        "frame" if _SUBORDINATE.match(last) and re.search(r"(?:方面|下|中|上|期间|之?后|之?前|时|同时)$", last) else ""
    )


def _only_frame(clause: str) -> bool:
    return bool(_SUBORDINATE.match(clause) and re.search(r"(?:方面|下|中|上|期间|后|前|时)$", clause)) or bool(
        re.match(r"(?:近年来|目前|当前|现阶段|未来|今后|\d{4}年(?:\d+月)?|据[^，]*|从[^，]*看|就[^，]*而言)$", clause)
    )


def _verb(word: Word) -> bool:
    return (word.tag[0] == "v" and word.tag != "vn") or word.text in {
        "为",
        "是",
        "占",
        "达",
        "超",
        "有",
        "获",
        "排",
        "居",
        "供应",
    }


# A noun with all that describes it, and nothing said of it: X推出的80瓦发生器.
_DESCRIBED = lazy_pattern(
    r"[^，是为有已将被]{2,}(?:推出|发布|研发|开发|生产|建设|提出|出台|制定|采用|使用|获得|提供|实施|研制)的[^，的是为有在将被已达占可能会需应不未]+$"
)


def _predicates(clause: str) -> bool:
    """Whether a clause has a verb or closing adjective that is not inside a 的-phrase."""
    if _DESCRIBED.match(clause):
        return False
    words = words_of(clause)
    for i, word in enumerate(words):
        rest = clause[word.end :]
        if rest.startswith("的") and not rest.strip("的").startswith("是"):
            continue  # 推出的发生器: the verb only describes
        if _verb(word) and not (re.match(r"[^，]{0,8}的[\u4e00-\u9fff]{1,8}$", rest) and i < 2):
            return True
        if word.tag[:1] in "vn" and len(word.text) == 2 and i and re.match(r"了|《|\d|新|其|该", rest):
            return True
        if (
            word.tag == "vn"
            and i
            and rest
            and not rest.startswith("的")
            and is_nominal(words[i - 1])
            and not _verb(words[i + 1])
        ):
            return True
        if (word.tag[0] in "azl" or word.tag in {"vn", "i"}) and not rest.strip("了。”"):
            return True
    return False


_MISPLACED = lazy_pattern(
    r"被(?:已经?|将|正在|仍|曾|也)(?=[\u4e00-\u9fff])(?![^，]{0,3}者)|[也亦]在[^，。]{2,20}中[约占]?为"
    r"|[于在]\d{4}年[^，。\d]{0,3}在[约近]?\d|(?:连续|持续|逐年|逐步|不断)(?:自|从|于|在)(?=\d)|[了着]和(?=[\u4e00-\u9fff]{2,8}[了着])"
    r"|(?<![不仅])只(?=\d)"
)


def _misplaced(body: str) -> str:
    """A word behind what it must stand before: 被已纳入, 亦在…中为, 连续自2021年起; two predicates joined like nouns."""
    found = _MISPLACED.search(body)
    return found.group() if found else ""


def _frames(body: str) -> str:
    """以…为目标 and 在…方面 must be followed by what is done; the text must not begin with a bare object."""
    clauses = re.split(r"[，；]", body)
    if re.search(r"以[^，]*为[^，]{0,6}(?:目标|宗旨|导向|核心|基础|重点|主线)$", clauses[-1]):
        return "frame" if len(clauses) == 1 and not re.search(r"是|坚持|应|需|要", body) else ""
    if len(clauses) > 1 and re.match(r"由[^，]{4,}的[^，的是]{2,10}$", clauses[-1]):
        return "frame"  # by whom something was made, and not what it is
    for before, after in itertools.pairwise(clauses):
        opened = re.search(r"以[^，]*为[^，]{0,6}(?:目标|宗旨|导向)$", before)
        if opened and not any(_verb(w) for w in words_of(after)):
            return "frame"
    return ""


def is_good_noun(text: str) -> bool:
    """Whether `text` can be named as a subject: whole words, nominal, not a lone modifier."""
    words = words_of(text)
    cut = any(a.tag == "ns" and b.text[0] in "省市县区镇村" and len(b.text) == 2 for a, b in itertools.pairwise(words))
    if cut or (len(words) > 1 and len(words[-1].text) == 1):
        return False  # 滨海|市盖
    return bool(words) and all(is_nominal(w) or w.text in {"的", "与", "和"} for w in words) and len(text) >= 3
