"""What the beginning or the shape of one line says: numbering, bullets, captions, page numbers, site chrome.

All functions take a line without white space at its ends, in Simplified or Latin letters.
"""

from __future__ import annotations

import regex

_CHINESE_NUMBER = "[一二三四五六七八九十百零〇两]{1,4}"
#: Heading marks from the highest to the lowest, as Chinese reports number.
NUMBERINGS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    (
        "chapter",
        regex.compile(
            rf"第(?:{_CHINESE_NUMBER}|\d{{1,2}})[章编篇部](?:分)?(?![^\s:：])|第(?:{_CHINESE_NUMBER}|\d{{1,2}})[章编篇]"
        ),
    ),
    ("chapter", regex.compile(r"(?i:chapter|part)\s+(?:\d{1,2}|[IVX]{1,5})\b")),
    ("section", regex.compile(rf"第(?:{_CHINESE_NUMBER}|\d{{1,2}})节")),
    ("han", regex.compile(rf"{_CHINESE_NUMBER}[、.．]")),
    ("han_bracket", regex.compile(rf"[(（]{_CHINESE_NUMBER}[)）]")),
    ("decimal3", regex.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d.%％])\s*(?=\S)")),
    (
        "decimal2",
        regex.compile(
            r"\d{1,2}\.\d{1,2}(?![\d.%％万亿倍元])\s+(?=\S)|\d{1,2}\.\d{1,2}(?=[\p{Han}])(?![万亿倍元个年月米克])"
        ),
    ),
    ("digit", regex.compile(r"\d{1,2}(?:[、．]|\.(?!\d))\s*(?=\S)")),
    ("digit_bracket", regex.compile(r"[(（]\d{1,2}[)）]|\d{1,2}[)）]")),
)
_BULLET = regex.compile(r"[-*+•·●■◆◇○▪▶►–—]\s+(?=\S)|[•●■◆◇▪▶►]\s*(?=\S)")
_CIRCLED = regex.compile(r"[①-⑳❶-❿]|\[\d{1,3}\]|\^\d{1,2}\s")
_CAPTION = regex.compile(
    r"(?:图|表|图表|附图|附表)\s*\d{1,3}(?:[-–.．]\d{1,3})?(?![\d年月日])|(?i:figure|fig\.|table)\s+\d{1,3}\b"
    r"|[(（]?(?:数据|资料|图片)?来源\s*[:：]|[(（]?单位\s*[:：]|(?i:source)\s*:"
)
_PAGE_NUMBER = regex.compile(
    r"[-—–·•]+\s*\d{1,4}\s*[-—–·•]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?i:page)\s+\d{1,4}(?:\s+of\s+\d{1,4})?"
    r"|\d{1,4}\s*/\s*\d{1,4}"
)
_BARE_NUMBER = regex.compile(r"\d{1,4}|[ivxlc]{1,6}", regex.IGNORECASE)
_TOC_ENTRY = regex.compile(r"(?P<title>\S.*?)(?:\s*(?:[.．…·]\s?){3,}\s*|\s+|\s*\t\s*)[Pp]?\s?(?P<page>\d{1,4})")
_LEADER = regex.compile(r"\S\s*(?:[.．…·]\s?){3,}\s*\d{1,4}$")
_TOC_TITLE = regex.compile(r"(?:目\s*录|目\s*次|contents|table of contents)[:：]?", regex.IGNORECASE)
#: Notices of Chinese document sites and news pages; each is a whole line.
_CHROME = regex.compile(
    r"版权(?:说明|声明|归|所有)|(?:本|该)?文(?:档|章)(?:由用户|来源于?网络|转载自)|注\s*[:：]\s*文章来源|.{0,40}如有侵权|.{0,30}侵权.{0,12}(?:删除|联系)"
    r"|免责声明|温馨提示$|最新文档$|文档简介$|相关(?:推荐|阅读|文章)|猜你喜欢|推荐阅读|热门(?:推荐|文章)|提交评论|评论$|发表评论|扫码|扫一扫|关注(?:我们|公众号)"
    r"|责任编辑\s*[:：]|点击(?:查看|下载|阅读)|阅读原文|上一篇|下一篇|返回(?:顶部|首页)|分享(?:到|至)|登录|注册$|首页$|(?:京|沪|粤|浙|苏)ICP备"
    r"|本站|人人文库|(?i:cookies?\b.{0,80}(?:accept|consent|policy)|we use cookies|all rights reserved|copyright ©|©\s*\d{4}"
    r"|share (?:this|on)|subscribe|sign (?:in|up)$|log ?in$|privacy policy|terms of (?:use|service)|related (?:articles|posts)|read more$)"
)
#: After these lines a list of links or notices follows; it is chrome as well.
_CHROME_LIST = regex.compile(
    r"温馨提示$|最新文档$|相关(?:推荐|阅读|文章|文档)$|猜你喜欢$|推荐阅读$|热门(?:推荐|文章)$|(?i:related (?:articles|posts))$"
)
_CREDIT = regex.compile(
    r"(?:摘编自|摘自|转载自|作者|记者|编辑|责编|撰稿|通讯员|通信作者|关键词|(?i:by|author|keywords))\s*[:：]|[(（].*[)）]$"
)
#: A line that is nothing but an image, a link or an address.
_LINK = regex.compile(r"(?:[-*+]\s+)?!?\[[^\]]*\]\([^)]*\)|<?(?:https?://|www\.)[^\s，。；]+>?")
_IMAGE_NAME = regex.compile(r"[\w .()（）-]{1,80}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", regex.IGNORECASE)
_RULE = regex.compile(r"[-*_=~—─━═#\s]{3,}")


def numbering(line: str) -> tuple[str, int] | None:
    """The kind of heading number `line` begins with and the length of the mark, or None."""
    for name, pattern in NUMBERINGS:
        match = pattern.match(line)
        if match:
            return name, match.end()
    return None


def is_enumerated(line: str) -> bool:
    """Whether a number of any kind stands first, as in headings, lists and notes."""
    return numbering(line) is not None or _CIRCLED.match(line) is not None


def is_bullet(line: str) -> bool:
    """Whether a bullet stands first."""
    return _BULLET.match(line) is not None


def note_mark(line: str) -> str | None:
    """The footnote mark (①, [1], ^1) the line begins with, or None."""
    match = _CIRCLED.match(line)
    return match.group().strip() if match else None


def is_caption(line: str) -> bool:
    """Whether the line names a figure or table or its source."""
    return len(line) <= 90 and _CAPTION.match(line) is not None


def is_page_number(line: str, paged: bool = False) -> bool:
    """Whether the line is nothing but a page number; a bare number counts only in a `paged` text."""
    return _PAGE_NUMBER.fullmatch(line) is not None or (paged and _BARE_NUMBER.fullmatch(line) is not None)


def is_chrome(line: str) -> bool:
    """Whether the line is a notice, link or image of a site, or a rule, and not the author's text."""
    if len(line) > 160:
        return False
    return bool(_CHROME.match(line) or _LINK.fullmatch(line) or _IMAGE_NAME.fullmatch(line) or _RULE.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether the line names authors, origin or key words, or is one bracket: short, but no heading."""
    return _CREDIT.match(line) is not None


def opens_chrome_list(line: str) -> bool:
    """Whether the bullets after this line are links and notices."""
    return _CHROME_LIST.match(line) is not None


def is_toc_title(line: str) -> bool:
    """Whether the line announces a table of contents."""
    return _TOC_TITLE.fullmatch(line) is not None


def has_leader(line: str) -> bool:
    """Whether dots lead to a page number at the line's end."""
    return _LEADER.search(line) is not None


def toc_entry(line: str) -> tuple[str, int] | None:
    """Title and page of a contents line, or None."""
    match = _TOC_ENTRY.fullmatch(line)
    return (match["title"].strip(), int(match["page"])) if match and len(line) <= 120 else None
