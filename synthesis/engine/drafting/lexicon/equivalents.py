"""Hand-vetted equivalents: words that may stand for each other in any sentence of the kind we verify.

Never names, drugs or materials. Each line is one group; the first word is its representative.
"""

from __future__ import annotations

_ZH = """
企业 公司 厂商 厂家
患者 病人 病患
设备 装置 器材
医院 医疗机构
我国 中国 国内
全球 世界 全世界
同比 较上年同期 比上年同期 较去年同期
增长 增加 上升 提高 提升 上涨 攀升 增至 升至 增 涨 升 上扬 走高 增高
下降 降低 减少 下滑 回落 减 降 下跌 降至 减至 走低 缩减 滑落
扩大 扩张 拓展 扩展 拓宽
缩小 收窄 萎缩
加快 加速 提速
放缓 减速 趋缓
促进 推动 推进 带动 助推 助力 驱动 拉动
抑制 遏制
制约 限制 约束 掣肘
阻碍 妨碍 阻滞
改善 优化 改进 完善
加强 增强 强化
批准 获批 审批通过 核准 获准
发布 印发 出台 公布 颁布 披露
收购 并购 购入
研发 研制 开发 研究开发
生产 制造 产
投入 投资
使用 应用 采用 运用 利用 采取
建立 构建 搭建 建设 打造 组建
降价 降低价格
价格 售价
费用 支出 开支 花费
成本 耗费
收入 营收 营业收入
利润 盈利
销量 销售量
需求 需要
缺乏 缺少 匮乏 欠缺
不足 短缺 紧缺
导致 造成 引起 引发 致使
影响 作用于
显著 明显 突出
大幅 大幅度
迅速 快速 迅猛 高速 较快
重要 关键
主要 主体
首次 第一次 首度
目前 当前 现阶段 如今
居民 民众 老百姓 百姓 公众
老年人 老人 老年人口
老龄化 人口老龄化
表明 显示 说明
认为 指出
覆盖 涵盖
纳入 列入
预计 预期 预测 料
有望 可望
可能 或许 或 或将
计划 拟 打算
尚未 还没有 仍未 还未 未
大多数 多数 大多 大部分
部分 一部分
所有 全部 一切
占比 比重 份额 占 所占比例 比例
风险 隐患
技术 工艺
产品 制品
检测 检查
监管 监督管理
药监局 国家药监局 国家药品监督管理局
卫健委 国家卫健委 国家卫生健康委员会 国家卫生健康委
医保局 国家医保局 国家医疗保障局
工信部 工业和信息化部
发改委 国家发改委 国家发展改革委 国家发展和改革委员会
集采 集中采购 集中带量采购 带量采购
国产 国内生产 本土
进口 输入
出口 外销
人工智能 AI
磁共振 MRI 磁共振成像
关税 税
上市 面市
临床 临床医学
政策 政策措施
规定 规章
市场 行业市场
规模 体量
意愿 意向 愿意
违者 违规者 违反者
加征 征收
证实 证明 印证
禁止 不得 严禁
差距 差异
落后 滞后
领先 领跑
高于 超过 多于 大于
低于 少于 小于
优于 好于
依赖 依靠
缓解 减轻
缩短 减短
延长 拉长
满足 符合
鼓励 支持 扶持
农村 乡村
城市 都市
医生 医师
下沉 下移
转化 转变 转换
加征 征收
替代 取代 代替
集中 聚集
上游 产业链上游
下游 产业链下游
"""
_EN = """
company firm enterprise business corporation
device equipment instrument
hospital clinic
rise increase grow climb gain up expand surge jump growth uptick
fall decrease decline drop down shrink reduce lower slump reduction contract
lead head
buy acquire purchase acquisition takeover
sell sale
make produce manufacture production output
cost expense expenditure spending
revenue turnover
approve approval clear clearance authorise authorize
publish issue release
show indicate demonstrate reveal find suggest
begin start launch commence
cause trigger prompt result
promote drive boost spur foster stimulate encourage
hinder hamper impede constrain limit restrict
inhibit suppress curb
need require demand requirement
important key crucial vital essential
big large sizeable
fast rapid quick swift
about approximately
main major chief principal
share proportion portion percentage
elderly old aged older
doctor physician clinician
drug medicine medication pharmaceutical
lack shortage scarcity insufficient deficit
country nation
build establish create set
use adopt apply employ application adoption
help assist aid support
improve enhance better improvement
expect forecast project anticipate predict projection expectation estimate
plan intend aim
first initial
rule regulation
import imported
worker employee staff labour labor
price pricing
supplier vendor
maker manufacturer producer
consumer customer buyer
vehicle car
farmer grower
factory plant
"""


def _groups(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        words = line.split()
        for word in words:
            table.setdefault(word, words[0])
    return table


EQUIVALENT_ZH: dict[str, str] = _groups(_ZH)
EQUIVALENT_EN: dict[str, str] = _groups(_EN)


def variants_zh(word: str) -> list[str]:
    """The words of the group of a Chinese word, itself first."""
    head = EQUIVALENT_ZH.get(word)
    return [word] if head is None else [word, *(w for w, h in EQUIVALENT_ZH.items() if h == head and w != word)]
