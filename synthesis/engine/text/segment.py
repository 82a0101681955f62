"""Chinese words, by rjieba and its dictionary, which is read when the first text is cut: most processes never do."""

from __future__ import annotations


def cut(text: str, *, guess: bool = True) -> list[str]:
    """The words of a text, in order; together they are the text. Without `guess` words no dictionary has fall apart."""
    import rjieba

    words: list[str] = rjieba.cut(text, guess)
    return words


def tag(text: str, *, guess: bool = True) -> list[tuple[str, str]]:
    """The words of a text, each with its part of speech in the ICTCLAS notation; `guess` as in `cut`."""
    import rjieba

    tagged: list[tuple[str, str]] = rjieba.tag(text, guess)
    return tagged
