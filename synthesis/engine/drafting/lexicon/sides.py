"""Predicates and nouns that put one on a side of an act: + acts, leads, gives or takes over, - joins in, gets, is taken over.

Those of `lexicon.deals` with the frames that only a single side need tell: who leads and who takes part, who bought whom.
"""

from __future__ import annotations

from synthesis.engine.drafting.lexicon.deals import DEALS_EN, DEALS_ZH
from synthesis.engine.drafting.lexicon.roles import BETWEEN_PARTIES_ZH

_ZH = """
lead + 牵头 主导 主持 领衔 带队 挂帅
lead - 参与 参加 协助 配合 协同 协办
lead # 牵头方 牵头单位 牵头机构 主导方 主导者 牵头者
lead = 参与方 参与单位 参与者 协办方 协办单位 协作方 配合方 协作单位
acquire + 收购 并购 兼并 吞并 买下 控股 接管 全资收购 购得 购入 收入囊中 纳入旗下 收归旗下
acquire - 并入 归入 卖给 售予 出售给 卖身
acquire # 收购方 买方 买家 并购方 收购者 母公司 控股股东 全资股东 大股东 唯一股东 新东家
acquire = 被收购方 被并购方 标的公司 子公司 全资子公司 控股子公司 卖方
rent + 出租 租给 租借给 出租给
rent - 租用 承租 租入 租得 租下 租来 租赁
goods # 供应商 供货商 供货方 供应方 供方
goods = 客户 主顾 采购方 采购商 需方 大客户
"""
_EN = """
lead + led lead leads leading headed heads coordinated coordinates chaired spearheaded masterminded
lead - helped helps helping assisted assists assisting participated participates contributed contributes joined joins
lead # leader coordinator
lead = participant helper assistant
acquire + acquired acquires acquire acquiring bought buys buy buying purchased purchases purchase absorbed absorbs swallowed
acquire # acquirer buyer purchaser parent owner
acquire = target subsidiary
"""


def _table(lines: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in lines.strip().splitlines():
        frame, kind, *words = line.split()
        found |= dict.fromkeys(words, (frame, kind))
    return found


#: Word → frame and + or - of its subject; # and = for nouns of the one who has it.
SIDES_ZH = {word: (f"={word}", "+") for word in BETWEEN_PARTIES_ZH} | DEALS_ZH | _table(_ZH)
SIDES_EN = DEALS_EN | _table(_EN)
