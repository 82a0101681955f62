"""Types of publications: CSL's names and what BibTeX, RIS, EndNote and NoteExpress call them."""

from __future__ import annotations

#: CSL 1.0.2, the types that can be cited.
CSL_TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
    """.split()
)

#: CSL type → entry type. The last six are no BibTeX of 1988, but biblatex and the Chinese GB/T 7714 styles know them.
TO_BIBTEX = {
    "article-journal": "article", "article-magazine": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "thesis": "phdthesis", "report": "techreport", "manuscript": "unpublished",
    "article-newspaper": "newspaper", "webpage": "online", "post-weblog": "online", "post": "online",
    "standard": "standard", "patent": "patent", "dataset": "dataset", "software": "software", "map": "map",
    "legislation": "legislation",
}  # fmt: skip
FROM_BIBTEX = {
    "article": "article-journal", "suppperiodical": "article-journal", "book": "book", "mvbook": "book",
    "booklet": "book", "monograph": "book", "collection": "book", "proceedings": "book", "manual": "report",
    "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "phdthesis": "thesis", "mastersthesis": "thesis", "masterthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "unpublished": "manuscript",
    "newspaper": "article-newspaper", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "webpage": "webpage", "standard": "standard", "patent": "patent", "dataset": "dataset", "data": "dataset",
    "database": "dataset", "software": "software", "map": "map", "legislation": "legislation",
}  # fmt: skip

TO_RIS = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "paper-conference": "CONF", "thesis": "THES", "report": "RPRT", "standard": "STAND",
    "patent": "PAT", "webpage": "ELEC", "post-weblog": "BLOG", "dataset": "DATA", "software": "COMP", "map": "MAP",
    "legislation": "STAT", "manuscript": "UNPB", "bill": "BILL", "legal_case": "CASE", "hearing": "HEAR",
    "document": "GEN", "broadcast": "SOUND", "motion_picture": "MPCT", "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT", "pamphlet": "PAMP", "personal_communication": "PCOMM", "figure": "FIGURE",
}  # fmt: skip
FROM_RIS = {ris: csl for csl, ris in TO_RIS.items()} | {
    "JFULL": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal", "INPR": "article-journal",
    "EBOOK": "book", "EDBOOK": "book", "CLSWK": "book", "ECHAP": "chapter", "CPAPER": "paper-conference",
    "GOVDOC": "report", "WEB": "webpage", "MANSCPT": "manuscript", "DBASE": "dataset", "AGGR": "dataset",
    "UNBILL": "bill", "LEGAL": "legislation", "SER": "book", "VIDEO": "motion_picture",
}  # fmt: skip

#: What EndNote, NoteExpress and RefWorks write for a reference type, in lower case; Chinese as CNKI's exports have it.
FROM_WORDS = {
    "journal article": "article-journal", "electronic article": "article-journal", "journal": "article-journal",
    "magazine article": "article-magazine", "newspaper article": "article-newspaper", "newspaper": "article-newspaper",
    "book": "book", "book, whole": "book", "whole book": "book", "electronic book": "book", "edited book": "book",
    "book section": "chapter", "book chapter": "chapter", "book, section": "chapter",
    "electronic book section": "chapter", "conference proceedings": "paper-conference",
    "conference proceeding": "paper-conference", "conference paper": "paper-conference", "thesis": "thesis",
    "thesis/dissertation": "thesis", "dissertation": "thesis", "dissertation/thesis": "thesis", "report": "report",
    "government document": "report", "standard": "standard", "patent": "patent", "web page": "webpage",
    "online database": "dataset", "electronic source": "webpage", "online multimedia": "webpage", "blog": "post-weblog",
    "dataset": "dataset", "computer program": "software", "map": "map", "statute": "legislation",
    "legal rule or regulation": "legislation", "manuscript": "manuscript", "unpublished work": "manuscript",
    "generic": "document", "期刊": "article-journal", "期刊论文": "article-journal", "期刊文章": "article-journal",
    "报纸": "article-newspaper", "报纸文章": "article-newspaper", "图书": "book", "会议": "paper-conference",
    "会议论文": "paper-conference", "学位论文": "thesis", "硕士": "thesis", "博士": "thesis", "硕士论文": "thesis",
    "博士论文": "thesis", "报告": "report", "标准": "standard", "专利": "patent", "网页": "webpage",
    "电子资源": "webpage", "年鉴": "book", "学术期刊": "article-journal", "特色期刊": "article-journal",
    "中国会议": "paper-conference", "国内会议": "paper-conference", "国际会议": "paper-conference", "article": "article-journal",
    "proceedings paper": "paper-conference",
}  # fmt: skip

#: Types whose item stands in something that comes out again and again: with volume and issue.
SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
#: Types that bear a number of their own.
NUMBERED = frozenset({"report", "standard", "patent", "legislation", "bill", "regulation"})
