"""The list of set phrases, one a line; extend it freely, shorter than four characters (three words) has no effect."""

from __future__ import annotations

PHRASES: tuple[str, ...] = tuple(
    line.strip()
    for line in """
差异有统计学意义
差异无统计学意义
具有统计学意义
差异具有显著性
呈显著正相关
呈显著负相关
提出一种基于
提出了一种基于
本文提出了一种
本文的主要贡献如下
本文的主要工作
本文主要研究
本文以此为研究对象
通过文献研究法
采用问卷调查的方法
采用描述性统计分析
在此基础上
在此背景下
在一定程度上
在很大程度上
在这种情况下
在现阶段的
与此同时
综上所述
由此可见
总的来说
总体来看
从长远来看
从整体来看
一方面另一方面
不仅如此
除此之外
换句话说
众所周知
不可忽视的是
值得注意的是
需要指出的是
需要说明的是
具有重要的现实意义
具有重要的理论意义
具有十分重要的意义
理论意义和实践意义
起到了重要的作用
发挥着重要作用
发挥着越来越重要的作用
发挥了积极作用
提供了有力支撑
提供了坚实基础
提供有力保障
奠定了坚实的基础
打下了坚实的基础
取得了显著成效
取得了长足进步
取得了阶段性成果
得到了广泛的应用
得到了广泛关注
受到广泛关注
引起了广泛关注
日益成为人们关注的焦点
随着社会经济的发展
随着经济社会的快速发展
随着科学技术的不断发展
随着科技的不断进步
随着互联网的快速发展
随着人民生活水平的不断提高
随着人口老龄化的加剧
随着市场竞争的加剧
近年来随着
改革开放以来
党的十八大以来
党的十九大以来
党的二十大报告指出
在党中央的坚强领导下
国民经济和社会发展
第十三个五年规划
第十四个五年规划
十三五规划纲要
十四五规划纲要
十四五时期
十四五期间
中华人民共和国
国务院办公厅关于
国务院办公厅印发
国家发展和改革委员会
国家发展改革委
工业和信息化部
国家卫生健康委员会
国家药品监督管理局
国家市场监督管理总局
国家医疗保障局
国家统计局数据显示
国家知识产权局
科学技术部
人民日报
以习近平同志为核心的党中央
习近平新时代中国特色社会主义思想
中国特色社会主义
供给侧结构性改革
高质量发展
可持续发展
产业转型升级
产业结构调整
经济全球化
新型冠状病毒肺炎疫情
新冠肺炎疫情
受新冠疫情影响
一带一路倡议
中国制造2025
健康中国2030规划纲要
产学研用相结合
产学研用协同创新
上下游产业链
完整的产业链
市场规模不断扩大
市场规模持续增长
市场规模达到亿元
市场规模将达到亿元
年均复合增长率
年复合增长率
复合年均增长率
同比增长率为
较上年同期增长
较去年同期增长
占全国总量的比重
数据来源国家统计局
资料来源前瞻产业研究院
数据来源公开资料整理
资料来源作者整理
据不完全统计
根据相关数据显示
有数据显示
预计到2025年
预计到2030年
截至2020年底
加大政策支持力度
加大研发投入
加强顶层设计
加强监督管理
建立健全体制机制
建立健全管理制度
建立完善的体系
完善相关法律法规
出台了一系列政策
出台相关政策
进一步推动发展
进一步提升能力
进一步完善
进一步加强
不断提高水平
不断优化完善
全面贯彻落实
深入贯彻落实
积极开展工作
切实做好工作
提高服务质量和效率
提升核心竞争力
提高自主创新能力
自主创新能力
自主知识产权
具有自主知识产权的
知识产权保护
关键核心技术
核心技术和关键零部件
高新技术企业
战略性新兴产业
行业发展现状
行业发展趋势
存在的问题及对策
问题及对策研究
国内外研究现状
研究背景及意义
参考文献
未来发展前景广阔
有着广阔的发展前景
具有广阔的市场前景
机遇与挑战并存
面临着前所未有的机遇和挑战
医疗卫生机构
基层医疗卫生机构
医疗卫生服务体系
医疗器械注册人制度
医疗器械监督管理条例
创新医疗器械特别审批程序
三级甲等医院
人工智能技术
人工智能大数据云计算
物联网大数据人工智能
图像处理和分析
对实验结果进行了分析
实验结果表明
研究结果表明
结果显示差异
仿真结果表明
问卷调查结果显示
经过对比分析
进行了深入的研究
进行了详细的介绍
其结果如表所示
如图所示
如下表所示
根据以上分析
由上述分析可知
in this paper we propose
in this paper, we present
the rest of this paper is organized as follows
the remainder of this paper is organized as follows
the main contributions of this paper are
the results show that
our results suggest that
the results indicate that
it is important to note that
it should be noted that
it is worth noting that
on the other hand
on the one hand
as well as the
as a result of the
at the same time
at the end of the
in the case of the
in the context of the
in the field of
in the form of
in the process of
in order to
in addition to the
in terms of the
in recent years
in the last decade
in the united states
in the united kingdom
one of the most important
one of the most
the fact that the
due to the fact that
the extent to which
plays an important role in
play an important role in
there was no significant difference
there were no significant differences between
a statistically significant difference
statistically significant at the
to the best of our knowledge
further research is needed to
a wide range of
a large number of
the development of the
the quality of the
based on the
according to the
with respect to the
the purpose of this study is to
this study was approved by the ethics committee
all authors declare no conflict of interest
all rights reserved
the world health organization
the european union
state of the art
""".splitlines()
    if line.strip()
)
