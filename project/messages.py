"""Message catalogues without the gettext programs: compile `locale/**/*.po`, and collect new msgids from code and templates.

python -m project.messages            compile what is older than its source
python -m project.messages --collect  bring every catalogue up to date with the code, then compile
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locale"
DOMAIN = "django"
# Which arguments of each function are msgids (counted from 1), and which one, if any, is the context.
SINGULAR, PLURAL = (1,), (1, 2)
ARGUMENTS: dict[str, tuple[int | None, tuple[int, ...]]] = {
    # `lazy` is how a module names gettext_lazy when its `_` is gettext.
    **dict.fromkeys(("_", "lazy", "gettext", "gettext_lazy", "gettext_noop"), (None, SINGULAR)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, PLURAL)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (1, (2,))),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (1, (2, 3))),
}
Message = tuple[int, str | None, str | tuple[str, ...], list[str]]


def catalogues() -> list[Path]:
    """The catalogues' sources, `locale/<language>/LC_MESSAGES/django.po`."""
    return sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))


def compile_catalogues() -> list[Path]:
    """Write the `.mo` of every catalogue that changed; returns the files written. Fuzzy entries stay untranslated."""
    written = []
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file)
        buffer = io.BytesIO()
        write_mo(buffer, catalogue)
        # Replaced whole: a server that reads it meanwhile sees the old or the new one. The time is the source's,
        # so that a source changed during the compilation counts as newer.
        fresh = target.with_suffix(".mo.new")
        fresh.write_bytes(buffer.getvalue())
        fresh.replace(target)
        written.append(target)
    return written


def collect() -> Catalog:
    """Every msgid of `synthesis/`, `project/` and `templates/`, with the places where it stands."""
    found = Catalog(domain=DOMAIN, charset="utf-8")
    for path in sorted([*ROOT.glob("synthesis/**/*.py"), *ROOT.glob("project/**/*.py"), *ROOT.glob("templates/**/*")]):
        if not path.is_file() or path.suffix not in {".py", ".html", ".txt"}:
            continue
        place = path.relative_to(ROOT).as_posix()
        for line, context, message, comments in extract(path):
            found.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return found


def extract(path: Path) -> Iterator[Message]:
    """`(line, context, msgid or (singular, plural), comments)` for every message in a Python file or a Django template."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        from django.conf import settings
        from django.utils.translation.template import templatize

        if not settings.configured:
            settings.configure()
        # Within brackets the indentation of a template means nothing to Python's tokenizer.
        text = f"({templatize(text, origin=str(path))})"
    # Babel's annotations of what it yields are not what it yields.
    messages: Any = extract_python(
        io.BytesIO(text.encode()), dict.fromkeys(ARGUMENTS), ["Translators:"], {"encoding": "utf-8"}
    )
    for line, function, found, comments in messages:
        # None stands for an argument that is no literal: a variable has nothing to translate.
        words = [found] if isinstance(found, str) else list(found or ())
        context_at, messages_at = ARGUMENTS[str(function)]
        places = [*messages_at, *([context_at] if context_at else [])]
        if all(place <= len(words) and words[place - 1] for place in places):
            chosen = tuple(str(words[place - 1]) for place in messages_at)
            context = str(words[context_at - 1]) if context_at else None
            yield line, context, chosen[0] if len(chosen) == 1 else chosen, list(comments)


def update_catalogues() -> None:
    """Merge the collected msgids into every catalogue: new ones empty, vanished ones dropped, translations kept."""
    template = collect()
    for source in catalogues():
        language = source.parent.parent.name
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language, domain=DOMAIN)
        created = catalogue.creation_date
        # No guessing: a fuzzy match of a short label is nearly always wrong and hides that a translation is missing.
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        # Nothing changes in the file when no message did.
        catalogue.creation_date = created
        with source.open("wb") as file:
            write_po(file, catalogue, width=120, sort_output=True, include_previous=False)


def main() -> None:
    if "--collect" in sys.argv[1:]:
        update_catalogues()
    for path in compile_catalogues():
        print(f"compiled {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
