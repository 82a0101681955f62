"""Whether text in pictures can be recognised here. Apart, because callers ask who must not load what a parser loads."""

from __future__ import annotations

from importlib.util import find_spec

_PACKAGES = ("rapidocr", "onnxruntime", "PIL")


def installed() -> bool:
    """Whether the packages of requirements-ocr.txt are here; they are looked for, not loaded."""
    return all(find_spec(name) is not None for name in _PACKAGES)
