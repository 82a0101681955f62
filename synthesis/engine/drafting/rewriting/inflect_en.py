"""Forms of English verbs and nouns: by rule, with the irregular ones listed. Inflects only what a vetted table names.

Not for finding out what an unknown word is; see `tagging_en`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = """
be was been|bear bore borne|become became become|begin began begun|break broke broken|bring brought brought|build built built|buy bought bought
choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|draw drew drawn|drive drove driven|fall fell fallen|feel felt felt
find found found|get got got|give gave given|go went gone|grow grew grown|have had had|hit hit hit|hold held held|keep kept kept|know knew known
lay laid laid|lead led led|leave left left|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid
put put put|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|show showed shown
shrink shrank shrunk|speak spoke spoken|spend spent spent|spread spread spread|stand stood stood|take took taken|teach taught taught|tell told told
think thought thought|undergo underwent undergone|undertake undertook undertaken|win won won|withdraw withdrew withdrawn|write wrote written
split split split|cast cast cast|shed shed shed|shut shut shut|quit quit quit|hurt hurt hurt|read read read|rid rid rid
foresee foresaw foreseen|forecast forecast forecast|overtake overtook overtaken|do did done|wear wore worn|tear tore torn|catch caught caught|fly flew flown|ride rode ridden|swim swam swum|freeze froze frozen
weave wove woven|steal stole stolen|swear swore sworn|drink drank drunk|sleep slept slept|dig dug dug|spin spun spun|breed bred bred|feed fed fed|bind bound bound
arise arose arisen|flee fled fled|strike struck struck|overcome overcame overcome|hide hid hidden|cling clung clung|fight fought fought|weep wept wept|bite bit bitten
sweep swept swept|stick stuck stuck|wake woke woken|outdo outdid outdone|redo redid redone|rebuild rebuilt rebuilt|repay repaid repaid|mislead misled misled
forgo forwent forgone|oversee oversaw overseen|override overrode overridden|uphold upheld upheld|withhold withheld withheld|offset offset offset|upset upset upset|outgrow outgrew outgrown|bid bid bid|eat ate eaten|sink sank sunk
lend lent lent|bend bent bent|light lit lit|shine shone shone|sing sang sung|ring rang rung|shoot shot shot|slide slid slid|speed sped sped|spring sprang sprung
strive strove striven|throw threw thrown|understand understood understood|undercut undercut undercut|underlie underlay underlain|broadcast broadcast broadcast
forget forgot forgotten|forgive forgave forgiven|overrun overran overrun|overspend overspent overspent|oversell oversold oversold|resell resold resold
outsell outsold outsold|outbid outbid outbid|withstand withstood withstood|rethink rethought rethought|undo undid undone|smell smelt smelt|unwind unwound unwound
beat beat beaten|blow blew blown|grind ground ground|hang hung hung|hear heard heard|shake shook shaken|freight freighted freighted|sit sat sat|sow sowed sown|swell swelled swollen
"""
_DOUBLED = frozenset(
    "admit allot ban begin enrol equal fuel cap commit compel control cut dip drop equip fit forbid get hit incur let occur omit permit plan prefer put refer run set ship sit"
    " defer confer infer deter recur concur slip stop submit top transfer transmit transship trim win swap drag drip grip knit log map nod pin plug pop rob rub scan scrap scrub shop skim skip slam snap spot step stir"
    " strip tap trap trip wrap dub fan flag hop jam jog lag pad rig rip sag sap sip stem tag tip thin trek whip format outstrip rebut regret dial trial step tug zip".split()
)
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "analysis": "analyses", "crisis": "crises", "half": "halves",
    "life": "lives", "basis": "bases", "criterion": "criteria", "phenomenon": "phenomena", "medium": "media", "datum": "data",
}  # fmt: skip
_SAME = frozenset(
    "sales earnings news goods logistics economics electronics politics ethics series species physics analytics robotics means premises".split()
)


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, str]]:
    rows = [row.split() for line in _IRREGULAR.strip().splitlines() for row in line.split("|")]
    return {base: (past, participle) for base, past, participle in rows}


def third(base: str) -> str:
    """supply → supplies, reach → reaches, have → has."""
    if base in {"have", "be"}:
        return {"have": "has", "be": "is"}[base]
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else "s")


def _doubles(base: str) -> bool:
    """Whether the last letter doubles before -ed and -ing: cut, refer, and in British spelling fulfil, travel, label."""
    return base in _DOUBLED or (bool(re.search(r"[^aeiou][aeiu]l$", base)) and base != "parallel")


def past(base: str) -> tuple[str, str]:
    """(past tense, participle)."""
    if base in _irregular():
        return _irregular()[base]
    if _doubles(base):
        form = base + base[-1] + "ed"
    elif base.endswith("e"):
        form = base + "d"
    else:
        form = base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else base + "ed"
    return form, form


def gerund(base: str) -> str:
    """make → making, cut → cutting, lie → lying."""
    if _doubles(base):
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return (
        base[:-1] + "ing"
        if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be"
        else base + "ing"
    )


def inflected(phrase: str, form: str) -> str:
    """The first word of a verb phrase in the form (push up, past → pushed up)."""
    base, _, rest = phrase.partition(" ")
    made = {
        "base": base,
        "third": third(base),
        "past": past(base)[0],
        "participle": past(base)[1],
        "gerund": gerund(base),
    }[form]
    return f"{made} {rest}" if rest else made


def plural(noun: str) -> str:
    """city → cities; the last word of a phrase."""
    if noun in _SAME:
        return noun
    head, space, last = noun.rpartition(" ")
    if last in _PLURALS:
        return head + space + _PLURALS[last]
    return head + space + (third(last) if last not in {"photo", "video", "studio", "radio"} else last + "s")


def singular(word: str) -> str:
    """An English plural as it stands before a head noun (transactions → transaction)."""
    if word in _SAME or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss|zz)es$", word):
        return word[:-2]
    return word[:-1]
