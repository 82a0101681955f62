"""What is shown apart: names of bodies begin after the words that lead to them."""

from __future__ import annotations

import pytest

from synthesis.engine.overlap.apart import NAME, apart_spans


def names(text: str) -> list[str]:
    return [text[start:end] for kind, start, end in apart_spans(text) if kind == NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("这项工程由江北水务发展有限公司承建。", "江北水务发展有限公司"),
        ("据海东茶叶流通协会统计，产量略有下降。", "海东茶叶流通协会"),
        ("三家企业共同设立了青禾农业股份有限公司。", "青禾农业股份有限公司"),
        ("争议已经移交南湖劳动仲裁委员会。", "南湖劳动仲裁委员会"),
        ("云帆在线教育有限公司迁址。", "云帆在线教育有限公司"),
        ("东港数据服务有限公司上市。", "东港数据服务有限公司"),
    ],
)
def test_a_name_begins_after_what_leads_to_it(text: str, name: str) -> None:
    assert names(text) == [name]
