"""Documents without a format: what every writer of this corpus writes, and what every reader has to bring back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "table"]


@dataclass(frozen=True)
class Piece:
    """`level` of a heading or item, from 1; `note` is a footnote whose mark stands at the end of the text."""

    kind: Kind
    text: str = ""
    level: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Document:
    language: str
    pieces: tuple[Piece, ...] = field(default_factory=tuple)

    def of(self, *kinds: Kind) -> list[Piece]:
        return [p for p in self.pieces if p.kind in kinds]

    @property
    def headings(self) -> list[tuple[int, str]]:
        return [(p.level, p.text) for p in self.of("heading")]

    @property
    def tables(self) -> list[str]:
        return ["\n".join("\t".join(row) for row in p.rows) for p in self.of("table")]

    def characters(self, *kinds: Kind, notes: bool = True) -> str:
        """All text in the order of the document, its notes numbered and last; without white space."""
        pieces: list[str] = []
        found: list[str] = []
        for piece in self.of(*(kinds or ("heading", "paragraph", "item", "table"))):
            pieces += [piece.text, *(cell for row in piece.rows for cell in row)]
            if piece.note and notes:
                found.append(f"[{len(found) + 1}]{piece.note}")
                pieces.append(f"[{len(found)}]")
        return squeezed("".join([*pieces, *found]))


def squeezed(text: str) -> str:
    return "".join(text.split())


def heading(level: int, text: str) -> Piece:
    return Piece("heading", text, level)


def item(level: int, text: str) -> Piece:
    return Piece("item", text, level)


def table(*rows: str) -> Piece:
    return Piece("table", rows=tuple(tuple(row.split("|")) for row in rows))


CHINESE = Document(
    "zh",
    (
        heading(1, "一、夜校开办的背景"),
        Piece(
            "paragraph",
            "本区自去年秋天起在四所小学开办成人夜校，课程由退休教师和手艺人讲授，学费只收材料钱。",
            note="材料费由街道补贴一半。",
        ),
        Piece(
            "paragraph", "报名首日即有一千二百余人登记，其中三十岁以下者占六成，远超筹备组“能坐满两个班就好”的预计。"
        ),
        heading(2, "（一）学员从哪里来"),
        Piece("paragraph", "问卷显示，学员主要有以下几类："),
        item(1, "附近写字楼的年轻职员"),
        item(2, "其中首次学习手工者过半"),
        item(1, "刚退休、想重拾爱好的居民"),
        item(1, "带孩子一同上课的家长"),
        heading(2, "（二）课程与人数"),
        Piece("paragraph", "各门课程的报名与结业情况见下表，陶艺课的结业率最高，书法课次之。"),
        table("课程|报名人数|结业率", "陶艺|312|91.5%", "书法|458|84.0%", "木工|97|78.3%", "烘焙|366|66.7%"),
        Piece("paragraph", "木工课因机床数量有限，每班只能收十六人；轮候名单已排到明年三月，教室也换过两次。"),
        heading(1, "二、存在的问题"),
        Piece(
            "paragraph",
            "场地紧张是第一位的问题：教室白天要还给学生，桌椅矮小，晾干的陶坯无处存放。",
            note="两所学校已腾出储藏室。",
        ),
        Piece("paragraph", "其次是师资。会做的人不一定会教，愿意教的人又多半不熟悉成年人的学习方式，备课全凭经验。"),
        heading(1, "三、建议"),
        Piece("paragraph", "建议由区里统一编写讲义，设立流动工具箱，并把结业作品的展览固定在每年五月举办。"),
    ),
)

ENGLISH = Document(
    "en",
    (
        heading(1, "1. Why the evening school was opened"),
        Piece(
            "paragraph",
            "Since last autumn four primary schools have housed an evening school for adults; retired teachers and craftsmen "
            "give the courses, and only materials are paid for.",
            note="Half of the cost of materials is borne by the district.",
        ),
        Piece(
            "paragraph",
            "More than 1,200 people enrolled on the first day, six in ten of them younger than thirty, far beyond what the "
            "organisers had hoped for.",
        ),
        heading(2, "1.1 Who comes"),
        Piece("paragraph", "According to the questionnaire, most participants belong to one of these groups:"),
        item(1, "young employees from offices nearby"),
        item(2, "more than half of whom had never done crafts"),
        item(1, "pensioners returning to an old hobby"),
        item(1, "parents who bring their children along"),
        heading(2, "1.2 Courses and numbers"),
        Piece(
            "paragraph",
            "The table shows enrolment and completion; pottery keeps the largest share of its participants.",
        ),
        table("Course|Enrolled|Completed", "Pottery|312|91.5%", "Calligraphy|458|84.0%", "Carpentry|97|78.3%"),
        Piece(
            "paragraph",
            "Carpentry is limited to sixteen people a class, and its waiting list now reaches into next March.",
        ),
        heading(1, "2. What is difficult"),
        Piece(
            "paragraph",
            "Space comes first: by day the rooms belong to the pupils, the desks are low, and drying pots have no shelf.",
            note="Two schools have since cleared a storeroom.",
        ),
        heading(1, "3. What we suggest"),
        Piece(
            "paragraph", "Shared teaching notes, a travelling tool chest and an exhibition every May would help most."
        ),
    ),
)
#: The Chinese document in Traditional characters, as far as its words go.
TRADITIONAL_PARAGRAPHS = (
    "本區自去年秋天起在四所小學開辦成人夜校，課程由退休教師和手藝人講授，學費只收材料錢。",
    "報名首日即有一千二百餘人登記，其中三十歲以下者佔六成，遠超籌備組的預計。",
    "場地緊張是第一位的問題：教室白天要還給學生，桌椅矮小，晾乾的陶坯無處存放。",
)
