"""Reports for tests: ordered and made through the rooms' actions and jobs, of a draft that needs no drafting room."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from synthesis.infra import leases
from synthesis.overlap import actions
from synthesis.overlap.models import OverlapReport

if TYPE_CHECKING:
    from tests.world import World

COPIED = "2023年，国内可穿戴血压计销量达到420万台，同比增长18.5%。"
EDITED = "监管部门在2022年发布了动态血压计注册规范，要求厂商尽快提交临床比对数据。"
OWN = (
    "本组走访的三家社区药房给出的解释并不一致，有人归因于门店导购的话术，也有人提到售后换新的便利。"
    "因此下一步打算按城市级别分别抽样，再看收入与家庭结构各自起了多大作用。"
)


def order(world: World, who: str = "bob", text: str = "", **given: Any) -> OverlapReport:
    """A report that waits; `text` is the draft's, in one line a sentence."""
    text = text or f"{COPIED}\n{OWN}"
    sentences, at = [], 0
    for line in text.split("\n"):
        sentences.append((at, at + len(line), str(uuid.uuid4())))
        at += len(line) + 1
    order_of = {
        "draft_id": uuid.uuid4(),
        "revision": 1,
        "title": "经济环境",
        "draft_text": text,
        "segments": sentences,
        **given,
    }
    return actions.request_report(access=world.access(who), **order_of)


def made(world: World, who: str = "bob", text: str = "", **given: Any) -> OverlapReport:
    """A finished report."""
    report = order(world, who, text, **given)
    assert report.job_id is not None
    leases.run(report.job_id)
    report.refresh_from_db()
    return report
