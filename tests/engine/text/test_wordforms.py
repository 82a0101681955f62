"""Which written form a character has in which word."""

from __future__ import annotations

from synthesis.engine.text.wordforms import by_words, form_in_word


def test_the_word_tells_the_form() -> None:
    assert form_in_word("两家公司合并", 5) == "併"
    assert form_in_word("并且如此", 0) == ""


def test_a_page_may_write_character_by_character() -> None:
    assert by_words({("合", "併"): 2, ("合", "並"): 1})
    assert not by_words({("合", "並"): 2})
