"""Countries and cities that the evidence names without their name: by one character, or by what has its seat there."""

from __future__ import annotations

import re

_SHORT = "中美英法德日韩俄印欧澳加越泰老缅"


#: What tells the city it has its seat in.
_SEATED = {
    "香港": "港交所|联交所|港股|恒生|港元|港府|金管局",
    "上海": "上交所|上证|沪市|科创板|上期所",
    "深圳": "深交所|深证|深市|创业板",
    "北京": "北交所|京沪|京津",
    "纽约": "纽交所|纳斯达克|华尔街|联合国总部|百老汇",
    "伦敦": "伦交所|伦敦金|英格兰银行",
    "东京": "东交所|东证|日经",
    "法兰克福": "欧洲央行|欧央行",
    "布鲁塞尔": "欧盟委员会|欧委会|北约",
    "日内瓦": "世卫组织|世界卫生组织|世贸组织|世界贸易组织",
    "华盛顿": "白宫|美联储|世界银行|国际货币基金组织|五角大楼",
    "海牙": "国际法院|国际刑事法院",
    "大连": "大商所",
    "郑州": "郑商所",
    "广州": "广期所|羊城",
    "新加坡": "新交所",
    "维也纳": "欧佩克|国际原子能机构",
}


def implied_country(name: str, evidence: str) -> bool:
    """Whether a country is named in the evidence by its first character (中老铁路, 美联储, 对美出口), or a city by what has
    its seat there (港交所)."""
    if name in _SEATED:
        return re.search(_SEATED[name], evidence) is not None
    first = re.escape(name[0])
    if name[0] not in _SHORT:
        return False
    return (
        re.search(
            rf"[{_SHORT}]{first}|{first}[{_SHORT}]|[对驻赴访在]{first}|{first}(?:方|元|军|股|债|联储|企|商)", evidence
        )
        is not None
    )
