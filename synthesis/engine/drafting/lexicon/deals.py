"""Predicates of dealings between two parties, with the part their subject has: 1 gives, acts or leads, 0 gets or is acted upon.

A dealing has a frame, so that 甲向乙出售, 乙从甲购得 and 买方是乙 tell one thing. Parts of other frames are not compared.
"""

from __future__ import annotations

# Frame, whether the subject is the giver or actor (+), the getter (-) or either (?), and the words.
_ZH = """
goods + 出售 售予 售给 卖给 卖出 转让 出让 变卖 抛售 供应 供给 供货 销往 销给 销售给 出口 交付 运往 运到 销到 卖到 输往 发往 转手
goods - 收购 并购 购买 采购 购得 购进 购入 购自 购置 买入 买进 买下 买来 买到 买走 订购 进口 受让 接手 拿下 盘下
goods # 卖方 卖家 出让方 转让方 出售方 供应商 供货商 供货方 供应方 供方 供应国 供应地 出口方 出口国 来源地 来源国 进口来源
goods = 去向 买主 主顾 目的地 买方 买家 受让方 收购方 采购方 购买方 需方 进口方 进口国 出口市场 出口目的地
give + 补贴 资助 给予 颁给 颁予 颁发 捐给 捐赠 捐献 捐出 捐 赠送 赠予 赠给 援助 支援 输送 移交 转交 提供 赠与 划拨 拨付 下拨
give - 荣获 摘得 获赠 收到 领取 领到 接收 受赠
give # 捐赠方 援助方 捐赠人
give = 受赠方 受援方 受捐方
loan + 贷款 发放 放贷 借给 贷给 出借 借出 贷款给 放款
loan - 借入 借得 贷得 借来 借款 举债
loan # 贷款人 出借人 出借方 贷款方 贷款行 债权人
loan = 借款人 借款方 债务人
rent + 出租 租给 租借给 出租给 流转给 转包给 发包给
rent - 租用 流转入 承包 承租 租入 租得 租下 租来 租赁 租借
rent # 出租方 出租人 房东 业主
rent = 承租方 承租人 租户 租客
right + 授权 许可 特许 授予 准许
right # 许可方 授权方
right = 被许可方 被授权方
invest + 投资 注资 增资 入股 参股 控股 持有 持股 投入
invest - 引入 引进
invest # 股东 大股东 控股股东 投资方 投资人 投资者 母公司
invest = 子公司 被投企业
pay + 退给 返还 支付 付给 缴纳 缴付 赔偿 赔付 补偿 偿还 归还 退还 退款 付费 付款
pay - 拿回 收回 要回 领回 收取 追缴 讨回 收缴
pay # 付款方
pay = 收款方
suit + 诉讼 起诉 告上法庭 诉至法院 控告 提起诉讼 状告 诉诸法院 提告
suit # 原告 申请人 上诉人
suit = 被告 被申请人 被上诉人
fine + 罚单 罚款 处罚 开出 处以 责罚 惩处 罚没
urge + 敦促 催促 要求 呼吁 督促 责令 责成 恳请
ask + 请求 申请 请示 求助
hire + 聘为 聘任 交给 交由 委托 聘请 雇用 雇佣 聘用 委派 外包给 发包给 转包给 分包给
hire - 搭建 承建 建造 打造 代工 研制 承办 承运 担任 受聘于 受聘 受雇于 承接 受托 承揽 受聘
hire # 委托方 雇主 发包方 甲方
hire = 受托方 承包方 承包商 乙方
teach + 指导 培训 帮助 帮扶 辅导 教导 扶持
blame + 批评 指责 谴责 抨击 质疑 非议 责备 诟病
praise + 表扬 称赞 赞扬 表彰 肯定 赞赏
answer + 拒绝 驳回 否决 回绝 婉拒 接受 未予接受 批准 核准 同意
answer - 提出 提议 提交 递交 申报
report + 举报 投诉 检举 报告 上报 通报 汇报
report - 接到 接获
replace + 接任 继任 接过 取代 替代 顶替 接替 赶超 超越 反超 超过 挤下 代替
replace - 让给 让位于 让位给 落后于
beat + 击败 战胜 力克 大胜 险胜 横扫 完胜 打败 淘汰 胜
beat - 不敌 负于 输给 败给 惜败 败于
rule + 约谈 调查 检查 监管 督查 巡视 立案 查处 问责
sway + 制约 限制 约束 阻碍 拖累 推动 促进 带动 影响 支撑 拉动 倒逼 威胁 冲击 挤压
guard + 担保 承保 抵押
visit + 访问 出访 拜访 到访
visit - 接待
invite + 邀请 邀
refer + 转诊 转送 转给 送往 派往 派驻 派遣 选派 下派 调派
"""
# Frame, type and word forms; a participle stands for its active and its passive.
_EN = """
goods + sold sell sells selling supplied supply supplies supplying exported export exports exporting delivered deliver delivers delivering shipped ship ships provided provide provides providing furnish furnishes furnished
goods - bought buy buys buying purchased purchase purchases purchasing acquired acquire acquires acquiring imported import imports importing sourced source sources sourcing procured procures procure
goods # supplier seller vendor exporter provider
goods = buyer purchaser acquirer customer importer client
loan + lent lend lends lending
loan - borrowed borrow borrows borrowing
loan # lender creditor
loan = borrower debtor
rent ? leased lease leases leasing rented rent rents renting let lets
rent # landlord lessor
rent = tenant lessee
right ? licensed license licenses licensing licence licences
right + authorised authorized authorises authorizes permitted
right # licensor
right = licensee
give + refunded refunds subsidises subsidised gave give gives given donated donate donates awarded award awards granted grant grants extended handed transferred transfers
give - received receive receives receiving obtained obtain obtains obtaining got gets
give # donor
give = recipient beneficiary
own + owns own owned holds held hold controls
own # shareholder owner parent
own = subsidiary
pay + paid pay pays paying reimbursed reimburses compensated compensates repaid repays
pay - collected collects charged charges
suit + sued sue sues suing
suit # plaintiff claimant
suit = defendant
fine + fined fines fining penalised penalized penalises
urge + urged urge urges urging pressed called calls asked asks lobbied ordered orders told instructed
hire + hired hire hires commissioned commission commissions appointed appoints engaged contracted outsourced outsources subcontracted subcontracts entrusted
hire - built builds designed designs packages packaged assembles assembled processes processed
teach + taught teaches trained train trains training mentored coached coaches advised advises helped helps
blame + criticised criticized criticises criticizes criticising accused accuses accusing condemned condemns blamed attacked denounced rebuked
praise + praised praises commended commends hailed
answer + vetoed vetoes rejected reject rejects rejecting refused refuses accepted accepts approved approves declined declines
report + reported reports referred refers refer
replace + succeeded succeeds replaced replace replaces replacing overtook overtake overtakes overtaken surpassed surpasses displaced displaces displace outpaced outpaces outpace supplanted supplants leapfrogged
replace - trailed trails
beat + beat beats beaten defeated defeats thrashed outplayed edged
rule + investigated investigates audited audits inspected inspects regulates supervised supervises oversees summoned
guard + insured insures guaranteed guarantees underwrote underwrites
invite + invited invites
"""
# What is got, faced or made by another word: received a loan from, imposed a fine on, 受到…的批评.
_NOUNS_EN = """
loan loan loans credit
suit suit lawsuit proceedings
fine fine penalty fines
blame criticism rebuke condemnation accusation accusations
praise praise
teach training guidance advice
hire commission
urge call calls pressure
beat defeat
win win victory
own stake shares
right licence license permission
answer approval rejection
pay payment compensation
give refund subsidy grant
guard guarantee guarantees
goods order orders supplies deliveries
rule investigation probe inquiry
"""


def _table(lines: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in lines.strip().splitlines():
        frame, kind, *words = line.split()
        for word in words:
            found[word] = (frame, kind)
    return found


def _with_participles(table: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The table and the -ing forms of its -ed forms."""
    formed = {
        f"{word[:-2]}ing": read for word, read in table.items() if word.endswith("ed") and read[1] in {"+", "-", "?"}
    }
    return {**formed, **table}


#: Word → frame and + - ? for a predicate, # = for a noun that names the giver or getter.
DEALS_ZH = _table(_ZH)
DEALS_EN = _with_participles(_table(_EN))
NOUNS_EN = {word: line.split()[0] for line in _NOUNS_EN.strip().splitlines() for word in line.split()[1:]}
