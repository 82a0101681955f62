r"""RTF in code pages of two bytes, as Word and WPS write it in China, Japan and Korea, made plain for pandoc.

pandoc reads every `\'hh` as Windows-1252. Here the bytes of a run are decoded in the code page of their font (or of the
document) and written again as `\uN?`; nothing else is touched.
"""

from __future__ import annotations

import codecs
import re

from synthesis.infra.parsers.encodings import score

#: Fonts that call themselves Western; their bytes are so unless they read as good text in the document's code page.
_WESTERN = "western"
#: How much like text (`encodings.score`) such bytes must be.
_BELIEVED = 0.5
#: Character sets of fonts ([MS-WMF] 2.1.1.5) as Python's decoders; 1 is the document's own.
_CHARSETS = {
    0: _WESTERN,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
#: Whatever stands in an RTF file, token by token.
TOKEN = re.compile(
    rb"(?P<hex>\\'[0-9A-Fa-f]{2})|\\bin(?P<bin>\d+) ?|\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,10})? ?"
    rb"|(?P<symbol>\\[^a-zA-Z])|(?P<brace>[{}])|(?P<line>[\r\n]+)|(?P<high>[\x80-\xff])|(?P<text>[^\\{}\r\n\x80-\xff]+)",
    re.S,
)
#: Words after which the run of bytes goes on: they say how it looks, not what it is.
_FONT_WORDS = frozenset({b"f", b"af"})


def with_unicode(data: bytes) -> bytes:
    """`data` with the bytes of other code pages than Windows-1252 as Unicode escapes."""
    return _Rewriter(data).rewritten()


class _Rewriter:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._out = bytearray()
        self._fonts: dict[int, str] = {}
        self._document = "cp1252"
        self._default_font: int | None = None
        self._font: int | None = None
        self._skip = 1
        # What a group's end brings back: font and the number of characters that stand for one escape.
        self._outer: list[tuple[int | None, int]] = []
        self._table = 0
        self._bytes = bytearray()
        self._skipping = 0

    def rewritten(self) -> bytes:
        """The whole file, token by token."""
        at = 0
        while at < len(self._data):
            match = TOKEN.match(self._data, at)
            if match is None:
                self._out += self._data[at : at + 1]
                at += 1
                continue
            at = match.end()
            if match["bin"] is not None:
                self._flush()
                at = min(len(self._data), at + int(match["bin"]))
                self._out += self._data[match.start() : at]
            else:
                self._token(match)
        self._flush()
        return bytes(self._out)

    def _token(self, match: re.Match[bytes]) -> None:
        whole = match[0]
        if match["hex"] or match["high"]:
            value = bytes.fromhex(whole[2:].decode())[0] if match["hex"] else whole[0]
            if self._skipping:
                # Stands for a Unicode escape that came before, for readers that do not know it.
                self._skipping -= 1
                self._out += b"?"
            else:
                self._bytes.append(value)
            return
        if match["text"] is not None and (self._bytes or self._skipping):
            whole = self._trailing(whole)
        if match["line"] is not None and self._bytes:
            return
        self._flush()
        if match["brace"]:
            self._brace(whole)
        elif match["word"]:
            self._word(match["word"], match["value"])
            if match["word"] == b"u" and not whole.endswith(b" "):
                # Without it, pandoc takes a blank that follows the stand-in for its own.
                whole += b" "
        self._out += whole

    def _trailing(self, text: bytes) -> bytes:
        """Text after bytes: its first character may be the second half of a character, or stand for an escape."""
        while self._skipping and text:
            self._skipping -= 1
            self._out += b"?"
            text = text[1:]
        name = self._encoding()
        if text and self._bytes and _is_open(bytes(self._bytes), self._document if name == _WESTERN else name):
            self._bytes += text[:1]
            text = text[1:]
        return text

    def _brace(self, brace: bytes) -> None:
        self._skipping = 0
        if brace == b"{":
            self._outer.append((self._font, self._skip))
        elif self._outer:
            if len(self._outer) <= self._table:
                self._table = 0
                self._font = self._default_font
            font, self._skip = self._outer.pop()
            self._font = font if not self._table else self._font

    def _word(self, word: bytes, value: bytes | None) -> None:
        number = int(value) if value else 0
        if word == b"ansicpg":
            self._document = _code_page(number)
        elif word == b"deff":
            self._default_font = self._font = number
        elif word == b"fonttbl":
            self._table = len(self._outer)
        elif word in _FONT_WORDS:
            self._font = number
        elif word == b"plain":
            self._font = self._default_font
        elif word == b"fcharset" and self._table and self._font is not None:
            if number in _CHARSETS:
                self._fonts[self._font] = _CHARSETS[number]
        elif word == b"uc":
            self._skip = number
        elif word == b"u":
            self._skipping = self._skip

    def _encoding(self) -> str:
        return self._fonts.get(-1 if self._font is None else self._font, self._document)

    def _flush(self) -> None:
        """The bytes so far as escapes; those of a code page that pandoc knows stay as they were."""
        if not self._bytes:
            return
        data, name = bytes(self._bytes), self._encoding()
        self._bytes.clear()
        if name == _WESTERN:
            name = self._document if _reads_well(data, self._document) else "cp1252"
        if name == "cp1252":
            self._out += b"".join(b"\\'%02x" % byte for byte in data)
            return
        text = _decoded(data, name, self._document)
        for unit in memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H"):
            self._out += b"\\u%d " % (unit - 0x10000 if unit > 0x7FFF else unit) + b"?" * self._skip


def _decoded(data: bytes, name: str, document: str) -> str:
    """In the font's code page; in the document's when that fits better, because fonts are changed after the fact."""
    for candidate in (name, document):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    return data.decode(name, "replace")


def _reads_well(data: bytes, name: str) -> bool:
    try:
        return score(data.decode(name)) >= _BELIEVED
    except UnicodeDecodeError:
        return False


def _is_open(data: bytes, name: str) -> bool:
    """Whether `data` ends inside a character."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    decoder.decode(data)
    return bool(decoder.getstate()[0])


def _code_page(number: int) -> str:
    if number == 936:
        return "gb18030"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
