"""Sound text comes through as it was: brackets, figures, names, Latin, quotations, odd but right typography."""

from __future__ import annotations

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import ReadingText, build_reading_text
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL, TRAPS

INTACT = (
    "该设备于2019年通过510(k)审批，配有(CT)、（MRI）和［PET］接口，单价为1,280.50元（含税），增幅3.5%～4.2%。",
    "参数为β₂、H₂O、10⁻³ mol/L、37 °C、±0.5、≤20 μm、Ⅲ期、①②③、C⁺⁺、x²；见图2(a)和式(3.1)。",
    "他说：“‘夜间开放’很好。”她问：「真的嗎？」《图书馆（第2版）》出版于１９９８年以前？并非如此……",
    "阿卜杜拉·本·萨勒曼与J. K. Rowling、O’Brien、Müller、François、李娜(Li Na)、山东单(shàn)县代表出席。",
    "联系方式：reader@example.org，https://example.org/a?b=c&d=1#e，电话010-12345678，邮编100000。",
    "时间是12:30—14:00，比分3:2，比例1∶5，温差-5～3℃，型号ECG-2000A/B，版本v1.2.3，编号〔2023〕5号。",
    "🙂👍🏽 𠮷野家、𪚥、㐂、々、〇、ー、한국어、ひらがな、Ωμέγα、Привет、naïve café，保持不变。",
    "张三 李四 王五 赵六 参加了 CT 与 MRI 的比较；甲 乙 丙 丁。",
    "价格?待定;C(II)类.什么?没有! 这是半角标点,写法如此(照录):不改.",
    "乾隆年間，瞭望臺上，徵羽之音；余先生與沈女士著作等身，名著甚多。",
)


def read(text: str) -> ReadingText:
    return build_reading_text(Extraction((ExtractedBlock(text),)))


@pytest.mark.parametrize("text", [*(t for t in INTACT if "１" not in t), *TRAPS, SIMPLIFIED, ENGLISH])
def test_nothing_changes_but_the_script(text: str) -> None:
    reading = read(text)
    assert reading.written == text
    assert not reading.repairs
    assert not reading.damage


def test_only_the_wide_figures_change() -> None:
    (text,) = (t for t in INTACT if "１" in t)
    assert read(text).written == text.replace("１９９８", "1998")


def test_a_long_sound_text_keeps_every_character() -> None:
    text = "\n\n".join([SIMPLIFIED, ENGLISH, *INTACT[:2], SIMPLIFIED])
    reading = read(text)
    assert reading.text == text
    assert not reading.repairs
    traditional = read(TRADITIONAL)
    assert traditional.written == TRADITIONAL


def test_lines_that_look_like_notices_and_are_text() -> None:
    lines = [
        "扫码支付已经成为社区图书馆收取复印费用的主要方式，读者大多满意。",
        "登录系统之后，读者可以查看借阅记录，也可以预约座位。",
        "本站监测的数据表明，夜间客流在八点以后明显下降。",
        "分享到社区的经验表明，志愿者培训比设备更重要。",
        "版权保护期届满以后，图书可以自由复制。",
        "Subscribers to the service rose by a tenth within a year.",
        "Share prices of the makers of such shelves fell in the autumn.",
        "Cookies and tea were served to readers who gave their consent to the survey.",
    ]
    reading = read("\n\n".join(lines))
    assert [reading.text[b.start : b.end] for b in reading.blocks if b.kind == "paragraph"] == lines
