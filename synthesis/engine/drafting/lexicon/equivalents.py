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
关联 联系 相关性
磋商 协商 商谈 谈判
能耗 功耗 耗电量
人手 人员 人力
薪酬 薪资 工资 待遇
学生 学员 在校生
教师 老师 教职工
儿童 孩子 小孩
孕妇 孕产妇 孕期女性
青年 年轻人 青年人 青少年
家庭 住户
游客 旅客 观光客
观众 参观者
选手 运动员 参赛者
受访者 被调查者 调查对象
志愿者 受试者 参与者
用户 客户 使用者
农户 农民 种植户
债务 负债
亏损 赤字
补贴 补助 津贴
税率 税负
罚款 罚金 处罚金额
判决 裁决 裁定
诉讼 官司
条例 法规
义务 责任
损失 损害
证据 依据
效果 成效 效应 效力
作用 功效
速度 速率 增速
幅度 程度
数量 数目 总数 总量
峰值 最高点 高点 高位
谷值 最低点 低点 低位
范围 区间
区域 地区 地域
城镇 城市
县城 县域
住房 房屋 住宅
交通 运输
道路 公路
能源 能量
电力 电能
污染 污染物
排放 排放量
气温 温度
降水 降雨 雨水
森林 林地
湿地 沼泽
耕地 农田
产量 总产量 产出
单产 亩产
种植 栽培
养殖 饲养
品种 种类 品类
原料 原材料 材料
零件 零部件 部件
芯片 集成电路
软件 程序
网络 互联网
平台 网站
数据 资料
算法 模型
隐患 风险
漏洞 缺陷
攻击 侵害
保护 保障
合作 协作 联手
竞争 角逐
增设 新增 增加
撤销 取消 废除
暂停 中止
恢复 复苏
启动 开启 展开
完成 结束 竣工
推出 上市 发布
发现 观察到 察觉
证明 证实 验证
评估 评价 评定
治疗 诊治 医治
诊断 确诊
疗效 治疗效果
症状 病征
手术 外科手术
药物 药品 药
疫苗 疫苗接种
接种 注射
死亡 病死 身亡
感染 染病
患病 得病
毕业生 应届毕业生
招生 录取
课程 科目
学历 文凭
考试 测验 测试
成绩 分数 学业成绩
就业 工作岗位 职位 岗位
失业 待业
收入 所得
消费 花费
支付 付款
贷款 信贷
利率 利息率
汇率 兑换率
股价 股票价格
指数 指标
预算 财政预算
债券 债务凭证
央行 中央银行 中国人民银行 人民银行
协议 协定 合约 合同
条约 公约
会议 大会
比赛 赛事
冠军 头名 第一名
奖牌 奖项
纪录 记录
球队 队伍
导演 执导
演员 主演
作品 著作
展览 展出
文物 古物
遗产 遗存
博物馆 博物院
居民 住户 市民
公民 国民
移民 迁移人口
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
shipment consignment
duty tariff levy
authority power jurisdiction
student pupil learner
child kid
teacher educator instructor
parent guardian
resident inhabitant
household family
citizen national
user subscriber
voter elector
participant volunteer
researcher scientist investigator
expert specialist
official authority
minister secretary
prosecutor attorney
court tribunal judge
ruling decision verdict judgment judgement
law legislation statute
lawsuit litigation suit
fine penalty sanction
crime offence offense
prison jail
contract agreement deal
defect fault flaw
illness disease sickness ailment
therapy treatment
trial experiment
symptom sign
death fatality
injury wound
infection contamination
vaccine jab inoculation
surgery operation
weight mass
sleep slumber
teenager adolescent teen
pupil student
exam examination test
grade score mark
degree qualification
school institution
enrolment enrollment registration
curriculum syllabus
tuition fee
job post position vacancy employment
wage salary pay earnings
income earning
unemployment joblessness jobless
debt liability borrowing
loan credit lending
budget funding fund money finance
tax taxation
profit surplus
loss deficit
shortfall gap
trade commerce
export shipment
goods merchandise
shop store retailer
home house housing dwelling
rent rental
city town municipality
village hamlet
road highway
railway rail train
ship vessel
aircraft plane
emission pollution
climate weather
rainfall precipitation rain
storm hurricane
flood flooding
drought dryness
forest woodland tree
coast shore seaboard
ocean sea
ice glacier
crop harvest yield
livestock animal cattle
fertiliser fertilizer
pesticide insecticide
energy power electricity
battery cell
chip semiconductor
software programme program app
model system
benchmark test
network internet
privacy confidentiality
breach leak violation infringement
screen display
phone smartphone handset
museum gallery
visitor tourist guest
festival event
film movie picture
award prize
novel book
concert performance
match game fixture
tournament championship competition
team squad side
player athlete
coach manager
record milestone
victory win triumph beat defeat
lose loss
war conflict
peace truce
poll survey questionnaire
respondent interviewee
evidence proof
link association correlation connection relationship
finding result conclusion
study research review paper
risk danger hazard threat
benefit advantage gain edge
drawback disadvantage
hire recruit employ engage
dismiss fire sack
quit resign leave
close shut
open inaugurate
ban prohibit outlaw forbid
allow permit let
require oblige mandate
recommend advise urge
warn caution
say state note report announce
claim argue assert contend maintain
allege accuse
deny reject dispute refuse
admit acknowledge concede
agree consent
oppose resist object
back support endorse
pledge promise commit commitment vow
abandon drop scrap discontinue
cancel call
delay postpone defer
finish complete conclude
continue persist
stop halt cease
remain stay
disclose reveal divulge publish
hide conceal
discover find detect uncover
recall withdraw
replace substitute
reach attain hit
exceed surpass outstrip top
outperform beat surpass
attract draw lure
affect influence impact
blame attribute
damage harm hurt suffer
destroy ruin devastate
protect safeguard shield
save rescue
kill claim
displace evict uproot
migrate move
grant award give
receive get obtain
provide supply deliver offer
gather collect
measure gauge
own possess
additional extra further
annual yearly
roughly approximately about around
almost nearly
former ex previous
current present
recent latest
initial first
final last
frequent common
rare scarce uncommon
difficult hard tough
easy simple
safe secure
dangerous risky hazardous
poor low-income deprived
rich wealthy affluent
invalid void null
valid lawful
mandatory compulsory obligatory
optional voluntary
global worldwide international
abroad overseas foreign
nationwide national
adverse negative
serious severe grave
half 50%
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
