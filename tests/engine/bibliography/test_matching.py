"""Which source an imported item is, and what a complete reference needs."""

from __future__ import annotations

import pytest

from synthesis.engine.bibliography.completeness import missing
from synthesis.engine.bibliography.matching import Known, Matcher

KNOWN = [
    Known("doi", {"DOI": "10.1000/AbC", "title": "Something else"}),
    Known("url", {"URL": "http://www.example.org/a/?utm_source=x"}),
    Known("title", {"title": "中国医学影像人工智能发展报告（2023）", "issued": {"date-parts": [[2023]]}}, "报告"),
    Known("file", {}, "scan", "社区医院的数字化转型研究_王明.pdf"),
]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ({"title": "X", "DOI": "10.1000/abc"}, ("doi", "doi")),
        ({"title": "X", "URL": "https://example.org/a"}, ("url", "url")),
        ({"title": "中國醫學影像人工智能發展報告(2023)"}, ("title", "title")),
        ({"title": "社区医院的数字化转型研究"}, ("file", "file")),
        ({"title": "中国医学影像人工智能发展报告（2024）"}, None),
        ({"title": "中国医学影像人工智能发展报告", "issued": {"date-parts": [[2019]]}}, None),
        ({"title": "完全不同的一篇文章"}, None),
        ({"title": ""}, None),
        ({"title": "Something else", "DOI": "10.1000/other"}, None),
    ],
)
def test_matching(item, found):
    match = Matcher(KNOWN).find(item)
    assert (match and (match.id, match.by)) == found


@pytest.mark.parametrize(
    ("item", "lacking"),
    [
        ({"type": "book"}, ["author", "title", "publisher-place", "publisher", "issued"]),
        ({"type": "article-journal", "author": [1], "title": "t", "container-title": "c", "issued": {"date-parts": [[2020]]}, "issue": "3", "page": "1"}, []),
        ({"type": "webpage", "title": "t", "container-title": "c", "issued": {"date-parts": [[2020]]}, "URL": "http://a.b"}, ["accessed"]),
        ({"type": "article-newspaper", "author": [1], "title": "t", "container-title": "c", "issued": {"date-parts": [[2020, 5]]}, "page": "3"}, ["issued-day"]),
        ({"type": "speech", "title": "t"}, ["author", "issued"]),
        ({}, ["author", "title", "issued"]),
    ],
)  # fmt: skip
def test_what_is_missing(item, lacking):
    assert missing(item) == lacking
