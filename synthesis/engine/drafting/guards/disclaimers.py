"""Wordings by which a text says that it does not tell what caused what: no conclusion about causes, 不能认定因果."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_NOT = r"(?:不[能足可应宜]|不足以|无法|无从|难以|未[能曾]?|尚未|并未|没有?能?|没法|不|避免|回避|拒绝)"
_INFER = "认定|断定|断言|判断|判定|推断|推定|推论|推出|确定|确认|证明|证实|验证|说明|表明|显示|得出|得到|作出?|做出?|下|建立|确立|构成|代表|等于|意味着|视为|看作|解释|解读|理解|归因|厘清|检验|讨论|探讨|涉及|给出|提供|宣称|声称|主张|支持"
_NO_EN = r"(?:no|not|never|without|cannot|neither|nor|stop\w* short of|refrain\w* from|avoid\w*|declin\w* to|caution\w* against|warn\w* against|\w+n['’]t)"
#: That no cause is told, found or claimed.
DISCLAIMS = lazy_pattern(
    rf"{_NOT}[^，。；]{{0,10}}?(?:{_INFER})[^，。；]{{0,18}}?(?:因果|成因|归因|谁因谁果|孰因孰果)|[并也]?(?:不|未)(?:据此|由此|因此|就此)(?:{_INFER})[^。；]{{0,20}}?(?:造成|导致|引起|引发)|(?:不|并非|不是|非|没有?|无|并无)(?:等同于|存在|必然|直接|明确的?|构成)?(?:的?)(?:因果)(?:关系|联系|关联|结论|判断|效应)?"
    r"|因果(?:关系|联系|方向|机制|性)?[^，。；]{0,6}?(?:不明|未明|存疑|待证|有待|尚待|未定|未[获得能]|尚未|并未|无法|难以|不能|没有|不清)"
    r"|(?:只是|仅为|仅是|仅仅是|仅属|只属于|仅限于|只能说是|仅能说明|只能说明|只反映|仅反映)[^，。；]{0,6}(?:相关|关联|统计上的联系|伴随)"
    rf"|\b{_NO_EN}\b[^.;]{{0,60}}?(?:\b(?:causal(?:ly|ity)?|causation|cause[- ]and[- ]effect)\b|\b(?:conclusions?|inferences?|claims?|judge?ments?|statements?|views?|position)\b (?:about|on|as to|regarding) (?:the |any )?(?:causes?|what caused)\b)"
    rf"|\b{_NO_EN}\s(?:\w+ ){{0,3}}?(?:prove|show|establish|demonstrate|conclude|claim|say|mean|imply|infer|suggest|argue|assert|indicate|take)\w*\b[^.;]{{0,50}}?\bcaus(?:e[sd]?|ing)\b"
    r"|\b(?:caus(?:al(?:ity)?|ation)|cause[- ]and[- ]effect)\b[^.;]{0,40}?\b(?:unproven|unclear|uncertain|unknown|unresolved|not|n['’]t|cannot|yet to|remains? to)\b"
    r"|\b(?:only|merely|just|purely|simply)\b (?:an? )?(?:\w+ ){0,2}?(?:correlat\w+|associat\w+)\b",
    re.IGNORECASE,
)
