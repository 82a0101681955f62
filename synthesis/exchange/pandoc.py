"""Documents in files' formats, by pandoc as a separate process, and Word files set in a Chinese face."""

from __future__ import annotations

import json
import re

from synthesis.exchange.document import ReportDocument, pandoc_tree
from synthesis.exchange.word_file import dressed
from synthesis.infra import pandoc


def to_markdown(document: ReportDocument) -> str:
    """Markdown that reads well as plain text: `[1]` marks and a numbered list of references."""
    tree = pandoc_tree(document, superscript=False)
    text = _pandoc(tree, ["-t", "commonmark", "--wrap=none"]).decode("utf-8")
    # Pandoc escapes brackets that could begin a link. Ours do not, unless what follows would make them one.
    return re.sub(r"\\\[([0-9,-]+|[A-Z]{1,2}(?:/OL)?)\\\](?![(:\[])", r"[\1]", text)


def to_docx(document: ReportDocument) -> bytes:
    """A Word file with real headings, raised reference marks and East Asian fonts."""
    made = _pandoc(pandoc_tree(document, superscript=True), ["-t", "docx", "-o", "-"])
    return dressed(made, document.watermark)


def to_latex(document: ReportDocument) -> bytes:
    """A LaTeX file of its own, for xelatex or lualatex; Chinese by the class ctexart."""
    options = ["-s", "-V", "fontsize=11pt", "-V", "geometry:a4paper,margin=25mm"]
    # Chinese quotes and dashes stay what they are: as LaTeX's signs they would be set in a Latin face, narrow and low.
    chinese = ["-t", "latex-smart", "-V", "documentclass=ctexart", "-V", "indent=true"]
    options += chinese if document.language == "zh" else ["-t", "latex"]
    if document.watermark:
        # The words come from our own catalogue; nothing that people wrote goes into a header.
        lines = (
            f"\\usepackage{{draftwatermark}}\n\\SetWatermarkText{{{document.watermark}}}\n\\SetWatermarkScale{{0.35}}"
        )
        options += ["-V", f"header-includes={lines}"]
    return _pandoc(pandoc_tree(document, superscript=True), options)


def to_html(document: ReportDocument) -> bytes:
    """One page that needs nothing else."""
    return _pandoc(pandoc_tree(document, superscript=True), ["-t", "html5", "-s", "--embed-resources"])


def _pandoc(tree: object, options: list[str]) -> bytes:
    return pandoc.run(["-f", "json", *options], json.dumps(tree, ensure_ascii=False).encode("utf-8"))
