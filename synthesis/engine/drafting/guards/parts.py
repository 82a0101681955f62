"""Who plays which part: editor, plaintiff, builder, lender. A part the evidence gives to one must not go to another.

Read in the letters alone: 主编为甲, 由甲主编, 甲任主编, 施工方甲; `the lender was A`, `A, the lender`, `A as lender`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.mentions import naming
from synthesis.engine.drafting.guards.objects import shared_name
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

# A part by its stem; what may follow the stem (施工方, 施工单位) tells nothing.
_STEMS_ZH = (
    "第一作者 通讯作者 原作者 作者 译者 副主编 主编 编剧 导演 执导 制片 配乐 作曲 作词 填词 编曲 主演 主持 牵头 主办 承办 协办 施工 监理 设计 建设 发包 承包 总包 分包 买 卖 收购 出让 受让 转让 "
    "出租 承租 甲 乙 丙 原告 被告 被上诉 上诉 被申请 申请 债权 债务 担保 保证 被担保 委托 受托 供应 采购 供货 承运 托运 主承销 承销 财务顾问 法律顾问 保荐 审计 评估 领投 跟投 控股股东 第一大股东 大股东 "
    "实际控制 副队长 队长 主教练 助理教练 门将 冠军 亚军 季军 导师 学生 弟子 师父 徒弟 母公司 子公司 捐赠 受赠 运营 主管 出版 出品 发行 冠名 独家赞助 主讲 执笔 撰写 审订 校对 插图 投保 承保 受益 指挥 主刀 领衔 伴奏 独奏"
).split()
_TAIL_ZH = r"(?:方|单位|机构|人|商|者|部门|团队|公司|企业|社)?"
_PART_ZH = "|".join(sorted(_STEMS_ZH, key=len, reverse=True))
_NAMED_ZH = r"(?P<who>[^，。；、：:（）()\d与和及]{2,16})"
_READS_ZH = (
    lazy_pattern(rf"(?P<part>{_PART_ZH})(?P<tail>{_TAIL_ZH})(?:则|均|仍|亦|也)?(?:为|是|系|由|：|:){_NAMED_ZH}"),
    lazy_pattern(rf"{_NAMED_ZH}(?:担任|出任|任|作为|受聘为|充当|为|是|系)(?:该\w{{0,4}}|本\w{{0,4}}|其)?(?P<part>{_PART_ZH})(?P<tail>{_TAIL_ZH})(?=[，。；、）]|$)"),
    lazy_pattern(rf"(?<![自理])由{_NAMED_ZH}(?:负责|担纲|独家|领衔)?(?P<part>{_PART_ZH})(?P<tail>)"),
    lazy_pattern(rf"(?:^|[，。；、：（]|[由与和及对向])(?P<part>{_PART_ZH})(?P<tail>方|单位|机构|人|商|者|)(?P<who>(?:(?![与和及对向因就须应将被])[\u4e00-\u9fff·]){{2,8}})"),
    lazy_pattern(r"(?:^|[，。；、])(?P<who>[\u4e00-\u9fff·]{2,6})(?P<part>编剧|导演|执导|主演|配乐|作曲|作词|翻译|主编|执笔|撰写|指挥|伴奏|监理|施工|承建|主办|承办|协办)(?P<tail>)(?=[，。；、]|$)"),
)  # fmt: skip
_SAME_ZH = {"执导": "导演", "撰写": "执笔", "大股东": "第一大股东"}
_MUST_HAVE_TAIL = frozenset(
    "买 卖 甲 乙 丙 设计 建设 委托 转让 采购 供应 评估 审计 运营 主管 发行 出版 担保 保证 申请 捐赠 收购".split()
)

_PARTS_EN = (
    "plaintiff defendant claimant respondent appellant buyer seller vendor purchaser acquirer lender borrower landlord tenant lessor lessee supplier contractor "
    "subcontractor operator owner manufacturer distributor insurer underwriter guarantor trustee sponsor host organiser organizer author editor translator "
    "illustrator director producer composer conductor screenwriter narrator soloist coach captain goalkeeper founder successor predecessor winner runner-up "
    "champion capital parent subsidiary supervisor mentor licensor licensee franchisor franchisee donor recipient creditor debtor mediator arbitrator"
).split()
_PART_EN = "|".join(sorted(_PARTS_EN, key=len, reverse=True))
_NAMED_EN = r"(?P<who>(?-i:[A-ZÀ-Þ])[\w'’&.-]*(?:\s(?:(?:of|and|de|van|von|&)\s)?(?-i:[A-ZÀ-Þ])[\w'’&.-]*){0,4})"
_READS_EN = (
    lazy_pattern(rf"\b(?:the|its|their|a|an)\s(?:[a-z-]+\s)?(?P<part>{_PART_EN})\s(?:is|was|being|remains|will be)\s{_NAMED_EN}", re.I),
    lazy_pattern(rf"\b{_NAMED_EN},\s(?:the|its|their|his|her|an?)\s(?:[a-z-]+\s)?(?P<part>{_PART_EN})\b", re.I),
    lazy_pattern(rf"\b{_NAMED_EN}\s(?:is|was|as|became|acted as|acts as|served as|serves as|being)\s(?:the\s|its\s|an?\s|their\s)?(?:[a-z-]+\s)?(?P<part>{_PART_EN})\b", re.I),
    lazy_pattern(rf"\b(?:the\s|its\s|their\s)?(?P<part>{_PART_EN}),?\s{_NAMED_EN}", re.I),
)  # fmt: skip


@lru_cache(maxsize=2048)
def _played(text: Passage) -> tuple[tuple[str, str, bool], ...]:
    """The parts a passage tells of, each with the wording in which the name of who plays it stands, and whether that
    wording must begin with the name."""
    found = []
    for pattern in _READS_ZH if text.language == "zh" else _READS_EN:
        for match in pattern.finditer(text.text):
            part = match["part"].lower()
            if text.language == "zh" and part in _MUST_HAVE_TAIL and not match["tail"]:
                continue
            found.append((_SAME_ZH.get(part, part), match["who"], pattern is _READS_ZH[3]))
    return tuple(found)


def part_findings(case: Case) -> Iterator[Finding]:
    """An objection when a part is given to one who plays another part in the evidence, or another named there."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    theirs = [pair for text in texts for pair in _played(text)]
    if not theirs:
        return
    shared = shared_name if case.sentence.language == "zh" else _shared_en
    named = {t for meant in naming(case).meant.values() for t in meant}
    for part, who, first in _played(case.sentence):
        holders = [other for p, other, _ in theirs if p == part]
        if not holders or any(shared(who, other) for other in holders):
            continue
        rivals = [other for p, other, _ in theirs if p != part and shared(who, other)]
        rivals += [name for name in named if shared(who, name)]
        mine = max((shared(who, other) for other in rivals), key=len, default="")
        if mine and not (first and not who.startswith(mine)) and not any(_near(text, part, mine) for text in texts):
            yield Finding("role", "fail", "subject", (mine, holders[0].strip()))
            return


def _near(text: Passage, part: str, name: str) -> bool:
    """Whether a text has a name and a part side by side, so that it may well play this part too."""
    low = text.text.lower()
    gap = "[^，。；、与和及]{0,6}" if text.language == "zh" else "[^,.;]{0,14}"
    return re.search(rf"{re.escape(name.lower())}{gap}{part}|{part}{gap}{re.escape(name.lower())}", low) is not None


def _shared_en(first: str, second: str) -> str:
    words = {w.lower() for w in re.findall(r"[\w'’-]{3,}", re.sub(r"['’]s\b", "", second)) if w[:1].isupper()}
    return next((w for w in re.findall(r"[\w'’-]{3,}", re.sub(r"['’]s\b", "", first)) if w.lower() in words), "")
