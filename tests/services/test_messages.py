"""Catalogues without gettext: what is collected from code and templates, and what is compiled."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from project import messages

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
title = _("Sources")
# Translators: shown under the list
ngettext("%(n)s file", "%(n)s files", n)
pgettext("verb", "Draft")
_(variable)
"""
TEMPLATE = """{% load i18n %}
<p title="{% translate "Close" %}">{% blocktranslate trimmed count n=n %}
  {{ n }} excerpt
{% plural %}
  {{ n }} excerpts
{% endblocktranslate %}</p>
{% translate "Draft" context "noun" %}
"""


def test_messages_of_python(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(PYTHON)
    found = {(message, context) for _, context, message, _ in messages.extract(path)}
    assert found == {("Sources", None), (("%(n)s file", "%(n)s files"), None), ("Draft", "verb")}


def test_messages_of_a_template(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(TEMPLATE)
    found = {(message, context) for _, context, message, _ in messages.extract(path)}
    assert found == {("Close", None), (("%(n)s excerpt", "%(n)s excerpts"), None), ("Draft", "noun")}


def test_catalogues_are_updated_and_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Sources"\nmsgstr "资料"\n\nmsgid "Gone"\nmsgstr "没有了"\n',
        "utf-8",
    )
    (tmp_path / "synthesis").mkdir()
    (tmp_path / "synthesis" / "a.py").write_text(PYTHON)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALES", tmp_path / "locale")
    messages.update_catalogues()
    text = source.read_text("utf-8")
    assert "资料" in text
    assert 'msgid "Draft"' in text
    assert "Gone" not in text

    written = messages.compile_catalogues()
    assert written == [source.with_suffix(".mo")]
    with written[0].open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Sources") == "资料"
    assert messages.compile_catalogues() == []
