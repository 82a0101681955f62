"""Texts written for these tests: a report on bicycles and one on tea in Chinese, a page on lighthouses in English."""

from __future__ import annotations

BICYCLES = [
    "本市的共享单车在去年秋天重新投放，车辆总数由三万辆减到一万八千辆，早高峰的周转率反而提高了四成。",
    "运营公司把维修点从郊区仓库搬到地铁站旁的旧报亭，坏车平均停放的时间从六天缩短到十九个小时。",
    "骑行数据显示，雨天的订单并没有消失，而是集中在换乘枢纽与医院之间的两公里走廊上。",
    "街道办事处担心人行道被占用，于是与公司约定以电子围栏划出停车区，越界停放的罚款由骑行者与公司各付一半。",
    "夜班护士和快递员是凌晨订单的主要来源，他们对车座高度的抱怨最多，却很少有人拨打客服电话。",
    "如果把每辆车的折旧、调度和赔付都算进去，单次骑行的成本约为一元七角，略高于现行票价。",
    "调度员依靠手绘的热力图安排货车，新来的算法工程师花了两个月才让模型胜过他们的经验。",
    "冬季低温使锁具的电池寿命减少三分之一，公司改用可拆卸电池之后，现场更换只需要四十秒。",
    "老城区的坡道让很多人推车步行，规划院因此建议在三处台阶旁加装引导槽。",
    "学校周边的放学时段最为拥挤，家长志愿者自发组成了七支疏导小队。",
    "一份对六百名市民的访谈表明，愿意放弃私家车通勤的人当中，女性比男性高出十一个百分点。",
    "票价上调五角以后，短途订单下降不到百分之三，说明需求对价格并不敏感。",
]
TEA = [
    "高山茶园在谷雨之前只采一芽一叶，每位熟练的采茶人一天大约能收两斤鲜叶。",
    "揉捻的力度决定茶汤的厚薄，老师傅习惯用手背试温，而新式机器依赖红外探头。",
    "合作社把分散的四十户茶农编成六个小组，统一施用沼液，农药残留的合格率达到百分之九十九。",
    "近三年霜冻提前，当地改种耐寒的本地群体种，产量虽然少了两成，单价却翻了一番。",
    "茶叶拍卖所每周三开市，买手们按编号试饮，直到成交才揭晓产地与庄园。",
    "直播间里的试喝环节往往只有三十秒，消费者更看重故事而不是滋味。",
    "仓储的湿度一旦超过七成，陈化就会失控，霉味很难再除去。",
    "县里的检测中心引进了近红外光谱仪，十分钟可以给出水分、茶多酚和咖啡碱的含量。",
    "年轻人把冷萃茶装进玻璃瓶，放在便利店的冰柜里与碳酸饮料竞争。",
    "古道沿线的驿站被改造成茶宿，旺季的入住率连续两年超过八成五。",
]
LIGHTHOUSES = [
    "The keeper of the northern lighthouse wrote down the colour of the sea every evening for thirty-one years.",
    "When the lamp was converted from whale oil to kerosene, the cost of a single winter fell by almost half.",
    "Fishermen complained that the new lens threw its beam too high and left the inner channel in darkness.",
    "A committee of engineers visited the island twice, but the fog kept them from measuring anything at all.",
    "The tower was built from granite blocks that had been cut, numbered and assembled once on the mainland.",
    "Automation arrived quietly in the spring of 1987, and the last family left with two goats and a piano.",
    "Tourists now climb the two hundred steps in order to photograph the same horizon from the same window.",
    "Local historians have transcribed the log books and found a steady decline in the number of wrecks.",
]


def text(sentences: list[str]) -> str:
    """The sentences as one paragraph."""
    return "".join(sentences) if sentences[0][-1] == "。" else " ".join(sentences)
