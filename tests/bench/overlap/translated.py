"""Translated passages, Chinese ↔ English: `python -m tests.bench.overlap.translated [--without] [--show] [--more FILE …]`.

data/translated.jsonl: passages and their translations, close or free; the set "first" is what the thresholds were set on, the
set "second" was looked at afterwards. data/other_language.jsonl: texts that share nothing with the source on their subject in
data/same_subject.jsonl but the subject. Drafts are translations with such texts between them; sources hold three of the
passages each. Rows: passages, found (more than half of the characters marked, with a place in the right passage), share of
characters; then own sentences and how many are candidates. Last: drafts that share nothing, against the sources on their
subject, and with --more against long texts. Uses the sentence encoder where it is installed, unless --without.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.across import Embed, Found, translations
from synthesis.infra.embeddings import installed_embed
from tests.bench.overlap.rewritten import letters, rows_of, sources_of


def by_subject(language: str) -> list[tuple[str, str]]:
    """(draft in the language, source in the other one), on one subject each."""
    there = {row["subject"]: row["source"] for row in rows_of("same_subject.jsonl")}
    return [
        (row["draft"], there[row["subject"]]) for row in rows_of("other_language.jsonl") if row["language"] == language
    ]


def draft_of(rows: list[dict[str, str]], between: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The translations with another text after each of the first, and where they stand."""
    draft, spans = "", []
    for i, row in enumerate(rows):
        spans.append((len(draft), len(draft) + len(row["draft"])))
        draft += row["draft"] + "\n" + (between[i] + "\n" if i < len(between) else "")
    return draft, spans


def measured(rows: list[dict[str, str]], embed: Embed | None, show: bool) -> list[dict[str, Any]]:
    """One row for each level of the passages from one language."""
    pairs = by_subject("en" if rows[0]["from"] == "zh" else "zh")
    draft, spans = draft_of(rows, [one for one, _source in pairs])
    sources = sources_of([row["source"] for row in rows], [source for _draft, source in pairs])
    found = translations(draft, sources, embed=embed)
    shares, right = [], set[int]()
    for row, span in zip(rows, spans, strict=True):
        good = []
        for one in found.candidates:
            at = sources[one.number].find(row["source"])
            if at >= 0 and one.span[0] < at + len(row["source"]) and one.span[1] > at:
                good.append(one.draft)
        mine = letters(draft, [span])
        right |= mine & letters(draft, good)
        shares.append(len(mine & letters(draft, good)) / len(mine))
        if show and shares[-1] < 0.5:
            print(f"missed {shares[-1]:.2f} {row['draft']}\n       {row['source']}")
    every = letters(draft, [(0, len(draft))])
    marked = letters(draft, [one.draft for one in found.candidates])
    own = every - letters(draft, spans)
    if show:
        show_wrong(draft, sources, found, spans)
    out = []
    for level in sorted({row["level"] for row in rows}):
        mine = [share for share, row in zip(shares, rows, strict=True) if row["level"] == level]
        out.append(
            {"level": level, "passages": len(mine), "found": sum(s > 0.5 for s in mine), "share": sum(mine) / len(mine)}
        )
    return [*out, {"own": len(own), "own marked": len(own & marked), "marked wrongly": len(marked - right - own)}]


def show_wrong(draft: str, sources: Sequence[str], found: Found, spans: Sequence[tuple[int, int]]) -> None:
    for one in found.candidates:
        if not any(low < one.draft[1] and one.draft[0] < high for low, high in spans):
            print(
                "wrong",
                one.share,
                one.cosine,
                draft[slice(*one.draft)],
                "|",
                sources[one.number][slice(*one.span)],
                one.shared,
            )


def unrelated(language: str, more: list[str], embed: Embed | None, show: bool) -> dict[str, Any]:
    """Characters that are candidates of texts that share nothing with the sources."""
    pairs = by_subject(language)
    drafts = [*(draft for draft, _source in pairs)]
    drafts += [row["draft"] for row in rows_of("same_subject.jsonl") if row["language"] == language] if more else []
    draft, sources = "\n".join(drafts), [source for _draft, source in pairs] + more
    began = time.perf_counter()
    found = translations(draft, sources, embed=embed)
    if show:
        show_wrong(draft, sources, found, [])
    marked = letters(draft, [one.draft for one in found.candidates])
    every = letters(draft, [(0, len(draft))])
    size = sum(map(len, sources))
    seconds = time.perf_counter() - began
    return {
        "drafts": language,
        "characters": len(every),
        "sources": size,
        "marked": len(marked),
        "candidates": len(found.candidates),
        "seconds": seconds,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", action="store_true", help="words alone, also where an encoder is installed")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--first", action="store_true", help="only the set that the thresholds were set on")
    parser.add_argument(
        "--more", type=Path, nargs="*", default=[], help="long texts that share nothing with the drafts"
    )
    options = parser.parse_args()
    embed = None if options.without else installed_embed()
    print("with vectors" if embed else "words alone")
    rows = rows_of("translated.jsonl")
    for name in ("first",) if options.first else ("first", "second"):
        for language in ("zh", "en"):
            mine = [row for row in rows if row["set"] == name and row["from"] == language]
            for row in measured(mine, embed, options.show):
                print(
                    name,
                    "from",
                    language,
                    json.dumps(
                        {key: round(value, 3) for key, value in row.items() if not isinstance(value, str)}
                        | {"level": row.get("level", "")}
                    ),
                )
    more = [path.read_text("utf-8") for path in options.more]
    for language in ("zh", "en"):
        print(
            json.dumps(
                {
                    key: round(value, 2) if isinstance(value, float) else value
                    for key, value in unrelated(language, [], embed, options.show).items()
                }
            )
        )
        if more:
            print(
                json.dumps(
                    {
                        key: round(value, 2) if isinstance(value, float) else value
                        for key, value in unrelated(language, more, embed, options.show).items()
                    }
                )
            )


if __name__ == "__main__":
    main()
