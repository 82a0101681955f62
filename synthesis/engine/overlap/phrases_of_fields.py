"""More set phrases: of statistics and of papers' sections, names of institutions, plans and laws; one a line."""

from __future__ import annotations

FIELD_PHRASES: tuple[str, ...] = tuple(
    line.strip()
    for line in """
以P＜0.05为差异有统计学意义
P＜0.05为差异有统计学意义。结果
P<0.05表示差异有统计学意义
P＜0.05认为差异具有统计学意义
差异均有统计学意义（P＜0.05）
差异均无统计学意义（P＞0.05）
差异有统计学意义（P＜0.01）
差异无统计学意义，具有可比性
两组一般资料比较，差异无统计学意义
组间比较采用独立样本t检验
组内比较采用配对t检验
计量资料以均数±标准差表示
计量资料采用t检验
计数资料以例数和百分比表示
计数资料采用卡方检验
计数资料以率表示，组间比较采用χ2检验
采用SPSS 22.0统计软件进行数据分析
采用SPSS 25.0统计学软件进行数据处理
采用SPSS 26.0统计软件进行统计学分析
应用SPSS软件对数据进行统计分析
多因素logistic回归分析显示
单因素分析结果显示
多元线性回归分析结果
符合正态分布的计量资料
不符合正态分布的计量资料以中位数表示
回收有效问卷
发放问卷份，回收有效问卷份，有效回收率为
采用随机数字表法分为观察组和对照组
随机分为对照组和观察组
随机分为干预组和对照组，每组例
采用多阶段分层整群随机抽样的方法
所有患者均签署知情同意书
本研究经医院伦理委员会批准
纳入标准和排除标准
观察组总有效率高于对照组
明显高于对照组，差异有统计学意义
值得在临床推广应用
值得在临床上推广应用
值得在基层推广应用
目的探讨临床应用价值
结果显示，观察组
结论：对于
对照组给予常规护理
观察组在对照组基础上
本研究的创新之处在于
本文的创新点主要体现在
本研究存在以下不足之处
本研究仍存在一定的局限性
本文的结构安排如下
全文共分为五个部分
第一部分为绪论
第二章介绍了相关理论
在前人研究的基础上
国内外学者对此进行了大量研究
国内外学者从不同角度
学术界对此尚未形成统一的认识
为后续研究提供参考
为相关研究提供一定的参考和借鉴
为相关部门制定政策提供参考依据
具有一定的参考价值
具有一定的借鉴意义
具有重要的参考价值
具有重要的理论意义和现实意义
具有重要的理论和实践意义
具有重要意义
对于提升具有重要的现实意义
对于促进具有重要意义
基于上述分析，本文提出以下建议
针对上述问题，提出以下对策建议
针对以上问题，可以从以下几个方面入手
主要体现在以下几个方面
主要表现在以下几个方面
主要原因有以下几点
究其原因，主要有以下几个方面
从以下三个方面进行分析
可以从以下几个方面
采用文献分析法、问卷调查法和访谈法
运用文献研究法、案例分析法
实证检验结果表明
实证结果表明
回归结果显示
稳健性检验结果
通过构建模型进行实证分析
有显著的正向影响
有显著的负向影响
起到显著的正向调节作用
在显著性水平上显著
受到了社会各界的广泛关注
引起了社会各界的高度重视
成为社会各界关注的热点
成为学术界研究的热点问题
已成为亟待解决的问题
是一个亟待解决的问题
随着我国经济的快速发展
随着我国社会经济的不断发展
随着我国人口老龄化程度的不断加深
随着人口老龄化程度的不断加深
随着信息技术的飞速发展
随着信息技术的快速发展
随着大数据时代的到来
随着人工智能技术的不断发展
随着新一轮科技革命和产业变革
新一轮科技革命和产业变革
随着城市化进程的不断加快
随着城镇化进程的加快
随着全球经济一体化的不断深入
随着改革开放的不断深入
随着国家政策的大力支持
随着产业的不断发展
随着行业的快速发展
在新的历史条件下
在新的时代背景下
在经济全球化的背景下
在国家政策的大力支持下
在全球化背景下
进入新的发展阶段
呈现出蓬勃发展的良好态势
呈现出快速增长的趋势
呈现出逐年上升的趋势
呈逐年上升趋势
取得了举世瞩目的成就
发挥着不可替代的作用
发挥着至关重要的作用
起着至关重要的作用
扮演着重要的角色
扮演着越来越重要的角色
是国民经济的重要组成部分
是国民经济的支柱产业
满足人民日益增长的美好生活需要
人民群众的获得感、幸福感、安全感
提供了新的思路和方法
提供了新的机遇和挑战
既是机遇也是挑战
充分发挥市场在资源配置中的决定性作用
更好发挥政府作用
实施创新驱动发展战略
实施乡村振兴战略
全面建设社会主义现代化国家
全面建成小康社会
实现中华民族伟大复兴的中国梦
构建人类命运共同体
推动经济高质量发展
推动产业高质量发展
以国内大循环为主体、国内国际双循环相互促进的新发展格局
加强组织领导，落实主体责任
落实企业主体责任
加大财政投入力度
加大宣传力度，营造良好的社会氛围
加强专业人才队伍建设
完善人才培养体系
建立长效机制
因地制宜，分类施策
中华人民共和国国务院
中华人民共和国国家卫生健康委员会
中华人民共和国国家发展和改革委员会
中华人民共和国工业和信息化部
中华人民共和国科学技术部
中华人民共和国教育部
中华人民共和国财政部
中华人民共和国商务部
全国人民代表大会常务委员会
中国人民政治协商会议
国家发展改革委、财政部、工业和信息化部
国家发展改革委、住房和城乡建设部、交通运输部
财政部、国家税务总局
教育部、财政部、国家发展改革委
人力资源和社会保障部、财政部
国家医疗保障局、国家卫生健康委员会
国家药品监督管理局医疗器械技术审评中心
国家药品监督管理局药品审评中心
国家食品药品监督管理总局
国家中医药管理局
国家疾病预防控制局
中国疾病预防控制中心
国家心血管病中心
国务院国有资产监督管理委员会
国家互联网信息办公室
国家金融监督管理总局
中国证券监督管理委员会
中国银行保险监督管理委员会
中国人民银行
国家外汇管理局
国家标准化管理委员会
国家自然科学基金委员会
国家自然科学基金资助项目
国家社会科学基金项目
教育部人文社会科学研究项目
国家重点研发计划项目
人力资源和社会保障部
住房和城乡建设部
农业农村部
生态环境部
自然资源部
交通运输部
文化和旅游部
应急管理部
国家能源局
国家林业和草原局
国家文物局
国家体育总局
国家广播电视总局
中国科学院
中国工程院
中国社会科学院
中国科学技术协会
中国医学科学院阜外医院
中国医学科学院北京协和医院
中国人民解放军总医院
首都医科大学附属北京安贞医院
复旦大学附属中山医院
上海交通大学医学院附属瑞金医院
四川大学华西医院
中国医疗器械行业协会
中国医药保健品进出口商会
中国汽车工业协会
中国互联网络信息中心
前瞻产业研究院
艾瑞咨询
世界卫生组织
世界贸易组织
国际货币基金组织
经济合作与发展组织
联合国教科文组织
美国食品药品监督管理局
欧洲药品管理局
中华人民共和国民法典
中华人民共和国劳动合同法
中华人民共和国数据安全法
中华人民共和国个人信息保护法
中华人民共和国网络安全法
中华人民共和国药品管理法
中共中央国务院关于
国务院关于印发
关于促进健康发展的指导意见
国民经济和社会发展第十四个五年规划和2035年远景目标纲要
促进数字经济和实体经济深度融合
数字经济与实体经济深度融合
推动互联网、大数据、人工智能和实体经济深度融合
推进国家治理体系和治理能力现代化
坚持以人民为中心的发展思想
绿水青山就是金山银山
统筹推进疫情防控和经济社会发展
科技是第一生产力、人才是第一资源、创新是第一动力
深入实施科教兴国战略、人才强国战略、创新驱动发展战略
加快构建新发展格局，着力推动高质量发展
坚持把发展经济的着力点放在实体经济上
推动绿色发展，促进人与自然和谐共生
扎实推进共同富裕
增强文化自信
落实立德树人根本任务
培养德智体美劳全面发展的社会主义建设者和接班人
推动城乡融合和区域协调发展
健全覆盖全民、统筹城乡的社会保障体系
推进健康中国建设
实施积极应对人口老龄化国家战略
积极稳妥推进碳达峰碳中和
力争2030年前实现碳达峰、2060年前实现碳中和
提高全要素生产率
着力提升产业链供应链韧性和安全水平
构建高水平社会主义市场经济体制
深化供给侧结构性改革
优化营商环境
关系到人民群众的身体健康和生命安全
引起了全社会的广泛关注
the results of this study show that
the results of this study indicate that
the results of the present study
the aim of this study was to
the aim of this paper is to
the aim of this report is to provide an overview of
the objective of this study was to investigate
the purpose of this paper is to investigate
this paper is organised as follows
the rest of this paper is organised as follows
section 2 reviews related work
the experimental results show that the proposed method
experiments demonstrate that the proposed method outperforms
the proposed method outperforms the baseline
as shown in table
as shown in figure
a statistically significant difference between the groups
p < 0.05 was considered statistically significant
a p value of less than 0.05 was considered statistically significant
data were analysed using
statistical analysis was performed using
were randomly assigned to
written informed consent was obtained from all participants
has received considerable attention in recent years
has attracted considerable attention
has been widely used in
have been widely used in
one of the greatest challenges of our time
one of the most important challenges
plays a vital role in
plays a crucial role in
with the rapid development of
with the development of technology
in the past few decades
over the past decade
to address this problem
in conclusion, this study
the limitations of this study should be noted
this study has several limitations
the findings of this study suggest that
these findings suggest that
on the basis of these findings
the authors declare that they have no competing interests
the national institutes of health
the food and drug administration
the department of health and human services
the office for national statistics
the world trade organization
the international monetary fund
""".splitlines()
    if line.strip()
)
