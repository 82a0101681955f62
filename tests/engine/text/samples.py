"""Texts written for these tests: intact, in both scripts and English."""

from __future__ import annotations

import opencc

SIMPLIFIED = """城市公共图书馆的夜间开放服务正在改变居民的阅读习惯。调查显示，延长开放时间以后，工作日晚间的到馆人数增加了三成，其中以上班族和学生为主。馆员认为，单纯延长时间并不能解决问题，还需要调整空间布局、更新借阅设备、培训志愿者。

数据平台的建设为管理者提供了新的工具。系统每天记录各个区域的使用情况，并且根据天气和节假日预测第二天的客流。过去，安排值班主要依靠经验；现在，预测误差已经降到百分之八以内。当然，算法只是参考，临时活动仍然需要人工判断。

乡镇分馆面临另外一组困难。经费有限，图书更新缓慢，专业人员流动频繁。有的分馆与学校合作，把图书送进教室；有的与邮政网点合作，让读者在家门口还书。这些做法规模不大，效果却相当明显。读者满意吗？抽样访谈表明，多数人愿意继续使用。

从产业的角度看，自助借还机、智能书架和电子阅读器的国产厂商已经形成完整的供应链。设备价格下降，维护周期缩短，标准也逐步统一。不过，不同厂商的接口仍不兼容，迁移数据的费用较高。业内人士建议，由行业协会组织制定接口规范，鼓励企业开放协议，并对率先采用规范的单位给予补贴。

资料保护同样重要。借阅记录反映个人兴趣，泄露以后难以补救。因此，系统应当只保存必要的资料，定期删除过期记录，并且让读者随时查看和导出自己的信息。总体而言，技术能够扩大服务的范围，但是服务的质量仍取决于人。
"""

TRADITIONAL = opencc.OpenCC("s2t").convert(SIMPLIFIED)

ENGLISH = """Night opening hours have changed how residents use the public library. Dr. Lee reports that visits rose by 3.5% (see Fig. 2) within a year. Is that enough? Staff say no: "More hours alone won't do."

The device was cleared under 510(k) in 2019 (CT and MRI only). Costs fell, e.g. for readers and shelves, by about U.S. $40 per unit."""
#: Brackets, figures and names that look a little like damage and are none.
TRAPS = (
    "该设备通过510(k)审批，配有(CT)与(MRI)接口。",
    "见表(a)和表(b)，其中(e)为误差项。",
    "（数据来源：抽样调查）",
    "他问：你好吗?Anna回答(smiling)：很好。",
    "山东单(shàn)县的图书馆",
    "价格?待定；C(II)类。什么?没有。",
    "和(he)他们(they)一起",
)
