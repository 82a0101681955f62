"""How the Chinese catalogue is written: its punctuation, its form of address, its words for the field's terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.messages.pofile import read_po

from project import messages

HAN = "[\u3400-\u9fff]"
PLACE = re.compile(r"%\(\w+\)[sd]|%d|\{\w*\}|<[^>]+>")
# What a word of ours is called, always: a glossary that is not kept is none (docs/glossary.md).
TERMS = {
    r"\bexcerpts?\b": "摘录",
    r"\bworkspaces?\b": "工作区",
    r"\bcomments?\b": "评论",
    r"\baudit log\b": "操作记录",
    r"\boverlap reports?\b": "重合",
    r"\bparagraph\b": "段落",
}


def chinese() -> Iterator[tuple[str, str]]:
    """Every message with its translation."""
    with (messages.LOCALES / "zh_Hans" / "LC_MESSAGES" / "django.po").open("rb") as file:
        for message in read_po(file, locale="zh_Hans"):
            if message.id:
                source = message.id if isinstance(message.id, str) else message.id[-1]
                yield source, message.string if isinstance(message.string, str) else message.string[0]


def test_punctuation_is_chinese_next_to_chinese() -> None:
    half = re.compile(rf"{HAN}\s?[,;:!?()]|[,;:!?()]\s?{HAN}|{HAN}\.(?![.\w])|['\"]")
    assert [text for _source, text in chinese() if half.search(re.sub(r"<[^>]+>", "", text))] == []


def test_latin_and_figures_stand_apart_from_chinese() -> None:
    """One space between Chinese and a word in Latin letters; none next to Chinese punctuation."""
    close = re.compile(rf"{HAN}[A-Za-z]|[A-Za-z]{HAN}")
    apart = re.compile(r"\s[，。；：！？、）”]|[，。；：！？、（“]\s")
    wrong = [text for _source, text in chinese() if close.search(PLACE.sub("", text)) or apart.search(text)]
    assert wrong == []


def test_people_are_addressed_in_one_way() -> None:
    assert [text for _source, text in chinese() if "您" in text] == []


def test_sentences_end_as_they_do_in_english() -> None:
    wrong = []
    for source, text in chinese():
        if len(source) > 1 and source.rstrip()[-1] == "." and text[-1] != "。":
            wrong.append(text)
        if source.rstrip()[-1].isalpha() and text[-1] == "。":
            wrong.append(text)
    assert wrong == []


def test_terms_are_kept() -> None:
    wrong = [
        (source, text)
        for source, text in chinese()
        for word, term in TERMS.items()
        if re.search(word, PLACE.sub("", source), re.IGNORECASE) and term not in text
    ]
    assert wrong == []
