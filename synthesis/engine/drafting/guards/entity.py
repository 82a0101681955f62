"""Guard of entities: titles in 《》, names, Latin designations, quoted words and terms must stand in the evidence.

A name of the sentence that no evidence and no glossary knows is an invention or a swap. Common nouns of academic
prose (方面, 水平 …) and vetted equivalents (企业 = 公司) are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.term import term_findings
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.lexicon.entities import (
    COMMON_EN,
    GENERIC_ZH,
    NAME_SUFFIX_EN,
    NAME_SUFFIX_ZH,
    aliases,
)
from synthesis.engine.drafting.lexicon.stop import LIGHT_ZH
from synthesis.engine.drafting.lexicon.words import Word

_TITLE = re.compile(r"《([^《》]{1,60})》")
_QUOTED = re.compile(r"[“「『]([^“”「」『』]{1,40})[”」』]")
_LATIN_ZH = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-./&+][A-Za-z0-9]+)*\+?(?:\([a-z]\))?")
_CAPITAL = re.compile(r"(?:[A-Z][A-Za-z0-9&]*|[a-z]+[A-Z0-9][A-Za-z0-9]*)(?:[-./][A-Za-z0-9]+)*")
_SQUEEZE = re.compile(r"[\s\-‐·•.,，、()（）“”‘’《》「」\"']+")
_NAME_TAGS = ("nr", "ns", "nt", "nz")
_TERM_TAGS = ("n", "j", "l", "vn", "nz", "s", "i", "b", "an")
_TIME_LATIN = re.compile(r"(?:Q[1-4]|H[12]|FY\d*)")


def entity_findings(case: Case) -> Iterator[Finding]:
    """Objections to names and terms the evidence does not have."""
    evidence = _squeeze(" ".join(text.text for text in case.evidence) + " " + " ".join(case.glossary))
    yield from _delimited(case, evidence)
    if case.sentence.language == "zh":
        yield from _latin(case, evidence)
        yield from _chinese(case, evidence)
        yield from _unknown(case)
        yield from term_findings(case)
    else:
        yield from _english(case, evidence)


def _squeeze(text: str) -> str:
    return _SQUEEZE.sub("", text).lower()


def _delimited(case: Case, evidence: str) -> Iterator[Finding]:
    for pattern, code in ((_TITLE, "title"), (_QUOTED, "quoted")):
        for match in pattern.finditer(case.sentence.text):
            if _squeeze(match[1]) not in evidence and not _alias_known(match[1], evidence):
                level = "fail" if code == "title" or len(match[1]) > 1 else "check"
                yield Finding("entity", level, code, (match[1],))


def _alias_known(name: str, evidence: str) -> bool:
    return any(_squeeze(alias) in evidence for alias in aliases(name))


def _latin(case: Case, evidence: str) -> Iterator[Finding]:
    inside = _figure_spans(case)
    tokens = {t.lower() for text in case.evidence for t in _LATIN_ZH.findall(text.text)}
    for match in _LATIN_ZH.finditer(case.sentence.text):
        name = match.group()
        if any(s <= match.start() < e for s, e in inside) or _TIME_LATIN.fullmatch(name):
            continue
        if name.lower() in tokens or _squeeze(name) in {_squeeze(t) for t in tokens} or _alias_known(name, evidence):
            continue
        if any(name.lower() in term for term in case.glossary) or (len(name) > 3 and _squeeze(name) in evidence):
            continue
        yield Finding("entity", "fail", "latin", (name,))


def _figure_spans(case: Case) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in case.sentence.quantities] + [(d.start, d.end) for d in case.sentence.dates]


def _chinese(case: Case, evidence: str) -> Iterator[Finding]:
    inside = _figure_spans(case) + [m.span() for p in (_TITLE, _QUOTED) for m in p.finditer(case.sentence.text)]
    for word in case.sentence.words:
        if word.text.isascii() or any(s < word.end and word.start < e for s, e in inside):
            continue
        if _cut_wrongly(case, word):
            continue
        if _is_name(word):
            if not covered(word, case) and not _alias_known(word.text, evidence):
                yield Finding("entity", "fail", "name", (_run(case, word),))
        elif (_is_term(word) or _modifies(case, word)) and not (
            covered(word, case) or _alias_known(word.text, evidence)
        ):
            yield Finding("entity", "check", "term", (word.text,))


_PARTICLES = frozenset("为的与和在由对向等了及是被将把从以而并则也都其该自还又")


def _cut_wrongly(case: Case, word: Word) -> bool:
    """Whether a short word only arises from a wrong cut: each character lies in three of the evidence, or is a particle."""
    text = case.sentence.text
    return all(
        text[i] in _PARTICLES
        or any(
            text[s : s + 3] in p.text and len(text[s : s + 3]) == 3 and not (s >= word.start and s + 3 <= word.end)
            for s in range(max(0, i - 2), i + 1)
            for p in case.evidence
        )
        for i in range(word.start, word.end)
    )


def _unknown(case: Case) -> Iterator[Finding]:
    """Names no dictionary knows fall into single characters (钉|钉): runs of which the evidence has no character."""
    evidence = "".join(text.text for text in case.evidence)
    run = ""
    position = -1
    for word in (*case.sentence.words, None):
        single = word is not None and len(word.text) == 1 and not word.tag.startswith(_FUNCTION_TAGS)
        if word is not None and single and word.text not in evidence and word.text not in GENERIC_ZH:
            run = run + word.text if word.start == position else word.text
            position = word.end
            continue
        if len(run) >= 2:
            yield Finding("entity", "fail", "name", (run,))
        run = ""


_FUNCTION_TAGS = ("p", "u", "c", "m", "q", "d", "f", "r", "x", "y", "o", "e", "t")


def _run(case: Case, word: Word) -> str:
    """A name with the nouns glued to it (微创 + 医疗), for the message."""
    after = [w for w in case.sentence.words if w.start == word.end and w.tag.startswith("n") and w.content]
    return word.text + (after[0].text if after else "")


def _is_name(word: Word) -> bool:
    if word.text in GENERIC_ZH:
        return False
    return (
        word.tag in _NAME_TAGS
        or bool(NAME_SUFFIX_ZH.search(word.text))
        or (len(word.text) >= 2 and word.tag in {"nrt", "nrfg"})
    )


def _is_term(word: Word) -> bool:
    return word.content and len(word.text) >= 2 and word.tag.startswith(_TERM_TAGS) and word.text not in GENERIC_ZH


_THING = re.compile(
    r"(?:疗|诊|术|药|剂|器|仪|机|症|病|癌|炎|素|酸|膜|管|架|法|学|卡|车|船|酒|茶|油|布|钢|煤|气|电|粮|果|菜|肉|奶|鱼)$"
)


def _modifies(case: Case, word: Word) -> bool:
    """Whether a word that is no noun stands where one is exchanged for another: 年轻|老年 + 游客, 化疗|放疗."""
    if not word.content or len(word.text) < 2 or word.text in GENERIC_ZH or word.text in LIGHT_ZH:
        return False
    if word.tag.startswith("v"):
        return bool(_THING.search(word.text))
    if not word.tag.startswith(("a", "b", "t", "z")):
        return False
    if _same_slot(case, word):
        return True
    after = next((w for w in case.sentence.words if w.start == word.end), None)
    if after is None or not after.tag.startswith("n") or not covered(after, case):
        return False
    return any(
        second.key == after.key and first.content and first.key != word.key and first.end == second.start
        for text in case.evidence
        for first, second in pairwise(text.words)
    )


def _same_slot(case: Case, word: Word) -> bool:
    """Whether the evidence has another word between the very neighbours of this one."""
    words = case.sentence.words
    i = words.index(word)
    if i == 0 or i + 1 == len(words):
        return False
    left, right = words[i - 1].text, words[i + 1].text
    return any(
        a.text == left and c.text == right and b.content and b.key != word.key
        for text in case.evidence
        for a, b, c in zip(text.words, text.words[1:], text.words[2:], strict=False)
    )


def _english(case: Case, evidence: str) -> Iterator[Finding]:
    inside = _figure_spans(case)
    starts = {s for s, _ in case.sentence.sentences}
    known = {w.key for text in case.evidence for w in text.words}
    raw = frozenset(w.text.lower() for text in case.evidence for w in text.words)
    for word in case.sentence.words:
        if any(s < word.end and word.start < e for s, e in inside) or word.text.lower() in COMMON_EN:
            continue
        first = any(not case.sentence.text[s : word.start].strip(" \"“'(") for s in starts if s <= word.start)
        plain = word.key in known or _squeeze(word.text) in evidence or _alias_known(word.text, evidence)
        if plain or any(word.text.lower() in term for term in case.glossary) or _derived(word.text, raw):
            continue
        if not word.content and not (word.text.isupper() and len(word.text) > 1):
            continue
        bare = word.text.removesuffix("'s").removesuffix("’s")
        capital = _CAPITAL.fullmatch(bare) and not (first and word.text[1:].islower())
        if capital or (word.content and NAME_SUFFIX_EN.search(word.text.lower())):
            yield Finding("entity", "fail", "name", (word.text,))
        elif word.content and (not word.text.lower().endswith(_NOT_NOUN) or word.text.lower() in _ING_NOUNS):
            yield Finding("entity", "check", "term", (word.text,))


_ING_NOUNS = frozenset(
    (
        "parking shipping training housing nursing mining farming banking fishing clothing building advertising "
        "publishing printing engineering manufacturing imaging screening streaming gaming lending packaging heating "
        "lighting cooking gambling welding forging plumbing logging whaling hunting bedding teaching dressing"
    ).split()
)
_NOT_NOUN = ("ly", "ed", "ing", "ive", "ous", "ful", "able", "ible")


_DERIVED = re.compile(
    r"(?:|e|y|d|de|n|s|an|ian|ean|ese|ish|sion|tion|ation|ition|ion|ing|al|ial|ity|ment|er|or|ive|ative|ly|ness|ence|ance|ed|ant|ent|ic|ical|"
    r"ism|ist|ous|able|ible|ary|ise|ize|isation|ization|ate|ts|t|nt|nd|se|ce|cy|ure|id|ying|ies|ied|age|ship|hood|ful|less)"
)


def _derived(word: str, known: frozenset[str]) -> bool:
    """Whether a word is of one family with a word of the evidence (Brazil, Brazilian; extend, extension)."""
    low = word.lower()
    for other in known:
        size = next((i for i, (a, b) in enumerate(zip(low, other, strict=False)) if a != b), min(len(low), len(other)))
        if size >= 5 and _DERIVED.fullmatch(low[size:]) and _DERIVED.fullmatch(other[size:]):
            return True
    return False
