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
loan + 借给 贷给 放贷 发放
loan - 借 欠 借入 借得 贷得 拖欠
rent - 租
teach + 讲授 教 授课 传授 讲解 辅导 培训 指导 教授 执教 任教
teach - 听课 听讲 受教 受训 求教 学自
teach # 老师 讲师 授课人 主讲人 导师 教练 师父
teach = 听课者 徒弟 弟子
beat + 夺冠 摘冠 折桂 胜出 获胜 取胜 告捷
beat - 落败 告负 失利
beat # 冠军 胜者 赢家 胜方
beat = 亚军 败者 输家 负方
fine + 罚 罚单 罚款 处罚 处以 开罚单 惩处
fine = 受罚者
replace - 卸任 离任 去职 卸职
replace # 继任者 接任者 接班人 新任
replace = 前任 前任者
eat + 捕食 吃 取食 猎食 啃食
eat # 天敌 捕食者
eat = 食物 猎物
tell + 通报 告知 通知 告诉 汇报 转告 透露 介绍
tell - 获悉 得知 接报
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
loan + lent lends lend
loan - borrowed borrows borrow owes owed owe
rent + lets let
rent - rented rents rent
goods + supplied supplies supply provided provides provide delivered delivers deliver
goods # supplier seller vendor
goods = customer client
give - get got gets receive received receives
pay + refunded refunds refund repaid repays repay reimbursed reimburses reimburse
beat + beat beats defeated defeats won wins
beat - lost loses
beat # winner champion
beat = runner-up runners-up loser
teach + taught teaches teach tutored tutors instructed instructs
teach - learn learns learned learnt
teach # teacher tutor instructor mentor coach
teach = pupil student trainee apprentice mentee
replace + succeeded succeeds replaced replaces
answer + turned_down turns_down turn_down
replace + took_over_from takes_over_from
replace # successor
replace = predecessor
eat + eaten eats ate eat hunts hunted hunt
eat # predator
eat = prey
fine + fined fines
"""
#: Nouns of acts → frame: A's purchase of B, a lawsuit from A.
_ACTS_EN = """
acquire acquisition takeover purchase buyout
suit lawsuit suit complaint claim
fine fine penalty
loan loan
beat victory win
"""


def _table(lines: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in lines.strip().splitlines():
        frame, kind, *words = line.split()
        found |= dict.fromkeys((word.replace("_", " ") for word in words), (frame, kind))
    return found


#: Word → frame and + or - of its subject; # and = for nouns of the one who has it.
SIDES_ZH = {word: (f"={word}", "+") for word in BETWEEN_PARTIES_ZH} | DEALS_ZH | _table(_ZH)
SIDES_EN = DEALS_EN | _table(_EN)
ACTS_EN = {word: line.split()[0] for line in _ACTS_EN.strip().splitlines() for word in line.split()[1:]}
