"""Words that may stand for each other in a retelling, a word in as many groups as it has senses.

Wider than `equivalents`, which gives a word one key: these only keep a word from being taken for something new. No group
holds opposites, members of one class (countries, crops, fuels) or a thing and its part. Groups are parted by bars.
"""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.lexicon.equivalents_en import GROUPS_EN
from synthesis.engine.drafting.lexicon.equivalents_zh import GROUPS_ZH

_EN = """
regulator watchdog supervisor overseer authority agency | ministry department | court tribunal bench judges | court trial hearing
government administration cabinet state authorities | council municipality town-hall
retire close shut decommission | passenger traveller traveler rider | customer client patron shopper
staff personnel workforce employee worker crew team | site facility location premises venue
plant factory works mill | truck lorry | car automobile vehicle | coach bus | flat apartment
whole entire full complete | biggest largest greatest | largest leading top | small little minor modest tiny
earnings profit income | pay wage salary remuneration compensation | fee charge toll price | fare ticket
levy charge duty tax | cheap inexpensive affordable low-cost | expensive costly dear pricey
attribute ascribe credit blame | build construct erect put | building construction
maintain keep preserve retain | preserve conserve | fix repair mend | upkeep maintenance
refurbish renovate overhaul modernise modernize upgrade revamp | swap exchange switch | substitute replacement
trial pilot test experiment | test check examine inspect | inspection check examination audit
survey poll questionnaire | respondent interviewee participant | patient sufferer | disease illness condition
drug medicine treatment | physician doctor clinician | nurse carer | pupil schoolchild student
teacher instructor educator | lecturer academic scholar | scholar researcher author academic
author writer novelist | book volume title | newspaper daily paper | magazine journal periodical
reader readership audience | viewer audience spectator | listener audience | visitor guest tourist
holidaymaker tourist vacationer | hotel inn | restaurant eatery diner | shop store outlet branch
supermarket grocer grocery | chain group | company firm business operator | operator provider
supplier provider vendor | maker manufacturer producer builder | buyer purchaser acquirer | seller vendor
owner proprietor holder | shareholder stockholder investor | investor backer | lender bank creditor
borrower debtor | insurer underwriter | policyholder insured | landlord lessor | tenant renter lessee occupant
householder homeowner | builder developer contractor | subcontractor contractor | partner ally collaborator
rival competitor | opponent critic | supporter backer advocate | union labour | boss chief head chief-executive
chairman chair chairwoman chairperson | spokesman spokeswoman spokesperson | lawyer solicitor attorney counsel
jury panel | committee panel board | expert specialist consultant | official officer
policeman policewoman police officer | firefighter fireman | soldier troop | farm holding
farmer grower producer | fisherman fisher | herd cattle livestock | field plot parcel | soil ground
wood timber lumber | woodland forest | river stream waterway | lake reservoir | sea ocean | port harbour harbor
quay pier berth wharf | ship vessel | plane aircraft jet | airline carrier | flight service | train rail railway
station stop | track line rail | road street highway | bridge crossing span | tunnel tube | journey trip travel
route line | commute travel | parcel package | letter mail post | delivery shipment | freight cargo goods
warehouse depot store | container box | stock inventory | output production | capacity capability
demand appetite | supply provision | turnover revenue sales | sales takings receipts
spending outlay expenditure expense | saving economy | cut reduction decrease | rise increase growth upturn
drop fall decline decrease downturn | slow slacken ease | ease relax loosen soften | tighten toughen strengthen
halve half | double twofold twice | triple threefold treble | shrink dwindle | widen broaden
extend lengthen prolong | shorten curtail | pace speed rate | gap difference disparity
share proportion percentage slice part | majority most | minority few | number figure count tally total
amount sum quantity volume | average mean | limit cap ceiling maximum | threshold minimum floor
target goal objective | aim goal purpose | plan scheme programme program project | project scheme undertaking
initiative scheme programme | measure step action | rule regulation provision | law act legislation
ban prohibition | permit licence license permission authorisation authorization | exempt excuse spare
exemption waiver | fine penalty | breach violation | deadline cutoff | date day | begin start commence open
launch introduce unveil roll | unveil present reveal announce | introduction launch | end finish conclude
closure shutdown | shut close | halt suspend stop pause | suspension halt pause | resume restart reopen
delay postpone defer | cancel scrap axe drop | finish complete | completion finish | happen occur take
event incident occurrence | accident crash | fire blaze | outage blackout | leak spill | damage harm
repair fix | search hunt | look search | seek pursue | ask request | request demand application | apply request
require demand oblige need | oblige compel force | force compel push | urge call press | allow permit let enable
enable allow let | prevent stop avert | avoid avert | protect shield guard | support back assist
aid assistance help support | subsidy grant support | grant award | fund finance bankroll
funding financing money | loan lending | debt borrowing | pay settle | repay reimburse | refund reimburse repay
compensation damages | contract deal agreement | deal agreement accord pact | sign conclude | negotiate discuss
talks negotiation discussion | discuss debate | vote ballot | approve back endorse pass
reject refuse decline turn | refusal rejection | oppose resist | complaint grievance | complain protest
protest demonstration | strike walkout stoppage | appoint name | resign quit step | dismiss sack fire
hire recruit | training instruction | skill ability | job post position role | vacancy opening
degree qualification | school establishment | university institution | lesson class
research study investigation | scientist researcher | finding result | evidence proof | data figure statistic
report document paper | document paper | publish release issue | release publication | state declare say
declare announce | mention cite | explain clarify | clarify specify | show demonstrate reveal indicate
suggest indicate imply | link connect associate | connection link tie | cause reason | reason explanation
effect impact consequence | result outcome | success achievement | failure collapse
problem difficulty issue trouble | risk danger | safe secure | safety security | weather conditions | storm gale
rainfall rain | dry arid | hot warm | cold cool | heat warmth | temperature heat | pollution contamination
waste rubbish refuse garbage | recycle reuse | power electricity | turbine windmill | grid network
petrol gasoline | diesel fuel | gas natural | screen display | phone telephone mobile handset | app application
software program | online internet web digital | website site | camera cam | photo photograph picture image
picture image | scan image | music song | film movie picture | director film-maker filmmaker | actor performer
show programme broadcast | channel broadcaster | exhibition exhibit show display | museum gallery
collection holdings | prize award | winner victor | win secure gain | match game | league championship
stadium arena | club side team | home dwelling house housing | house household | household family home
resident inhabitant local | people person individual resident | child youngster minor | pensioner retiree senior
old elderly older senior | young youthful | poor needy | rural country | countryside rural | village community
community neighbourhood neighborhood | district area borough quarter | region area province | border frontier
abroad overseas | foreign overseas | domestic home national | national nationwide countrywide
across throughout | worldwide global | new fresh novel | old former | current existing | previous earlier prior
initial original | original initial | recent latest | annual yearly | monthly month | daily day
quarter three-month | fortnight two-week | decade ten-year | overnight night | often frequently | rarely seldom
usually normally generally | mostly mainly largely chiefly primarily | partly partially
fully entirely completely | almost nearly | slightly marginally | sharply steeply strongly
quickly rapidly fast | gradually progressively | constant steady stable unchanged | unchanged flat stable
stable steady | same identical | similar comparable | different distinct | extra additional | free gratis
necessary required needed | essential vital | enough sufficient | insufficient inadequate | short scarce
careful cautious | clear evident | open available | available accessible | common widespread
widespread prevalent | hard difficult | easy simple | strong robust | weak sluggish soft | heavy intense
busy crowded | empty vacant unoccupied | vacant unoccupied | broken faulty defective | fault defect malfunction
bankruptcy insolvency collapse administration | bankrupt insolvent | shelf shelves store shop | label brand marque | shopper customer regular buyer
withdraw pull remove | uproot displace | displaced uprooted refugees | quake earthquake tremor | raid search swoop | suspicion allegation
seller merchant trader vendor | prominent visible conspicuous | nicotine tobacco cigarette | smoke cigarette tobacco | levy tax duty toll
inconsistent incompatible contrary | classify class label rate | entitlement right claim | lets allows permits | relapse recurrence return
death fatality mortality | die perish | birth delivery | fertility birth | mother woman parent | mean average typical
credit attribute ascribe owe | blame fault attribute | reservoir dam | lowest weakest smallest minimum | highest strongest maximum peak
forest woodland jungle rainforest | deforestation clearing felling logging | clear fell cut | satellite orbital | land soil territory
visitor tourist arrival | arrival visitor inflow | entry admission access | admission entrance entry | ticket fare pass
tonne ton | draw extract pump | extraction pumping withdrawal | brine saltwater | permit licence allowance
stock inventory store | spawn breed reproduce | biomass stock | precaution safety | rebound recover bounce | recovery rebound upturn
turbine generator | generate produce output | output generation production | blade rotor | prototype model | record high peak best
insure underwrite cover | loss damage cost | catastrophe disaster calamity | storm thunderstorm tempest | natural nature
lawyer jurist attorney | query question request | hallucinate invent fabricate | invented made-up fabricated false | tool software product
sample subset selection | subject person participant volunteer | volunteer participant subject | cohort group sample | trial study experiment
dose shot jab injection | vaccine jab shot | vaccinate inoculate immunise immunize | infection case | infect contaminate | symptom sign complaint
diagnose detect identify | screen test check | therapy treatment care | surgery operation procedure | surgeon doctor | ward unit
hospital clinic infirmary | elderly older aged | carer caregiver nurse | disability impairment | obese overweight | diet food nutrition
meal dish food | drink beverage | crop harvest yield | harvest crop yield | drought dryness | flood inundation | irrigate water
fertiliser fertilizer manure | pest insect | seed grain | grain cereal | meat beef pork | milk dairy | egg poultry
emission greenhouse carbon discharge | warming heating | climate weather | renewable green clean | solar photovoltaic sun | wind turbine gale
battery storage cell | charger charging | grid network system | blackout outage cut | coal lignite | oil crude petroleum | pipeline pipe
refinery plant | mine pit quarry colliery | ore mineral | steel metal | export shipment sale | import purchase shipment | tariff duty levy
trade commerce | sanction embargo restriction | currency money | devalue weaken depreciate | weaken soften fall depreciate | strengthen firm appreciate rise
inflation prices cost-of-living | interest borrowing | bond debt security | yield return | dividend payout | bonus premium | wage earnings pay
unemployment joblessness | jobless unemployed | redundant laid-off | lay shed cut | overtime extra | pension retirement | retire leave
mortgage loan | rent tenancy lease | eviction removal | homeless unhoused | dwelling flat unit | build construct | builder developer
classroom class lesson | pupil learner student | exam test examination | mark grade score | score mark point result | truancy absence
absent missing away | graduate alumnus leaver | tuition fee | scholarship grant bursary | curriculum syllabus | reading literacy
crime offence offense | theft robbery burglary | thief robber burglar | police force officers | prison jail custody | inmate prisoner convict
sentence term penalty | convict condemn | acquit clear | sue prosecute | ruling judgment judgement decision verdict | appeal challenge
vote poll ballot | election poll ballot | voter elector | turnout participation | candidate contender hopeful | party side | coalition alliance
parliament assembly legislature | lawmaker legislator deputy MP | minister secretary | mayor leader | treaty accord convention | summit meeting
army military troops | weapon arms | attack raid strike assault | ceasefire truce | war conflict fighting | peace truce
border frontier boundary | migrant immigrant newcomer | asylum refuge | citizen national | passport papers
privacy confidentiality | data information | breach leak | hack attack intrusion | password credential | algorithm model | chip semiconductor
computer machine | robot machine | drone uncrewed | phone handset device | subscriber user customer | broadband internet | mast tower
satellite spacecraft | launch liftoff | rocket launcher | probe spacecraft | orbit circle | telescope observatory
galaxy star | planet world | fossil remains | bone skeleton remains | tomb grave burial | excavate dig unearth | dig excavation
pottery ceramics | coin money | manuscript text | inscription writing | palace residence | temple shrine | statue sculpture figure
painting canvas picture | painter artist | composer musician | orchestra ensemble | concert performance show | theatre playhouse stage
play drama | caption subtitle | audience crowd public | library collection | archive record | translate render
player footballer athlete | athlete sportsman competitor | champion winner title-holder | medal prize | prize money reward award | tournament competition
coach trainer manager | referee official | fan supporter | goal score | train practise practice
boost lift raise increase | surge jump leap soar | soar surge rocket | plunge slump tumble | slump plunge fall | creep edge inch
shave trim cut | top exceed surpass | trail lag follow | lead head top | overtake pass | match equal | near approach close
outnumber exceed | account represent constitute | comprise include contain | exclude omit | cover include span | span cover last
take last require | cost set charge | spend pay invest | earn make gain | lose forfeit shed | own hold possess | hold keep retain
run operate manage | manage run handle | oversee supervise monitor | monitor track watch follow | track follow trace | watch observe monitor
warn caution alert | caution warn stress | stress underline emphasise emphasize highlight | note point remark observe | argue contend maintain hold
think believe consider reckon | reckon estimate think put | estimate reckon calculate put | forecast predict project expect | expect anticipate foresee
hope wish expect | fear worry dread | worry concern fear | concern worry unease | doubt question | question query challenge
agree accept consent | admit concede acknowledge | insist maintain | promise pledge vow undertake | pledge promise commitment | commit pledge
choose select pick opt | prefer favour favor | want wish desire | try attempt seek | fail miss | succeed manage | manage succeed
stay remain keep | remain stay continue | keep stay retain hold | continue carry persist | persist last continue | linger remain
become turn grow | turn become switch | switch change move | move shift transfer | shift move change | change alter modify amend
amend revise change | revise change update | update refresh revise | replace supplant substitute | add join include | join enter
leave quit depart exit | exit leave departure | arrive come reach | reach hit attain | hit reach strike | strike hit
sit stand lie | lie sit | stem come arise | arise stem come | bring carry take | carry bear transport | transport carry haul ship
give grant hand | hand give pass | grant award give | offer provide supply | provide give offer supply | supply provide deliver | deliver supply hand
receive get obtain | get obtain receive | obtain get secure | secure obtain win | collect gather raise take | gather collect assemble | raise collect lift
send dispatch ship | dispatch send | store keep hold | save spare conserve | spare save | waste squander | use employ apply | employ use hire
usable serviceable fit | unsafe dangerous hazardous | dangerous unsafe risky hazardous | risky dangerous hazardous | harmful damaging | harmless safe benign
costly expensive | cheap low-priced inexpensive | rich wealthy affluent | wealthy rich | poor deprived | scarce rare short | rare uncommon scarce
ample plentiful abundant | plentiful ample | tiny minute small | huge vast enormous giant | vast huge | large big sizeable sizable | big large major
main chief principal primary | chief main top | key central crucial important | crucial key vital | important significant key
sure certain confident | certain sure | unsure uncertain | likely probable | unlikely improbable | possible potential conceivable | improbable unlikely
soon shortly | shortly soon briefly | recently lately | lately recently | formerly previously once | once formerly | meanwhile simultaneously
eventually ultimately finally | finally eventually lastly | initially first originally | instead rather | besides moreover | altogether total combined
"""
_ZH = """
工程 项目 | 试验 实验 测试 试用 | 试点 试行 试运行 | 位于 地处 坐落 坐落于 设在 位处 | 去世 死亡 逝世 离世 身故
举措 措施 办法 做法 手段 | 政策 举措 措施 | 方案 计划 规划 | 游客 旅游者 观光客 旅客 | 乘客 旅客 搭乘者
景区 景点 | 家长 父母 | 学校 校方 院校 | 高校 大学 院校 | 学生 学子 在校生 生源 | 大学生 高校学生
毕业生 应届生 | 教师 老师 教员 | 医院 院方 医疗机构 | 医生 大夫 医师 医务人员 | 护士 护理人员
护理员 护工 护理人员 | 患者 病人 病患 病例 | 药店 药房 | 药品 药物 医药 | 农民 农户 村民 种植户 | 村民 乡亲
居民 市民 住户 群众 民众 | 业主 住户 | 租户 租客 承租人 租赁者 | 房东 出租人 | 老人 老年人 长者 高龄者
儿童 少儿 孩子 | 员工 职工 雇员 工作人员 职员 | 工人 劳动者 | 劳动者 从业者 从业人员 | 求职者 应聘者
企业 公司 厂家 厂商 商家 单位 机构 | 商户 商家 店家 | 门店 店铺 店面 网点 | 超市 商超 卖场 | 商场 购物中心
平台 网站 | 骑手 外卖员 配送员 | 快递员 配送员 | 司机 驾驶员 | 车辆 汽车 车 | 航班 班机 | 机场 航空港
港口 码头 | 船舶 船只 | 货船 货轮 | 列车 火车 | 地铁 轨道交通 | 公交 公共汽车 公交车 | 道路 马路 街道
桥梁 大桥 | 住房 住宅 房子 房屋 | 小区 社区 住宅区 | 楼盘 房地产项目 | 房价 住房价格 | 租金 房租 | 物业 物业公司
监管部门 监管机构 监管方 监管机关 主管部门 | 政府 官方 当局 政府部门 行政部门 | 法院 法庭 | 法官 审判员
检察院 检察机关 | 警方 公安机关 公安 警察 | 消防 消防部门 | 海关 关口 | 税务局 税务部门 税务机关
人社局 人社部门 人社 | 民政局 民政部门 | 教育局 教育部门 教育主管部门 | 卫健委 卫健部门 卫生部门
医保局 医保部门 | 市场监管局 市场监管部门 | 环保局 环保部门 生态环境部门 | 水务局 水务部门 水利部门
统计局 统计部门 | 审计局 审计部门 审计机关 | 协会 行业组织 行业协会 | 专家 学者 专业人士 | 学者 研究者 研究人员
研究人员 研究者 研究团队 课题组 作者 科研人员 | 分析师 分析人士 | 负责人 主管 管理者 掌门人 | 董事长 董事会主席
首席执行官 CEO 总裁 | 总经理 总裁 | 股东 持股人 出资人 | 投资者 投资人 投资方 | 买方 买家 收购方 购买方
卖方 卖家 出售方 | 供应商 供货商 供货方 | 制造商 生产商 厂家 | 经销商 代理商
承包商 承建商 施工方 承建方 施工单位 | 运营商 运营方 运营单位 | 开发商 开发企业 | 银行 贷款方 放贷机构
保险公司 险企 保险企业 保险机构 | 券商 证券公司 | 基金 基金公司 | 酒店 宾馆 旅馆 | 餐馆 餐厅 饭店 | 民宿 客栈
影院 影城 电影院 | 影片 电影 片子 | 观众 影迷 | 读者 阅读者 | 作家 作者 | 图书 书籍 书 | 展览 展会 展出
博物馆 馆方 | 球队 队伍 | 球员 队员 | 教练 主帅 | 质量 品质 | 数量 数目 件数 个数 | 规模 体量 盘子
比例 比重 占比 份额 比率 | 平均 均值 人均 | 总额 总量 总计 合计 | 金额 款额 数额 | 款项 资金 钱款
经费 资金 费用 | 拨款 财政资金 | 补贴 补助 资助 补助金 | 奖励 奖金 | 罚款 罚金 | 赔偿 补偿 赔付
工资 薪水 薪酬 薪资 | 收入 营收 进账 | 利润 盈利 收益 获利 | 净利润 纯利 净利 | 亏损 赤字 赔本 | 成本 花费 开支
支出 开支 开销 | 费用 收费 花费 | 价格 价钱 单价 售价 报价 | 涨价 提价 调价 | 降价 调价 减价 | 销量 销售量 销售
销售 出售 售卖 | 订单 订货 | 库存 存货 | 产能 生产能力 | 产量 产出 | 投产 投入生产 开始生产 量产
账户 户头 开户 | 开工 动工 破土 | 竣工 完工 建成 落成 | 建成 落成 完工 建设完成 | 启用 投入使用 投用 启动使用
运营 营运 经营 运行 | 营业 经营 | 关闭 关停 停业 关门 歇业 | 停产 停工 关停 | 开业 开张 营业 | 开通 通车 投运
覆盖 涵盖 遍及 | 安装 加装 装设 | 配备 配置 配套 装备 | 设置 设立 增设 | 设立 成立 组建 创办
建设 修建 兴建 建造 搭建 | 改造 改建 翻新 升级 更新 | 更换 替换 换成 改用 | 维修 修理 检修 | 拆除 拆掉
搬迁 迁移 迁址 | 采购 购买 购置 买入 | 购买 购置 买下 选购 | 收购 买下 购入 并购 购得 | 出售 卖出 转让 售出 卖给
租用 租赁 承租 租下 | 借款 贷款 | 还款 偿还 归还 | 支付 付款 缴纳 给付 付给 | 缴纳 交纳 上缴 | 筹集 募集 筹措
投资 出资 注资 | 融资 筹资 募资 | 合作 联手 协作 携手 联合 | 签署 签订 签约 订立 | 协议 协定 合同 约定
谈判 磋商 协商 商谈 | 招聘 招募 招收 录用 | 裁员 减员 裁减 | 培训 训练 教学 | 考核 考评 评估 考察
评估 评价 测评 评定 | 检查 检测 抽查 查验 | 抽检 抽查 | 调查 调研 问卷 摸底 | 监测 观测 监控 | 统计 测算 核算
估算 测算 估计 推算 | 预计 估计 预估 预测 预期 | 略低 稍逊 逊于 低于 不及 | 砍掉 取消 砍去 停掉 | 相当 持平 相近 接近 差别 差异 差距 | 收成 产量 收获 | 研究 探究 科研 课题 | 发现 查出 查明 得出 | 证明 证实 表明 | 说明 解释 阐明
公布 发布 通报 披露 公开 | 宣布 公告 对外宣布 声明 | 披露 透露 公开 | 承认 坦承 | 否认 驳斥 不认
要求 规定 须 责令 | 规定 明确 要求 | 责令 勒令 要求 | 允许 准许 许可 可以 | 禁止 严禁 不准 | 限制 约束 管控
取消 撤销 废除 废止 | 推迟 延后 延期 顺延 推后 | 提前 早于 | 暂停 中止 叫停 停止 | 恢复 重启 复工 重新开始
延长 延展 | 缩短 压缩 | 扩大 拓展 扩展 | 增加 增多 上升 添加 新增 | 减少 降低 下降 缩减 压减
下降 走低 回落 缩水 | 上升 走高 攀升 上扬 | 翻番 翻倍 倍增 | 持平 相当 不变 一致 | 稳定 平稳 | 保持 维持
实现 达成 完成 做到 | 获得 取得 得到 拿到 赢得 斩获 | 失去 丧失 | 提供 供应 给予 供给 | 参与 参加 加入
负责 承担 主管 | 牵头 领衔 主导 | 主办 举办 承办 | 举行 举办 召开 | 支持 扶持 资助 赞成 | 鼓励 提倡 倡导 | 帮助 协助 助力
保护 保障 维护 | 推广 普及 推行 | 试点 试验 | 实行 施行 实施 推行 执行 | 生效 施行 实施 起效 | 到期 届满 期满
迅速 快速 很快 | 缓慢 迟缓 | 原因 缘由 主因 起因 因素 | 结果 结局 成果 结论 | 影响 冲击 波及
问题 难题 困难 毛病 | 困难 难处 艰难 | 不足 短缺 缺口 欠缺 缺乏 | 缺口 短缺 不足 | 故障 毛病 失灵 | 事故 意外
火灾 起火 失火 | 洪水 洪涝 | 干旱 旱情 旱灾 | 降雨 降水 雨量 | 高温 酷热 | 用水 耗水 用水量 | 用电 耗电 用电量
垃圾 废弃物 | 污水 废水 | 噪声 噪音 | 空气 大气 | 树木 林木 | 庄稼 作物 农作物 | 蔬菜 菜 | 粮食 谷物 | 化肥 肥料
饲料 食料 | 牲畜 家畜 | 任务 目标 指标 工作 | 标准 规范 要求 准则 | 制度 机制 体系 | 范围 区域 领域
地区 区域 地方 当地 | 国内 全国 我国 本国 | 海外 境外 国外 | 城市 市区 城区 都市 | 郊区 城郊
农村 乡村 乡下 村庄 | 山区 山地 | 全市 该市 本市 | 全省 该省 本省 | 全县 该县 本县 | 机构 组织 单位
设施 设备 装置 | 系统 平台 体系 | 网络 互联网 线上 网上 | 线上 网上 在线 | 线下 实体 门店 | 手机 智能手机
软件 程序 应用 | 数据 数字 资料 统计 | 证据 依据 凭据 | 文件 文书 材料 | 通知 通告 公告 | 办法 规定 条例
条款 约定 | 合约 合同 | 名额 指标 配额 | 资格 资质 | 许可 牌照 许可证 执照 | 执照 牌照 许可证 | 期限 时限 年限
期间 时期 阶段 | 年底 年末 岁末 | 年初 岁首 | 月底 月末 | 夜间 夜里 晚间 晚上 | 白天 日间 | 每天 每日 日均
每年 年均 一年 | 春节 农历新年 | 国庆 国庆节 | 显著 明显 突出 可观 | 严重 严峻 厉害 | 重要 关键 重大
普遍 广泛 常见 | 完全 全然 彻底 | 基本 大体 大致 | 免费 无偿 不收费 | 强制 必须 硬性 | 自愿 自主 自行
独自 单独 独立 | 共同 联合 一起 一同 | 全新 崭新 新 | 老旧 陈旧 旧 | 高龄 年老 | 偏远 边远
这次 此次 本次 该次 | 载客 运送乘客 运客 送客 | 不错 良好 较好 | 早饭 早餐 | 晚饭 晚餐 | 午饭 午餐 | 谈成 达成 通过 谈妥 议定 敲定 | 全体 整体 全部 总体 | 跌势 降幅 跌幅 下跌 降势 | 涨势 涨幅 升幅 上涨 | 转正 转升 转涨 回正 | 转负 转跌 转降
心血 智力投入 智力劳动 | 作图 生成图片 绘图 画图 | 涉案图片 图片 图 | 被告 被告方 | 原告 原告方 | 缺电 限电 电力紧张 | 缺水 来水偏少 枯水 | 酷热 极端高温 高温 炎热
水少 来水偏少 枯水 | 猛增 激增 推高 大增 陡增 | 大减 锐减 骤减 | 头名 首位 第一 榜首 居首 | 次席 居次 第二 次位 | 大盘 总票房 总盘子 | 花的钱 支出 开支 花费
陆海 陆地 海洋 | 近视眼 近视 | 过半 一半以上 超半数 | 租房 租赁 租住 | 房租 租金 | 变贵 上涨 涨价 | 便宜 低 低廉 | 越来越贵 上涨 走高 | 越来越便宜 下跌 走低
走低 下跌 下降 | 微涨 小涨 略涨 | 回暖 回升 复苏 好转 | 回落 下滑 走低 | 见底 触底 | 反弹 回升 | 疲软 低迷 不振 | 火爆 热销 旺盛 | 冷清 低迷 惨淡 | 紧俏 紧缺 供不应求
过剩 供过于求 | 断货 缺货 | 抢购 抢 | 囤货 备货 | 降本 节约成本 | 省钱 节约 节省 | 花钱 支出 付费 | 掏钱 付费 出资 自费 | 自掏腰包 自费 自付 | 报销 支付 赔付 结算
交钱 缴费 付费 | 退钱 退款 退还 | 赔钱 赔偿 亏损 | 欠款 债务 欠债 拖欠 | 还钱 还款 偿还 | 借钱 借款 贷款 | 存钱 存款 储蓄 | 炒股 投资股票 | 分红 股息 派息
开店 设店 开设门店 | 关店 闭店 撤店 | 倒闭 破产 关闭 | 裁人 裁员 | 加薪 涨薪 涨工资 | 降薪 减薪 | 招人 招聘 招工 | 用工 雇用 劳动力 | 打工 务工 就业 | 外出务工 外出打工
失业 没有工作 | 上班 就业 工作 | 加班 超时工作 | 退休 离退休 | 养老 赡养 | 养老金 退休金 | 独居 单独居住 | 留守 | 上学 就学 入学 | 辍学 失学 | 考上 录取 | 毕业 离校
看病 就医 就诊 | 住院 入院 | 出院 离院 | 挂号 预约 | 开药 处方 | 吃药 服药 用药 | 打针 注射 接种 | 打疫苗 接种疫苗 接种 | 体检 健康检查 | 患病 发病 得病 罹患 | 治好 治愈 痊愈
病死 死亡 | 染病 感染 患病 | 复发 再次发病 | 副作用 不良反应 | 疗效 治疗效果 效果 | 痊愈 康复 治愈 | 生孩子 生育 生产 | 新生儿 婴儿 出生人口 | 结婚 婚姻登记 成婚 | 离婚 解除婚姻
出生数 出生人口 出生人数 | 人口 人数 居民 | 老龄化 老年化 | 年轻人 青年 青年人 | 小孩 儿童 孩子 | 中小学生 学生 | 女性 妇女 女的 | 男性 男子 男的 | 夫妇 夫妻
种地 耕种 务农 | 撂荒 弃耕 | 收割 收获 | 播种 种植 | 施肥 用肥 | 打药 喷药 用药 | 浇水 灌溉 | 养殖 饲养 | 养猪 生猪养殖 | 母猪 能繁母猪 | 宰杀 屠宰 出栏 | 产粮 粮食生产
歉收 减产 | 丰收 增产 | 绝收 颗粒无收 | 受灾 遭灾 | 灾民 受灾群众 | 抗旱 抗灾 | 泄洪 开闸 | 决堤 溃坝 | 停电 断电 限电 | 断水 停水 | 停气 断气 | 供暖 供热 | 煤改气 改造
装机 装机容量 | 发电 发电量 | 并网 接入电网 | 充电桩 充电设施 充电站 | 电车 电动车 电动汽车 新能源汽车 | 油车 燃油车 | 车主 驾驶人 | 开车 驾驶 | 坐车 乘车 | 坐飞机 乘机 | 飞机 航班 客机 班机
停飞 禁飞 | 误点 晚点 延误 | 正点 准点 | 堵车 拥堵 | 限速 降速 | 撞车 碰撞 事故 | 翻车 事故 | 修路 道路施工 | 架桥 建桥 | 打通 贯通 | 通航 开航 | 首飞 首次飞行
卫星 航天器 | 升空 发射 入轨 | 送入轨道 发射 入轨 | 失联 失去联系 | 坠毁 坠落 | 回收 收回 | 上网 接入互联网 | 网民 网友 上网用户 | 断网 网络中断 | 流量 数据流量 | 用户 使用者 客户
手机 移动电话 | 换机 更换手机 | 出货 出货量 发货 | 装机 安装 | 芯片 半导体 集成电路 | 买芯片设备 设备支出 | 代工 委托生产 | 量产 批量生产 | 良率 合格率 | 断供 停止供应 | 国产 本土 自主
外资 境外资金 外商 | 外企 外资企业 | 国企 国有企业 | 民企 民营企业 | 央企 中央企业 | 小微 小微企业 | 龙头 头部企业 领军企业 | 同行 同业 | 对手 竞争者 竞争对手 | 合伙 合作 | 大股东 控股股东 第一大股东
入股 认购股份 持股 | 买股 认购 增持 | 卖股 减持 | 上市 挂牌 | 退市 摘牌 | 停牌 暂停交易 | 股价 股票价格 | 市值 总市值 | 出口 外销 销往海外 | 进口 购自海外 | 关税 税 | 顺差 盈余 | 逆差 赤字
打官司 诉讼 起诉 | 告状 起诉 | 判决 裁判 裁定 判 | 败诉 输掉 | 胜诉 打赢 | 判刑 获刑 | 坐牢 服刑 | 抓获 逮捕 查获 | 盗版 侵权 | 抄袭 剽窃 | 罚 罚款 处罚 | 吊销 撤销 | 投诉 举报 | 维权 申诉
先走 先 应当先 | 去法院 向法院 | 办法 细则 规定 | 操作办法 实施细则 | 下发 印发 发布 | 出台 发布 推出 | 拿出 出台 推出 | 文件 意见 通知 | 中央 国务院 | 省会 省会城市 | 口径 标准 规定 说法
试点 先行先试 | 铺开 推广 推行 | 叫停 暂停 停止 | 放宽 放开 松绑 | 收紧 从严 | 松动 放宽 | 解禁 放开 | 放行 批准 许可 | 开绿灯 放行 | 卡住 受阻 | 泡汤 取消 落空 | 搁置 暂停 暂缓
老旧小区 旧小区 | 加装电梯 装电梯 | 毛坯 | 精装 | 首付 首付款 | 月供 还款 | 空房 空置房 | 烂尾 停工 | 交房 交付 | 保租房 保障性租赁住房 | 廉租房 公租房 | 小户型 小面积
图像 图片 影像 照片 | 数字图像 数字影像 | 文物 古物 藏品 | 出土 发掘 | 古墓 墓葬 | 年代 时代 | 展品 藏品 | 参观 游览 | 门票 票价 | 票房 票房收入 | 档期 档 | 首映 上映 | 上座率 入座率
夺冠 夺得冠军 | 进球 得分 | 输球 落败 | 主场 | 球迷 观众 | 健身 锻炼 | 马拉松 长跑 | 滑雪场 雪场 | 救护人员 救护员 | 持证 有证 取得证书 | 抽查 抽检 检查 | 通报 公布 通告
盘点 统计 清点 | 摸清 查明 | 归因 归咎 | 解释 说法 | 归结 归因 | 看来 认为 | 眼里 看来 认为 | 放在眼里 | 直言 表示 坦言 | 坦言 承认 表示 | 称 表示 说 | 断言 认定 | 料 预计 预料
说不准 不确定 难以确定 | 没准 可能 也许 | 恐怕 可能 | 兴许 可能 | 多半 很可能 | 十有八九 很可能 | 铁定 必然 必定 | 板上钉钉 确定 | 悬而未决 未定 尚无定论 | 没有定论 尚无定论 未定
"""


def _lines(*tables: str) -> dict[str, frozenset[int]]:
    """Words and the numbers of the groups that hold them."""
    held: dict[str, set[int]] = {}
    for number, group in enumerate("\n".join(tables).replace("|", "\n").split("\n")):
        for word in group.split():
            held.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in held.items()}


@lru_cache(maxsize=1)
def groups_en() -> dict[str, frozenset[int]]:
    """English words, not stemmed, and their groups."""
    return _lines(GROUPS_EN, _EN)


@lru_cache(maxsize=1)
def _groups_zh() -> dict[str, frozenset[int]]:
    return _lines(GROUPS_ZH, _ZH)


@lru_cache(maxsize=4096)
def kindred_zh(word: str) -> tuple[str, ...]:
    """The Chinese words that share a group with `word`, without it."""
    mine = _groups_zh().get(word, frozenset())
    return tuple(w for w, held in _groups_zh().items() if w != word and mine & held) if mine else ()
