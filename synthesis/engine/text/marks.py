"""What the beginning or the shape of one line says: numbering, bullets, captions, page numbers, site chrome.

All functions take a line without white space at its ends, in Simplified or Latin letters.
"""

from __future__ import annotations

import regex

_CHINESE_NUMBER = "[一二三四五六七八九十百零〇两]{1,4}"
_ORDINAL = rf"(?:{_CHINESE_NUMBER}|\d{{1,2}})"
#: Heading marks in the order in which they are tried; `headings` ranks them.
NUMBERINGS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("part", regex.compile(rf"第{_ORDINAL}(?:[编篇]|部分)(?![^\s:：、\p{{Han}}])|第{_ORDINAL}部(?=[\s:：])")),
    ("part", regex.compile(r"(?i:part)\s+(?:\d{1,2}|[IVX]{1,5})\b(?!,)")),
    ("chapter", regex.compile(rf"第{_ORDINAL}章")),
    ("chapter", regex.compile(r"(?i:chapter|appendix)\s+(?:\d{1,2}|[IVX]{1,5}|[A-H])\b(?!,)")),
    ("section", regex.compile(rf"第{_ORDINAL}节")),
    ("han", regex.compile(rf"{_CHINESE_NUMBER}[、.．]")),
    ("han_bracket", regex.compile(rf"[(（]{_CHINESE_NUMBER}[)）]")),
    ("decimal4", regex.compile(r"\d{1,2}(?:\.\d{1,2}){3}(?![\d.%％])\s*(?=\S)")),
    ("decimal3", regex.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d.%％])\s*(?=\S)")),
    (
        "decimal2",
        regex.compile(
            r"\d{1,2}\.\d{1,2}(?![\d.%％万亿倍元])[、.]?\s+(?=\S)|\d{1,2}\.\d{1,2}(?=[\p{Han}])(?![万亿倍元个年月米克])"
        ),
    ),
    ("digit", regex.compile(r"\d{1,2}(?:[、．]|\.(?!\d))\s*(?=\S)")),
    ("digit_bracket", regex.compile(r"[(（]\d{1,2}[)）]|\d{1,2}[)）]")),
    ("roman", regex.compile(r"[IVX]{1,5}\.\s+(?=\p{Lu})|[Ⅰ-Ⅻ][、.．\s]\s*(?=\S)")),
)
#: A number and a blank before a title, as papers have it: a heading only where such numbers count up (`headings`).
_BARE = regex.compile(r"\d{1,2}[ \u3000]+(?=[\p{Han}\p{Lu}])(?!\p{Han}{0,2}(?:月|日|年|人|个|家|元|次|项|例))")
_SECTION_NAME = regex.compile(
    r"(?:\d{1,2}\s+)?[\[【]?(?:中文|英文)?(?:摘要|内容提要|提要|前言|引言|序言|绪论|导论|导言|结论|结语|结束语|小结|总结|讨论|参考文献|主要参考文献|致谢|附录|附件|后记)[\]】]?[:：]?"
    r"|(?i:abstract|(?:executive )?summary|introduction|background|methods?|materials and methods|results|discussion|conclusions?"
    r"|references|bibliography|acknowledge?ments?|appendix|works cited)[:.]?"
)
#: Blanks that set the two characters of such a name apart.
_SPREAD = regex.compile(r"(?<=\p{Han})[ \u3000]+(?=\p{Han})")
_NOTES_NAME = regex.compile(
    r"(?:\d{1,2}[ .、]\s*)?[\[【]?(?:注释|注|脚注|尾注|主要参考文献|参考文献|参考资料|引用文献|(?i:(?:end|foot)?notes|references|bibliography|works cited|literature cited))[\]】]?[:：]?"
)
_BULLET = regex.compile(r"[-*+•·●■◆◇○▪▶►–—]\s+(?=\S)|[•●■◆◇▪▶►]\s*(?=\S)|[A-H][.、．)]\s*(?=\p{Han})")
_ARTICLE = regex.compile(rf"第(?:{_CHINESE_NUMBER}|\d{{1,3}})条(?:之{_CHINESE_NUMBER})?(?=[\s\p{{Han}}])")
_CIRCLED = regex.compile(r"[①-⑳❶-❿]|\[\^?\d{1,3}\]:?|\^\d{1,2}\s")
_CAPTION = regex.compile(
    r"(?:图|表|图表|附图|附表)\s*\d{1,3}(?:[-–.．]\d{1,3})?(?![\d年月日])|(?i:figure|fig\.|table)\s+\d{1,3}\b"
    r"|(?:[上下左右]|资料)?图(?:为\S{2}|[:：])|[▲△▼]\s*\S"
    r"|[(（]?(?:数据|资料|图片)?来源\s*[:：]|[(（]?单位\s*[:：]|(?i:source)\s*:"
)
_PICTURE_CREDIT = regex.compile(r"\S.{1,70}[\s。，)）]\p{Han}{2,4}\s?(?:摄|供图|制图|绘)[)）]?")
_TABLE_NOTE = regex.compile(r"[(（]?(?:注|备注|说明|(?i:notes?))\s*\d?\s*[:：.]\s*\S")
_PAGE_NUMBER = regex.compile(
    r"[-—–·•]+\s*\d{1,4}\s*[-—–·•]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?i:page)\s+\d{1,4}(?:\s+of\s+\d{1,4})?"
    r"|\d{1,4}\s*/\s*\d{1,4}"
)
_BARE_NUMBER = regex.compile(r"\d{1,4}|[ivxlc]{1,6}", regex.IGNORECASE)
_TOC_ENTRY = regex.compile(
    r"(?P<title>\S.*?)(?:\s*(?:[.．…·]\s?){3,}\s*|\s+|\s*\t\s*)[Pp]?\s?(?P<page>\d{1,4})"
    r"|(?P<front>\S.*?)(?:\s*(?:[.．…·]\s?){3,}\s*|\s*\t\s*)(?:[IVX]{1,5}|[ivx]{1,5})"
)
_LEADER = regex.compile(r"\S\s*(?:[.．…·]\s?){3,}\s*(?:\d{1,4}|[IVX]{1,5}|[ivx]{1,5})$")
_TOC_TITLE = regex.compile(r"(?:目\s*录|目\s*次|contents|table of contents)[:：]?", regex.IGNORECASE)
#: Words and links of a page's frame that no text has as a line of its own.
_FRAME = (
    r"温馨提示|最新文档|文档简介|相关(?:推荐|阅读|文章|文档|新闻|链接|报道)|猜你喜欢|推荐阅读|延伸阅读|热门(?:推荐|文章|标签)|提交评论|发表评论"
    r"|(?:全部|网友|最新)评论|登录\s*[/|]\s*注册|返回(?:首页|顶部|列表)|回到顶部|阅读(?:原文|全文)|展开全文|查看更多|加载更多|点击加载更多|关注我们|打印本页|关闭窗口"
    r"|复制链接|(?:全部接受|接受全部|全部拒绝|拒绝全部|同意并继续|仅接受必要)|网站地图|联系我们|关于我们|法律声明|隐私(?:政策|声明)|用户协议|友情链接|免责声明|意见反馈|广告服务"
    r"|微信扫一扫|扫码下载|打开\s?APP|(?:免费|立即)下载|下载文档"
    r"|(?i:skip to (?:main )?content|log ?in|sign (?:in|up)|subscribe(?: now| to our newsletter)?|share (?:this|on)(?: \w+)?|follow us(?: on \w+)?"
    r"|(?:read|show|load|view) more|related (?:articles|posts|stories|topics)|leave a (?:comment|reply)|back to top|privacy (?:policy|notice)"
    r"|terms of (?:use|service)|cookie (?:policy|settings|preferences|notice)|contact us|about us|site ?map"
    r"|(?:accept|reject) (?:all )?cookies|(?:accept|reject) all|manage (?:cookies|preferences)|advertisement|sponsored content|post a comment|all rights reserved)"
)
#: Words that are frame only beside frame: each may be a heading of its own.
_LOOSE = (
    r"首页|新闻|正文|评论|登录|注册|搜索|打印|关闭|收藏|分享|点赞|举报|更多|下载|上一篇|下一篇|目录导航|微信|微博|QQ空间|朋友圈|接受|拒绝|同意|大|中|小"
    r"|(?i:home|menu|search|comments?|share|print|e-?mail|tweet|facebook|twitter|linkedin|previous|next|contact|about|help|more|accept|decline|close|news|terms(?: (?:and|&) conditions)?)"
)
_FRAME_LINE = regex.compile(rf"(?:[【\[(（]?(?:{_FRAME})[】\])）]?[\s|｜/·,，>»:：.!?]*)+")
_LOOSE_LINE = regex.compile(rf"(?:[【\[(（]?(?:{_FRAME}|{_LOOSE})[】\])）]?[\s|｜/·,，>»:：.]*)+|\d{{1,4}}/\d{{2,4}}")
_TOOL_LINE = regex.compile(rf"(?:[【\[](?:{_FRAME}|{_LOOSE})[】\]]\s*){{2,}}")
#: Notices of document sites and news pages; each is a whole line.
_NOTICE = regex.compile(
    r"版权(?:说明|声明)\s*[:：]|版权(?:所有|归.{1,20}所有)|(?:本|该|此)(?:文档|文章|文|站|网).{0,6}(?:由(?:用户|网友)(?:提供|上传|分享)|来源于?(?:网络|互联网)|转载自|系转载)"
    r"|免责声明\s*[:：]|注\s*[:：]\s*文章来源|.{0,60}如有侵权|.{0,40}侵权.{0,12}(?:删除|联系|告知)|.{0,30}未经.{0,12}(?:授权|许可|同意|允许).{0,16}(?:转载|镜像|摘编)"
    r"|[(（]?责任?编辑?\s*[:：]|(?:转载|引用)请注明|增值电信业务|(?:违法和?不良信息|监督)?举报(?:电话|邮箱|热线)"
    r"|.{0,12}(?:网站|我们|本站)(?:会)?使用\s?(?i:cookies?)|(?i:cookies?).{0,30}(?:同意|接受|政策|设置)|分享(?:到|至)\s*[:：]|(?:上一篇|下一篇)\s*[:：]"
    r"|(?:当前位置|您(?:现在|当前)?(?:的|所在)位置)\s*[:：]|(?:首页|(?i:home))\s*[>»›/]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]?\s*\d+\s*次?$"
    r"|扫(?:码|一扫|描).{0,16}(?:手机|打开|关注|下载|添加|加入|加群|获取|分享)|点击(?:查看|下载|阅读|上方|下方|蓝字|这里).{0,24}$|.{0,12}关注.{0,12}公众号.{0,12}$|人人文库"
    r"|长按.{0,14}(?:二维码|关注|识别).{0,14}$|点(?:个|亮|一下)[“「\"]?(?:在看|赞).{0,20}$|(?:往期|精彩|好文)(?:推荐|回顾|精选|阅读|文章)\s*[:：]?$|(?:分享|收藏|点赞|在看|[、，和\s])+三连.{0,6}$"
    r"|阅读原文\s|(?:(?:阅读|在看|点赞|浏览|评论|收藏|转发)\s*[\d.,]+\s*[万wW]?\+?[\s|·]*)+$|字(?:号|体)\s*[:：]|[—–\-\s]*(?:THE )?END[—–\-\s]*$|[(（]原(?:标题|题)\s*[:：].{1,60}[)）]$"
    r"|本站(?:所有|不|仅|声明|转载|提供的).{0,60}(?:资源|文档|转载|责任|版权|下载|侵权|仅供)"
    r"|(?i:(?:we|this (?:web)?site) uses? cookies|by (?:continuing|using) (?:to )?.{0,20}(?:web)?site.{0,40}(?:agree|accept|consent|cookie)|.{0,60}all rights reserved|(?:copyright )?(?:©|\(c\))\s?\d{4}"
    r"|copyright \d{4}|subscribe to (?:our|the) newsletter|powered by \w+$|sign up for (?:our|the))"
)
_DATE = r"(?:\d{4}|[一二三四五六七八九〇零○]{4})\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s*[月./-]\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?)?"
_SENTENCE_END = frozenset("。！？；，：")
_DIGIT = regex.compile(r"\d")
_LONGEST_TOOLS = 120
#: Numbers that a site must show.
_LICENCE = regex.compile(r".{0,80}(?:ICP[备证]|公网安备|网站标识码)")
#: What a site counts, beside its tools.
_TOOLS = regex.compile(
    r"[\d,.]+\s?[万wW]?\+?\s?人(?:赞同|关注|收藏|喜欢|点赞|阅读|看过|推荐)(?:了该回答|过)?.{0,6}"
    r"|(?=\P{Han}*\p{Han})(?:(?:关注者|被?浏览|赞同|反对|阅读|(?:添加)?评论|条评论|分享|收藏|喜欢|点赞|转发|举报|感谢|[\d,.]+[万kK]?\+?)(?:[\s·|]+|$)){3,}"
)
#: The line under a headline with the date and the tools of a site; no sentence.
_DATELINE = regex.compile(
    r"(?=.*\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2})(?=.*(?:字\s?(?:号|体)\s?[:：]|(?:阅读|浏览|点击|评论|人气)[^\d\s]{0,3}\s?[:：(（]?\s?\d))[^。！？；]{8,120}"
    r"|(?=.*(?i:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}))[^.;!?]{8,80}(?i:min(?:ute)? read|\d comments?)"
)
#: After these lines a list of links or notices follows; it is chrome as well.
_CHROME_LIST = regex.compile(
    r"(?:温馨提示|最新文档|相关(?:推荐|阅读|文章|文档|新闻|链接|报道)|猜你喜欢|推荐阅读|延伸阅读|热门(?:推荐|文章)|友情链接"
    r"|(?i:related (?:articles|posts|stories)|you may also like|more from .{1,20}|recommended(?: for you)?))\s*[:：]?"
)
_NAMES = regex.compile(
    r"(?:\p{Han}[ \u3000]?\p{Han}{1,2}(?:\d(?:,\d)*|[*†①-⑨]|[¹²³])?(?:\s*[,，、；;]\s*|\s{1,4}|$)){2,8}"
)
#: `label: value`, as at the head of minutes and interviews.
_FIELD = regex.compile(r"\p{Han}{2,6}\s*[:：]\s*\S.{0,40}")
_CREDIT = regex.compile(
    rf"[\[【(（]?\s*(?:摘编自|摘自|转载自|原载|作\s?者(?:简介|单位)?|(?:本报|见习)?记\s?者|编\s?辑|责编|撰稿|供稿|整理|通讯员|通[信讯]作者|关\s?键\s?词|来\s?源|时\s?间|日\s?期|发布(?:时间|日期|单位)|基金项目"
    r"|收稿日期|修回日期|中图分类号|文献标识码|文章编号|单\s?位|指导老师|学\s?号|姓\s?名|班\s?级|电\s?话|地\s?址|网\s?址|邮\s?箱|致谢|附\s?件|抄送|主送|(?i:by|authors?|keywords|key words|doi|e-?mail|tel|published|updated|date|correspondence))\s*[\]】)）]?\s*[:：]"
    rf"|[\[【](?:关键词|作者|中图分类号|文献标识码|文章编号)[\]】]|(?:发布于)?{_DATE}(?:\s+\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?.{{0,40}})?(?:\s.{{0,40}})?$|[(（].*[)）]$"
    r"|.{0,20}(?:课题组|编写组|编委会|项目组|调研组)$|\S{1,24}(?:大学|学院|研究院|医院)(?:[,，\s].{0,30})?\d{6}$"
    r"|(?:\S+ ){0,5}(?:University|Universit[éày]t?|Institut[eo]?|Department|Laborator(?:y|ies)|College|Faculty|Hospital|Academy)\b[^.:;]{0,60},[^.:;]{2,60}$"
    r"|图书在版编目|ISBN[\s:：]?\s?[\d-]{10,17}$"
    r"|.{1,14}[〔\[（(]\d{4}[〕\]）)]\s?\d{1,4}\s?号$"
    r"|[\w.+-]+@[\w.-]+$|(?i:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.? \d{1,2},? \d{4})"
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


def bare_number(line: str) -> int | None:
    """The number that stands before a title with nothing but a blank between, as in `2 Methods`, or None."""
    match = _BARE.match(line)
    return int(match.group()) if match else None


def is_section_name(line: str) -> bool:
    """Whether the line is the name of a part that papers and reports have: 摘要, 参考文献, Methods."""
    return _SECTION_NAME.fullmatch(line if line.isascii() else _SPREAD.sub("", line)) is not None


def opens_notes(line: str) -> bool:
    """Whether notes or references follow the line."""
    return _NOTES_NAME.fullmatch(line) is not None


def is_enumerated(line: str) -> bool:
    """Whether a number of any kind stands first, as in headings, lists and notes."""
    return numbering(line) is not None or _CIRCLED.match(line) is not None or _ARTICLE.match(line) is not None


def is_bullet(line: str) -> bool:
    """Whether a bullet stands first."""
    return _BULLET.match(line) is not None


def note_mark(line: str) -> str | None:
    """The footnote mark (①, [1], ^1) the line begins with, or None."""
    match = _CIRCLED.match(line)
    return match.group().strip(" :") if match else None


def is_caption(line: str) -> bool:
    """Whether the line names a figure or table or its source."""
    if len(line) > 90:
        return False
    credited = line.rstrip(")）")[-1:] in {"摄", "图", "绘"} and _PICTURE_CREDIT.fullmatch(line) is not None
    return credited or _CAPTION.match(line) is not None


def is_table_note(line: str) -> bool:
    """Whether the line explains the figure or table above it."""
    return _TABLE_NOTE.match(line) is not None


def is_page_number(line: str, paged: bool = False) -> bool:
    """Whether the line is nothing but a page number; a bare number counts only in a `paged` text."""
    return _PAGE_NUMBER.fullmatch(line) is not None or (paged and _BARE_NUMBER.fullmatch(line) is not None)


def is_chrome(line: str) -> bool:
    """Whether the line is a notice, link or image of a site, or a rule, and not the author's text."""
    if len(line) > 160:
        return False
    frame = _FRAME_LINE.fullmatch(line) or _TOOL_LINE.fullmatch(line) or _NOTICE.match(line) or _is_of_site(line)
    return bool(frame or _LINK.fullmatch(line) or _IMAGE_NAME.fullmatch(line) or _RULE.fullmatch(line))


def _is_of_site(line: str) -> bool:
    """Whether the line tells a site's numbers: its licences, its readers, the date above an article with sizes of type."""
    if "ICP" in line or "网安备" in line or "标识码" in line:
        return _LICENCE.match(line) is not None
    # Sentences are most lines and tell none.
    if line[-1:] in _SENTENCE_END or len(line) > _LONGEST_TOOLS or _DIGIT.search(line) is None:
        return False
    return bool(_TOOLS.fullmatch(line) or (_DATELINE.fullmatch(line) and not is_caption(line)))


def is_loose_chrome(line: str) -> bool:
    """Whether the line is a word such as 首页 or Share, which is chrome only beside chrome."""
    return len(line) <= 60 and _LOOSE_LINE.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """Whether the line names authors, origin or key words, or is one bracket: short, but no heading."""
    return _CREDIT.match(line) is not None


def is_names(line: str) -> bool:
    """Whether the line is made of two or more Chinese names, as under the title of a paper."""
    return _NAMES.fullmatch(line) is not None


def is_field(line: str) -> bool:
    """Whether the line is a short label with its value; several such lines are a form, not headings."""
    return _FIELD.fullmatch(line) is not None and line[-1] not in "。！？；"


def opens_chrome_list(line: str) -> bool:
    """Whether the bullets after this line are links and notices."""
    return _CHROME_LIST.fullmatch(line) is not None


def is_toc_title(line: str) -> bool:
    """Whether the line announces a table of contents."""
    return _TOC_TITLE.fullmatch(line) is not None


def has_leader(line: str) -> bool:
    """Whether dots lead to a page number at the line's end."""
    # Asked of every line, and few end so.
    return (line[-1:].isdecimal() or line[-1:] in "IVXivx") and _LEADER.search(line) is not None


def toc_entry(line: str) -> tuple[str, int] | None:
    """Title and page of a contents line (0 for a page in Roman numerals), or None."""
    match = _TOC_ENTRY.fullmatch(line) if len(line) <= 120 else None
    if match is None:
        return None
    return (match["title"] or match["front"]).strip(), int(match["page"] or 0)
