"""Chinese words, by rjieba and its dictionary, which is read when the first text is cut: most processes never do."""

from __future__ import annotations


def cut(text: str) -> list[str]:
    """The words of a text, in order; together they are the text."""
    import rjieba

    words: list[str] = rjieba.cut(text)
    return words


def tag(text: str) -> list[tuple[str, str]]:
    """The words of a text, each with its part of speech in the ICTCLAS notation."""
    import rjieba

    tagged: list[tuple[str, str]] = rjieba.tag(text)
    return tagged
