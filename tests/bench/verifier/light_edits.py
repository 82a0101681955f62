"""What leaves a sentence true, made by machine: `python -m tests.bench.verifier.light_edits [--misses]`.

Every edit is of a kind people make when they take a sentence over: a turn of phrase before it, a word for another that says
the same, a figure in another writing, a last clause left out, two sentences joined, narrow punctuation.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from synthesis.engine.drafting.lexicon.folding import sentence_spans
from synthesis.engine.drafting.verify import verify_sentence
from tests.bench.verifier.bench import HERE, examples, language

_OPENINGS = {
    "zh": ("此外，", "值得注意的是，", "需要指出的是，", "总体来看，", "从材料看，", "具体而言，", "与此同时，", "与之相对，"),
    "en": ("In addition, ", "It is worth noting that ", "Notably, ", "Overall, ", "More specifically, ", "The data show that ",
           "Turning to the figures, ", "By contrast, ", "In this respect, "),
}  # fmt: skip
_WORDS = {
    "zh": (
        ("同比增长", "较上年同期上升"), ("目前", "现阶段"), ("我国", "中国"), ("显著", "明显"), ("超过", "超出"), ("下降", "回落"),
        ("提高", "提升"), ("大幅", "大幅度"), ("但", "不过"), ("截至", "截止到"), ("首次", "第一次"), ("全部", "所有"),
        ("尚未", "还没有"), ("未能", "没能"), ("可能", "或许"), ("有望", "可望"), ("已经", "已"), ("发布", "公布"),
        ("批准", "核准"), ("缺乏", "缺少"), ("导致", "造成"), ("由于", "因为"), ("因此", "所以"), ("显示", "表明"), ("逐步", "逐渐"),
    ),
    "en": (
        (" rose ", " climbed "), (" fell ", " dropped "), (" increased ", " rose "), (" declined by ", " fell by "), ("about ", "roughly "),
        ("more than ", "over "), ("less than ", "under "), ("nearly ", "almost "), ("at least ", "no fewer than "), (" said ", " stated "),
        ("because of ", "owing to "), (" may ", " might "), (" could ", " might "), (" plans to ", " intends to "), (" will ", " is going to "),
        (" only ", " just "), (" acquired ", " bought "), (" also ", " additionally "), (" led to ", " resulted in "), ("mainly ", "chiefly "),
    ),
}  # fmt: skip
_WHOLE = re.compile(r"如果|虽然|尽管|只有|除|若|即使|不仅|一方面|由于|因|但|的$")


def _opened(text: str, spoken: str) -> Iterator[str]:
    head = text if spoken == "zh" or text[1:2].isupper() or not text[0].isupper() else text[0].lower() + text[1:]
    yield _OPENINGS[spoken][len(text) % len(_OPENINGS[spoken])] + (text if re.match(r"[A-Z]\w+ [A-Z]", text) else head)


def _reworded(text: str, spoken: str) -> Iterator[str]:
    for old, new in _WORDS[spoken]:
        if old in text:
            yield text.replace(old, new, 1)


def _figures_rewritten(text: str, spoken: str) -> Iterator[str]:
    changes: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (r"(?<![\d.到至~-])(\d+(?:\.\d+)?)%(?![到至~-])", lambda m: f"百分之{m[1]}"),
        (r"(?<![\d.,])(\d{1,4}(?:\.\d+)?)亿(?=元|美元)", lambda m: f"{(Decimal(m[1]) * 10000).normalize():f}万"),
        (r"(?<![\d.,])(\d{1,5})万(?=[元人吨台辆])", lambda m: f"{int(m[1]) * 10000:,}"),
    ) if spoken == "zh" else (
        (r"(?<=\d)%", lambda m: " percent"),
        (r"(?<=\d) per ?cent\b", lambda m: "%"),
        (r"(?<![\d.,])(\d+(?:\.\d+)?) million", lambda m: f"{Decimal(m[1]) * 10**6:,.0f}"),
        (r"(?<![\d.,])(\d+(?:\.\d+)?) billion", lambda m: f"{Decimal(m[1]) * 1000:,f} million"),
    )  # fmt: skip
    for pattern, written in changes:
        told = re.sub(pattern, written, text)
        if told != text:
            yield told


def _contracted(text: str, spoken: str) -> Iterator[str]:
    told = re.sub(r"\b(is|are|was|were|do|does|did|has|have|had) not\b", r"\1n't", text)
    if spoken == "en" and told != text:
        yield told


def _shortened(text: str, spoken: str) -> Iterator[str]:
    clauses = text.rstrip("。").split("，")
    if spoken == "zh" and len(clauses) > 2 and "；" not in text and not _WHOLE.search("，".join(clauses[:-1])):
        yield "，".join(clauses[:-1]) + "。"


def _narrow(text: str, spoken: str) -> Iterator[str]:
    if spoken == "zh":
        yield text.replace("，", ",").replace("。", ".")


_EDITS = {
    "opened": _opened,
    "reworded": _reworded,
    "figures": _figures_rewritten,
    "contracted": _contracted,
    "shortened": _shortened,
    "narrow": _narrow,
}


def light_edits(text: str) -> Iterator[tuple[str, str]]:
    """(kind, sentence) for every light edit of a single sentence `text`; each is as true as it was."""
    spoken = language(text)
    for kind, edit in _EDITS.items():
        for told in edit(text, spoken):
            yield kind, told


def sentences() -> list[str]:
    """Every different evidence sentence of the sets beside this file, long enough to say something."""
    told = dict.fromkeys(
        text[start:end].strip()
        for example in examples(*sorted(HERE.glob("*.txt")))
        for text in example.evidence
        for start, end in sentence_spans(text)
    )
    return [text for text in told if len(text) > (10 if language(text) == "zh" else 30)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    misses = parser.parse_args().misses
    made: Counter[tuple[str, str]] = Counter()
    objected: Counter[tuple[str, str]] = Counter()
    for text in sentences():
        for kind, told in light_edits(text):
            verdict = verify_sentence(told, [text])
            made[language(text), kind] += 1
            if verdict.state != "supported":
                objected[language(text), kind] += 1
                if misses:
                    print(f"{kind}\n  E {text}\n  S {told}\n  {verdict.state} {[r.detail for r in verdict.reasons]}")
    for row in sorted(made):
        print(f"{row[0]} {row[1]:10} {made[row]:5} made, {objected[row]:3} objected to")


if __name__ == "__main__":
    main()
