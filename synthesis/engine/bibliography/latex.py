"""LaTeX in BibTeX values: into plain text by pylatexenc, and plain text into what LaTeX sets as it is."""

from __future__ import annotations

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text

from synthesis.engine.patterns import lazy_pattern

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
        "%": r"\%", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
# In a value of BibTeX a bare % is a per cent sign and a lonely $ a dollar: nobody comments or calculates there.
_BARE_PERCENT = lazy_pattern(r"(?<!\\)((?:\\\\)*)%")
_KEPT = lazy_pattern(r"\\(textbraceleft|textbraceright|textasciicircum)(?:\{\})?")
_LONELY_DOLLAR = lazy_pattern(r"(?<!\\)\$")
_LOGOS = lazy_pattern(r"\\((?:Bib|Xe|Lua)?(?:La)?TeX)(?![A-Za-z])(?:\{\})?")
_PROTECTED = {"textbraceleft": "\ue0f0", "textbraceright": "\ue0f1", "textasciicircum": "\ue0f2"}
_BACK = str.maketrans({"\ue0f0": "{", "\ue0f1": "}", "\ue0f2": "^", "\xa0": " "})
# Two of these in a row would be set as another sign.
_LIGATURES = lazy_pattern(r"(?:-(?=-)|'(?=')|`(?=`)|[!?](?=`))")


@lru_cache(maxsize=1)
def _converter() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False, keep_braced_groups=False)


def to_text(latex: str) -> str:
    """`latex` without markup: accents composed, braces gone, `--` a hyphen's longer kin; one line.

    What pylatexenc cannot take apart comes back without its braces and otherwise as written.
    """
    if not re.search(r"[\\{}$~%`']|--", latex):
        return " ".join(latex.split())
    prepared = _BARE_PERCENT.sub(r"\1\\%", latex)
    # Braces that are set must be told from those that group; and pylatexenc gives another circumflex.
    prepared = _KEPT.sub(lambda m: _PROTECTED[m[1]], prepared)
    prepared = _LOGOS.sub(r"{\1}", prepared)
    if len(_LONELY_DOLLAR.findall(prepared)) % 2:
        prepared = _LONELY_DOLLAR.sub(r"\\$", prepared)
    try:
        text = str(_converter().latex_to_text(prepared, tolerant_parsing=True))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError):
        text = prepared.replace("{", "").replace("}", "")
    return " ".join(text.translate(_BACK).split())


def to_latex(text: str) -> str:
    """`text` so that LaTeX sets exactly it and every brace is paired; letters stay Unicode."""
    return _LIGATURES.sub(r"\g<0>{}", text.translate(_ESCAPES))
