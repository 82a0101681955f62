"""Every string that people see is in the catalogue, translated, with the same places to fill; none stands outside it.

`make messages` collects new msgids into `locale/`; the translations are written by hand.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from project import messages

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
PLACES = re.compile(r"%\((\w+)\)[sdrf]|\{(\w*)\}|(?<!%)%[sd]")
CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
HAN = re.compile(r"[\u3400-\u9fff]")
LETTERS = re.compile(r"[^\W\d_]{2,}")

# Names, formats and keys, the same in both languages.
SAME_IN_ALL_LANGUAGES = {
    "Collate", "DOCX", "PDF", "HTML", "EPUB", "TXT", "JSON", "CSV", "Markdown", "LaTeX", "Word", "DOI", "URL", "API", "APA",
    "PEST", "PESTEL", "SWOT", "BibTeX", "RIS", "CSL", "MB", "KB", "GB", "OK", "Esc", "Enter", "Ctrl", "Shift", "Alt",
    "Tab", "SHA", "Delete", "Backspace", "Space", "curl", "Authorization", "Bearer", "TOKEN", "English",
}  # fmt: skip
# Chinese that is data, or is written for a draft in Chinese, or names a language in itself.
CHINESE_WITH_REASON = {
    "synthesis/engine/": "tables and patterns of the language that the engines read and write",
    "synthesis/infra/parsers/": "which characters are common, to tell encodings apart",
    "synthesis/infra/references.py": "terms of reference styles, in the language of the works",
    "synthesis/management/": "the demonstration workspace and the command line's own report",
    "synthesis/tagging/codebooks.py": "headings of the templates, in the language of the drafts",
    "synthesis/sources/citation.py": "marks of authors and places in Chinese web pages",
    "synthesis/exchange/whole_way_choice.py": "headings of the command line's report, in the language of the drafts",
    "synthesis/exchange/overlap_words.py": "words of the overlap page of the command line, in the language of the drafts",
}
TITLE_MARKS = "《》"  # the signs themselves, where English speaks of them
ITS_OWN_NAME = "中文"


# --- the catalogue ----------------------------------------------------------------------------------------------------


@cache
def collected() -> Catalog:
    return messages.collect()


@cache
def translated() -> Catalog:
    with TRANSLATED.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def of(catalogue: Catalog) -> dict[tuple[str, str | None], Message]:
    return {(first(m.id), m.context): m for m in catalogue if m.id}


def first(words: str | tuple[str, ...] | list[str]) -> str:
    return words if isinstance(words, str) else words[0]


def every(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def places(text: str) -> set[str]:
    return {match.group() for match in PLACES.finditer(text.replace("%%", ""))}


def fault_of(wanted: Message, found: Message | None) -> str:
    """What is wrong with a message's translation; "" when nothing is."""
    if found is None:
        return "is not in the catalogue"
    if found.fuzzy:
        return "is fuzzy"
    strings = every(found.string)
    if not strings or not all(text.strip() for text in strings):
        return "is not translated"
    allowed = [places(text) for text in every(wanted.id)]
    for text in strings:
        # A plural form may leave out the number, as "one file" does; it may fill nothing that nobody gives.
        if not (places(text) in allowed if len(allowed) == 1 else places(text) <= set.union(*allowed)):
            return f"has other places to fill: {text!r}"
    return ""


def test_every_message_is_translated() -> None:
    have = of(translated())
    wrong = [
        f"{wanted.locations[0][0]}: {key[0]!r} {fault}"
        for key, wanted in of(collected()).items()
        if (fault := fault_of(wanted, have.get(key)))
    ]
    assert not wrong, f"{len(wrong)} messages:\n" + "\n".join(wrong[:80])


def test_the_catalogue_holds_nothing_that_is_gone() -> None:
    gone = [key[0] for key in of(translated()).keys() - of(collected()).keys()]
    assert not gone, "run `make messages`"


def test_faults_are_seen() -> None:
    wanted = Message("%(n)s files of {name}")
    assert fault_of(wanted, None)
    assert fault_of(wanted, Message(wanted.id, ""))
    assert fault_of(wanted, Message(wanted.id, "{name} 的文件"))
    assert fault_of(wanted, Message(wanted.id, "{name} 的 %(n)s 个文件", flags=["fuzzy"]))
    assert not fault_of(wanted, Message(wanted.id, "{name} 的 %(n)s 个文件"))
    plural = Message(("One file", "%(n)s files"))
    assert not fault_of(plural, Message(plural.id, ("%(n)s 个文件",)))
    assert fault_of(plural, Message(plural.id, ("%(m)s 个文件",)))


# --- Python -----------------------------------------------------------------------------------------------------------


def python_files() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted([*(ROOT / "synthesis").rglob("*.py"), *(ROOT / "project").rglob("*.py")]):
        if "migrations" not in path.parts:
            yield path.relative_to(ROOT).as_posix(), tree_of(path)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_gettext_goes_by_names_that_are_collected() -> None:
    found = [
        f"{name}: {alias.name} as {alias.asname}"
        for name, tree in python_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if "gettext" in alias.name and (alias.asname or alias.name) not in messages.ARGUMENTS
    ]
    assert not found, "project/messages.py does not know these names"


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_messages_are_literals() -> None:
    """What is put together before it is translated is in no catalogue."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in python_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and name_of(node.func) in messages.ARGUMENTS and node.args
        if isinstance(node.args[0], (ast.JoinedStr, ast.BinOp))
    ]
    assert not found


TOLD = {"Invalid", "Conflict", "Forbidden", "TooMany", "problem", "success", "warning", "error", "info", "add_error"}


def bare_words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Sentences given untranslated to what people are told by."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and name_of(node.func) in TOLD):
            continue
        if isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") in {"logger", "parser", "self"}:
            continue
        for given in node.args:
            if isinstance(given, ast.Constant) and isinstance(given.value, str) and " " in given.value.strip():
                yield node.lineno, given.value
            elif isinstance(given, ast.JoinedStr) and any(
                isinstance(part, ast.Constant) and " " in str(part.value).strip() for part in given.values
            ):
                yield node.lineno, ast.unparse(given)


def test_what_people_are_told_is_translated() -> None:
    found = [
        f"{name}:{line}: {words!r}"
        for name, tree in python_files()
        if not name.startswith(("synthesis/engine/", "synthesis/management/", "project/"))
        for line, words in bare_words(tree)
    ]
    assert not found
    assert list(bare_words(ast.parse('problem(r, 401, "Sign in first")\nraise Invalid(f"No {a} here")')))
    assert not list(bare_words(ast.parse('raise Invalid(_("Sign in first"), code="x")\nlogger.error("a b")')))


def docstrings(tree: ast.AST) -> set[int]:
    """Ids of the expressions that are docstrings."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, kinds) and node.body and isinstance(node.body[0], ast.Expr)
    }


def test_no_chinese_in_python() -> None:
    found, needed = [], set()
    for name, tree in python_files():
        notes = docstrings(tree)
        reason = next((prefix for prefix in CHINESE_WITH_REASON if name.startswith(prefix)), "")
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Constant) and id(node) not in notes else None
            if isinstance(value, str) and HAN.search(value):
                needed.add(reason)
                found += [] if reason else [f"{name}:{node.lineno}: {value[:40]!r}"]
    assert not found
    assert set(CHINESE_WITH_REASON) <= needed, "these exceptions are no longer needed"


# --- templates --------------------------------------------------------------------------------------------------------

TRANSLATED_BLOCK = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?{%-?\s*endblocktrans(?:late)?\s*-?%}", re.DOTALL)
COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
# A block of attributes, or of a tag whose name is a variable, is text to the parser.
ATTRIBUTE = re.compile(r"""[\w:-]+=(?:"[^"]*"|'[^']*')""")
SPOKEN = {"title", "aria-label", "aria-description", "placeholder", "alt", "label", "data-confirm", "data-title"}
SILENT = {"script", "style", "code", "pre", "kbd"}


class Words(HTMLParser):
    """Text and spoken attributes of a template whose tags are taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(ATTRIBUTE.sub("", data))


def words_outside(template: str, *, html: bool = True) -> list[str]:
    """Words of a template that are in no translation tag."""
    bare = TAG.sub("", TRANSLATED_BLOCK.sub("", COMMENT.sub("", template)))
    pieces = [bare]
    if html:
        parser = Words()
        parser.feed(bare)
        parser.close()
        pieces = parser.found
    return [word for piece in pieces for word in LETTERS.findall(piece) if word not in SAME_IN_ALL_LANGUAGES]


def templates() -> list[Path]:
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"})


def test_words_outside_are_seen() -> None:
    assert words_outside("<p>Hello {{ name }}</p>") == ["Hello"]
    assert words_outside('<a title="Open {% if a %}x{% endif %}" href="b">{% translate "Go" %}</a>') == ["Open"]
    assert not words_outside('{% blocktranslate %}Hello{% endblocktranslate %}{# a note #}<i class="a b">{{ x.y }}</i>')


def test_templates_hold_no_words_of_their_own() -> None:
    found = {}
    for path in templates():
        words = words_outside(path.read_text("utf-8"), html=path.suffix == ".html")
        words = [word for word in words if not CHINESE.search(word)]
        if words:
            found[path.relative_to(ROOT).as_posix()] = words
    assert not found


def test_templates_hold_no_chinese() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in templates()
        if CHINESE.search(COMMENT.sub("", path.read_text("utf-8")).replace(ITS_OWN_NAME, "").replace(TITLE_MARKS, ""))
    ]
    assert not found


# --- TypeScript -------------------------------------------------------------------------------------------------------

LINE_NOTE = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
SENTENCE = re.compile(r"""["'`][A-Z][a-z]+(?: [a-z]+)+[^"'`]*["'`]""")
KEY = re.compile(r"""\bmessage\(\s*["']([\w.-]+)["']""")


def scripts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "static" / "src").rglob("*.ts")):
        yield path.relative_to(ROOT).as_posix(), LINE_NOTE.sub("", path.read_text("utf-8"))


def test_scripts_hold_no_sentence() -> None:
    found = [f"{name}: {match}" for name, text in scripts() for match in SENTENCE.findall(text)]
    found += [f"{name}: Chinese" for name, text in scripts() if CHINESE.search(text)]
    assert not found


def test_every_key_of_the_scripts_is_in_a_template() -> None:
    written = "".join(path.read_text("utf-8") for path in templates())
    written += "".join(path.read_text("utf-8") for path in (ROOT / "synthesis").rglob("*.py"))
    found = [f"{name}: {key}" for name, text in scripts() for key in KEY.findall(text) if f'"{key}"' not in written]
    assert not found
