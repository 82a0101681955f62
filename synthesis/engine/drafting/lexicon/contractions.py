"""Short and roundabout English forms in one wording, before any guard looks: didn't is did not, hardly any is few."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_SHORT = lazy_pattern(
    r"\b(?:(?P<be>ca|wo|sha)n['’]t|(?P<verb>is|are|was|were|do|does|did|has|have|had|could|would|should|must|need|might)n['’]t"
    r"|(?P<who>I|we|you|they|he|she|it|that|there|who|what)['’](?P<short>re|ve|ll))(?![\w'’])",
    re.IGNORECASE,
)
_WHOLE = {"ca": "cannot", "wo": "will not", "sha": "shall not", "re": "are", "ve": "have", "ll": "will"}


#: Roundabout for few and for except.
_FEW = lazy_pattern(r"\b(?:hardly|scarcely|barely) any\b", re.IGNORECASE)
_EXCEPT = lazy_pattern(r"(\b(?:every|each|all)\b(?: [\w'’-]+){1,4}) other than\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """`text` with its contractions in full, those of ’s and ’d apart, which may stand for two words each; few and except
    in one word."""
    if "'" in text or "’" in text:
        text = _SHORT.sub(_in_full, text)
    if " any" in text:
        text = _FEW.sub(lambda m: "Few" if m.group()[0].isupper() else "few", text)
    return _EXCEPT.sub(r"\1 except", text) if " other than" in text else text


def _in_full(match: re.Match[str]) -> str:
    if match["who"]:
        return f"{match['who']} {_WHOLE[match['short'].lower()]}"
    told = f"{match['verb']} not" if match["verb"] else _WHOLE[match["be"].lower()]
    return told[:1].upper() + told[1:] if match.group()[0].isupper() else told
