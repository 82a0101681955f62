"""Acts that answer one another the other way round: who entrusts is served, who sells is paid, who is fined pays."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_PAYS = lazy_pattern(
    r"支付|付给|缴纳|缴付|上缴|交付罚款|赔偿|赔付|偿还|补缴|\b(?:pa(?:y|ys|id|ying)|refund\w*|repa(?:y|id)\w*|compensat\w+|reimburs\w+)\b",
    re.I,
)
_TRADES = lazy_pattern(
    r"出售|售予|卖给|转让|售给|\b(?:sold|sells?|selling|sale|bought|buys?|purchased?|acquired?|leased|leases|rented|rents|supplied|supplies|licen[sc]ed)\b",
    re.I,
)
_ENTRUSTS = lazy_pattern(
    r"交给|交由|委托|托付|托管|外包|承包给|发包|转包|包给|聘请|雇用|\b(?:outsourc\w+|entrust\w*|hir(?:ed|es)|commission(?:ed|s)|contracted)\b",
    re.IGNORECASE,
)
_DONE_BY = lazy_pattern(
    r"由[^，。；]{1,16}?(?:代理|代办|代管|负责|承担|处理|办理|提供|运营|管理|打理|编制|审计|设计|施工|承办|承建|经办|操办|承接|完成|开展)|\b(?:handled|managed|run|operated|represented|done|carried out|provided|prepared|advised) by\b",
    re.IGNORECASE,
)
_SERVES = lazy_pattern(
    r"[为给替][^，。；]{1,12}(?:提供|代|服务|打理|运营|加工|管理|负责)|受托|承接|承揽|代工|\b(?:provid\w+|serv(?:ed|es|ing)|works? for|worked for)\b",
    re.IGNORECASE,
)
_CHARGES = lazy_pattern(
    r"起诉|告上|诉|处罚|罚款|开出罚单|责令|判令|裁定|索赔|追缴|征收|收取|\b(?:sued?|suing|fin(?:ed|es|ing)|penali[sz]ed|order(?:ed|s)|convicted|charg(?:ed|es))\b",
    re.I,
)


def answered(one: str, other: str) -> bool:
    """Whether the first clause tells the answer to the act of the second, so that the two may run against each other."""
    if _ENTRUSTS.search(one) and (_SERVES.search(other) or _DONE_BY.search(other)):
        return True
    if _PAYS.search(one) and _TRADES.search(other) and not _PAYS.search(other):
        return True
    return bool(_PAYS.search(one) and not _CHARGES.search(one) and _CHARGES.search(other) and not _PAYS.search(other))
