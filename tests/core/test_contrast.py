"""The colours can be read: WCAG 2 contrast of the design tokens, in both themes."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "parts" / "tokens.css"
PAIR = re.compile(r"--([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)")

GROUNDS = ("paper", "paper-raised", "paper-sunk", "paper-hover")
HUES = range(1, 9)
WANTED = [
    *[("ink", ground, 7.0) for ground in (*GROUNDS, "selection", "flash")],
    *[("ink-soft", ground, 4.5) for ground in GROUNDS],
    *[("ink-faint", ground, 4.5) for ground in GROUNDS],
    *[("line-strong", ground, 3.0) for ground in ("paper", "paper-raised")],
    *[(state, ground, 4.5) for state in ("danger", "caution") for ground in ("paper", "paper-raised", f"{state}-wash")],
    *[(f"hue-{n}-ink", ground, 4.5) for n in HUES for ground in ("paper", "paper-raised", f"hue-{n}-wash")],
    *[("ink", f"hue-{n}-wash", 7.0) for n in HUES],
]


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Relative luminance of an OKLCH colour, clipped to sRGB (matrices: CSS Color 4, section 9.2)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return sum(w * min(1.0, max(0.0, c)) for w, c in ((0.2126, red), (0.7152, green), (0.0722, blue)))


def tokens(theme: int) -> dict[str, float]:
    found = PAIR.findall(TOKENS.read_text(encoding="utf-8"))
    return {name: luminance(*map(float, values[theme].split())) for name, *values in found}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast_of_every_pair_in_use(theme: int) -> None:
    light_of = tokens(theme)
    poor = []
    for front, ground, least in WANTED:
        low, high = sorted((light_of[front], light_of[ground]))
        ratio = (high + 0.05) / (low + 0.05)
        if ratio < least:
            poor.append(f"{front} on {ground}: {ratio:.2f} < {least}")
    assert poor == []
