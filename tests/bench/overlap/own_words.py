"""What a report does with a draft's own words between copied sentences: `python -m tests.bench.overlap.own_words [--text FILE …]`.

Two neighbouring sentences of a source stand in the draft, copied or edited, with 10 to 120 characters of other real
sentences between them. Up to ten of these are an insertion into one passage; more are the writer's own and must not
be counted. One row for each length: own characters and how many are marked, plagdet, granularity, worst error of the
ratio in points. The texts are those of the tests, or the sentences of the files given.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from tests.bench.overlap.bench import Span, filler, plagdet
from tests.engine.overlap.samples import BICYCLES, TEA

LENGTHS = (10, 20, 40, 70, 120)
_SHINGLE = 13
_NOISE = re.compile(r"\s+|[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")  # spaces, annotations of the reading


def sentences_of(texts: list[str]) -> list[list[str]]:
    """Runs of neighbouring sentences, none with thirteen characters that were in an earlier one."""
    seen: set[str] = set()
    runs: list[list[str]] = []
    for text in texts:
        run: list[str] = []
        for sentence in re.findall(r"[^。！？]+[。！？]", _NOISE.sub("", text)):
            grams = {sentence[i : i + _SHINGLE] for i in range(max(1, len(sentence) - _SHINGLE + 1))}
            if 14 <= len(sentence) <= 160 and not grams & seen:
                run.append(sentence)
            seen |= grams
        runs += [run[i : i + 2] for i in range(0, len(run) - 1, 2)]
    return runs


def edited(rng: random.Random, sentence: str, rate: float, spare: str) -> str:
    """Every character kept, or with this chance replaced, left out or followed by another one."""
    out = []
    for char in sentence[:-1]:
        way = rng.random() / rate if rate else 9.0
        out.append(
            rng.choice(spare) if way < 0.6 else "" if way < 0.8 else char + rng.choice(spare) if way < 1 else char
        )
    return "".join(out) + sentence[-1]


def own_words(rng: random.Random, pool: list[str], length: int) -> str:
    """About `length` characters of other sentences, ended like one."""
    text = ""
    while len(text) < length:
        text += rng.choice(pool)
    return text[: length - 1].rstrip("，、；。") + "。"


def own_set(runs: list[list[str]], length: int, seed: int, sources: int = 10) -> dict[str, Any]:
    """One draft with every way of editing, its sources, the cases planted, and the spans of its own words between."""
    rng = random.Random(seed)
    runs = rng.sample(runs, len(runs))
    half = len(runs) // 2
    pool, spare = [sentence for run in runs[:half] for sentence in run], "".join(sorted(set("".join(runs[0]))))
    texts = {f"s{i:03}": filler(rng, 5_000) for i in range(sources)}
    draft, truth, own = filler(rng, 300), [], []
    for number, (one, two) in enumerate(runs[half : half + 24]):
        name = rng.choice(sorted(texts))
        rates = ((0.0, 0.0), (0.0, 0.12), (0.12, 0.0), (0.2, 0.2))[number % 4]
        at = len(texts[name])
        texts[name] += one + two + filler(rng, 400)
        parts = [edited(rng, part, rate, spare) for part, rate in zip((one, two), rates, strict=True)]
        between = own_words(rng, pool, length)
        first, second = len(draft), len(draft) + len(parts[0] + between)
        draft += parts[0] + between + parts[1]
        own.append((first + len(parts[0]), second))
        spans = [
            (first, first + len(parts[0]), at, at + len(one)),
            (second, len(draft), at + len(one), at + len(one + two)),
        ]
        if length <= LENGTHS[0]:
            spans = [(first, len(draft), at, at + len(one + two))]
        truth += [{"draft": "d", "source": name, "this": (a, b), "src": (c, d)} for a, b, c, d in spans]
        draft += filler(rng, 150)
    return {"draft": draft, "sources": texts, "truth": truth, "own": own}


def places(draft: str, spans: list[Span]) -> set[int]:
    """The letters and digits in the spans."""
    return {i for a, b in spans for i in range(a, b) if draft[i].isalnum()}


def measured(runs: list[list[str]], length: int, seeds: list[int]) -> dict[str, float]:
    """The row of one length over all seeds."""
    marked = total = 0
    errors, sums = [], []
    for seed in seeds:
        one = own_set(runs, length, seed)
        draft = one["draft"]
        report = compare(draft, NamedCorpus([SourceText(name, text) for name, text in one["sources"].items()]))
        found, own = places(draft, [m.draft for m in report.matches]), places(draft, one["own"])
        true = places(draft, [case["this"] for case in one["truth"]])
        marked, total = marked + len(found & own), total + len(own)
        errors.append(abs(len(true) / report.counted - report.ratio))
        sums.append(plagdet(one["truth"], [("d", m.draft, m.name, m.span) for m in report.matches]))
    means = {key: sum(one[key] for one in sums) / len(sums) for key in sums[0]}
    return {"length": length, "own": total, "marked": marked, **means, "error": 100 * max(errors)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, nargs="*", default=[1, 2, 3])
    options = parser.parse_args()
    runs = sentences_of([path.read_text("utf-8") for path in options.text] or ["".join(BICYCLES), "".join(TEA)])
    rows = [measured(runs, length, options.seed) for length in LENGTHS]
    print(" | ".join(rows[0]))
    for row in rows:
        print(
            " | ".join(
                f"{value:{len(key)}.{0 if key in ('length', 'own', 'marked') else 3}f}" for key, value in row.items()
            )
        )


if __name__ == "__main__":
    main()
