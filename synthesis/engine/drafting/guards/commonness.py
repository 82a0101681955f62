"""Which Chinese words are common ones, whatever the tagger takes them for.

The tagger guesses names where a common word meets characters it does not know; a name has something strange to it.
"""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import segment

_NAME_TAGS = ("nr", "ns", "nt", "nz")
# Characters that stand alone as words so often that a run of them is no name.
EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家力里如水"
    "化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气"
    "第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别"
    "她手角期根论旧早晚运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联认六共权收证改清己再采转更"
    "单风切打白教速花带安场身车例真务具万每目至达走积示议声报完类八离名确才科张信节话整空元况今集传许步群广记需段研界拉林律且究观越织装影算低持音众书布复须际"
    "验连断深难近周委素技备半办青省列习响约支般史感劳便团往历市何除消构称太准精值率族维划选标写存毛亲快院查型眼按格养易置派层片始却专状育厂京识属包火住调满县"
    "局照参红细引听该铁价严涨跌升降促增减超仅均皆需曾仍尚愈尤略渐颇稍亦便遂未非若虽既倘每凡"
)
BODY = lazy_pattern(
    r"(?:委员会|总局|管理局|监管局|统计局|公司|集团|银行|大学|学院|医院|法院|检察院|协会|学会|联合会|研究院|研究所|研究中心|基金会|出版社|联盟|博物馆|博物院|图书馆|实验室|部|局|署|厅)$"
)


@lru_cache(maxsize=20000)
def unlisted(word: str) -> bool:
    """Whether no dictionary has a word, so that its characters fall apart: 欣旺达."""
    pieces = segment.cut(word, guess=False)
    return len(pieces) > 1 and all(len(p) == 1 for p in pieces)


# What may follow a common word and make another of it: 来源国, 申请人.
_MAKES_COMMON = frozenset("人国奶费者员率体化期年史学业品量车机料物器式型性点面线端源感法权税价额卡券票证书版款层级类")
_BEFORE_BODY = frozenset(
    "上市 公立 私立 民营 国有 外资 合资 商业 专科 综合 宠物 行业 管理 服务 培训 投资 数据 物流 有限 责任 股份 保险 航空 电力 餐饮 工业 师范 "
    "教育 科研 医疗 金融 中介 评估 检测 研发 制造 生产 销售 建筑 施工 设计 咨询 旅游 运输 贸易 软件 互联网 科技 创新 控股 参股 全资 关联".split()
)
# How an unlisted word that is no name begins: a verb and its object, an attribute (新设, 入园, 换线, 首片).
_NO_NAME_BEGINS = frozenset(
    "归系入换评来无新旧首该各某拟获达赴抵返离到从在给对向被把将由为上下进出开关停复再免减增提降两三四五几多少"
)


def common_word(name: str, evidence: str) -> bool:
    """Whether what the tagger takes for a name is a common word: made of common words (申请人, 国际航班), or a guess at
    characters of which none is strange to the evidence (新设, 给浦前)."""
    if unlisted(name):
        new = [c for c in name if c not in evidence]
        begins = name[0] in _NO_NAME_BEGINS and all(c in EVERYDAY or c in evidence for c in name[1:])
        return begins or (len(new) < 2 and not any(c not in EVERYDAY for c in new))
    if BODY.search(name):
        return any(name.startswith(word) for word in _BEFORE_BODY) and len(name) <= 5
    return composed(name)


@lru_cache(maxsize=20000)
def composed(name: str) -> bool:
    """Whether a word is made of two common ones: 无人驾驶, 来源国."""
    return any(
        _plain(name[:i]) and (_plain(name[i:]) if len(name) - i > 1 else name[i:] in _MAKES_COMMON)
        for i in range(2, len(name))
    )


@lru_cache(maxsize=20000)
def _plain(word: str) -> bool:
    """Whether a dictionary has a word, not as a name."""
    tags = segment.tag(word, guess=False)
    return len(tags) == 1 and not tags[0][1].startswith(_NAME_TAGS)
