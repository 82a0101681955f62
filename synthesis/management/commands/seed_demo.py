"""`manage.py seed_demo`: one workspace that shows every page filled, and an account for each role. Does it once.

Everything goes through the rooms' actions, and jobs are run here instead of waiting for a worker.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from synthesis.accounts.models import User
from synthesis.drafting import actions as drafting
from synthesis.drafting import actions_proposing
from synthesis.drafting import selectors as drafts
from synthesis.infra import leases, outbox
from synthesis.infra.models import ACTIVE, Job
from synthesis.management.demo_people import DEMO_PASSWORD, DEMO_PEOPLE
from synthesis.review import actions as review
from synthesis.sources import actions as sources
from synthesis.sources import selectors as source_selectors
from synthesis.sources.models import Source
from synthesis.tagging import actions as tagging
from synthesis.tagging import selectors as tagging_selectors
from synthesis.workspaces import actions as workspaces
from synthesis.workspaces.policy import Access, access_to

FOLDER = Path(__file__).resolve().parent.parent / "demo"
BRIEF: dict[str, Any] = {
    "topic": "居家血压监测行业的环境分析：政策、市场、社会与技术。读者是准备进入该行业的团队；语气平实，数字须有出处。",
    "points_per_heading": 2,
}
# Beginnings of sentences and who tags them with what; found in the reading texts, so that repairs do not matter.
TAGS = (
    (
        "tom",
        "E",
        ("2023年,国内家用血压计零售规模", "行业协会的抽样显示", "2022年全年,心血管监测领域", "头部三家企业合计"),
    ),
    ("tom", "E", ("不过,医院渠道仍由", "渠道商反映")),
    (
        "tina",
        "T",
        ("在一项纳入312名受试者", "光电容积脉搏波是另一条路线", "由于血管弹性随年龄变化", "2023年发表的一项研究"),
    ),
    ("tina", "T", ("部分临床医生指出", "新一代低功耗芯片", "核心传感器的国产化率")),
    ("bob", "P", ("在产业政策方面", "地方层面")),
    ("bob", "S", ("2023年,全国纳入社区管理", "调查显示,18至35岁", "受访者最担心的是", "管理人数的增长")),
)
RETURNED = ("渠道商反映", "这句说的是复购，放在“社会”下是否更合适?请再看一遍原文。")


class Command(BaseCommand):
    help = "Makes the demonstration workspace and its accounts, once."

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.filter(email=DEMO_PEOPLE[0].email).exists():
            self._say_who()
            return
        with translation.override("zh-hans"):
            people = {p.key: User.objects.create_user(p.email, DEMO_PASSWORD, name=p.name) for p in DEMO_PEOPLE}
            owner = workspaces.create_workspace(actor=people["alice"], name="居家血压监测 · PEST", **BRIEF)
            for person in DEMO_PEOPLE[1:]:
                workspaces.add_member(access=owner, user=people[person.key], role=person.role)
            access = {key: access_to(user, owner.workspace.pk) for key, user in people.items()}
            _read_sources(access["bob"])
            _tag(access)
            _draft(access)
        self._say_who()

    def _say_who(self) -> None:
        self.stdout.write(f"Demo accounts, every one with the password {DEMO_PASSWORD}")
        for person in DEMO_PEOPLE:
            self.stdout.write(f"  {person.email:22} {person.role}")


def _work() -> None:
    """Runs what is queued until nothing is."""
    outbox.drain()
    while job := Job.objects.filter(state__in=ACTIVE).order_by("created").first():
        leases.run(job.pk)
        outbox.drain()


def _read_sources(access: Access) -> None:
    for path in sorted(FOLDER.iterdir()):
        if path.suffix in {".md", ".txt"}:
            sources.add_source(access=access, file_name=path.name, chunks=[path.read_bytes()])
    _work()


def _tag(access: dict[str, Access]) -> None:
    found = list(source_selectors.ready_sources(access["alice"]))
    for tagger, heading, beginnings in TAGS:
        for beginning in beginnings:
            _tag_sentence(access[tagger], found, beginning, heading)
    rita = access["rita"]
    for excerpt in tagging_selectors.excerpts_visible_to(rita).order_by("created"):
        if excerpt.quote.startswith(RETURNED[0]):
            review.return_excerpt(access=rita, excerpt=excerpt, comment=RETURNED[1])
        elif excerpt.created_by.name != "Bob":
            review.accept_excerpt(access=rita, excerpt=excerpt)


def _tag_sentence(access: Access, found: list[Source], beginning: str, heading: str) -> None:
    """Tags the sentence that begins so, punctuation's width aside."""
    wanted = beginning.replace(",", "，")
    for source in found:
        text = source.text
        if text is None:
            continue
        for start, end in text.sentences:
            sentence = text.text[start:end]
            if sentence.lstrip().replace(",", "，").startswith(wanted):
                begin = end - len(sentence.lstrip())
                tagging.create_excerpt(
                    access=access,
                    source=source,
                    text_id=text.pk,
                    start=begin,
                    end=end,
                    quote=text.text[begin:end],
                    headings=[heading],
                )
                return
    raise LookupError(f"the demonstration has no sentence that begins with {beginning!r}")


def _draft(access: dict[str, Access]) -> None:
    bob = access["bob"]
    actions_proposing.arrange(access=bob, keys=["P", "E", "S", "T"])
    first = drafting.create_draft(access=bob, keys=["E", "T"], title="经济与技术环境（初稿）")
    drafting.create_draft(access=bob, keys=["P", "S"], title="政治与社会环境（初稿）")
    _work()
    draft = drafts.get_draft(bob, first.pk)
    review.request_overlap_report(access=bob, draft=draft)
    _work()
    review.submit_draft(access=bob, draft=draft, comment="请先看经济部分的两个要点。")
