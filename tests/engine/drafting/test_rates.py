"""What a figure is counted per is part of it, and one rate may be told per something else."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

OTHER_BASE = [
    ("该涂料每升可涂刷9平方米。", "该涂料每公斤可涂刷9平方米。"),
    ("分拣线每分钟处理240件包裹。", "分拣线每小时处理240件包裹。"),
    ("温室每百平方米耗电3.5千瓦时。", "温室每平方米耗电3.5千瓦时。"),
    ("每万名学生配备校医12名。", "每千名学生配备校医12名。"),
    ("护栏造价为每米680元。", "护栏造价为每套680元。"),
    ("Drivers earn 1.10 dollars per mile.", "Drivers earn 1.10 dollars per minute."),
    ("The dose is 8 mg per kilogram of body weight.", "The dose is 8 mg per patient."),
    ("Paint costs 14 euros a litre.", "Paint costs 14 euros per square metre."),
    ("The press stamps 45 parts a minute.", "The press stamps 45 parts an hour."),
]
SAME_RATE = [
    ("每万名学生配备校医12名。", "每千名学生配备校医1.2名。"),
    ("食堂每人每天用粮0.4公斤。", "食堂人均每天用粮0.4公斤。"),
    ("这种果树每株年产果60公斤。", "这种果树单株产量为每年60公斤。"),
    ("水厂日供水20万吨。", "水厂每天供水20万立方米。"),
    ("护栏造价为每米680元。", "护栏造价680元/米。"),
    ("Deaths stood at 22 per 100,000 people.", "Deaths stood at 2.2 per 10,000 people."),
    ("Drivers earn 1.10 dollars per mile.", "For each mile drivers earn 1.10 dollars."),
    ("The works clean 3,000 tonnes of water a day.", "The works clean 3,000 m³ of water every day."),
]


@pytest.mark.parametrize(("evidence", "sentence"), OTHER_BASE)
def test_a_figure_per_something_else_is_objected_to(evidence: str, sentence: str) -> None:
    verdict = verify_sentence(sentence, [evidence])
    assert verdict.state != "supported"
    assert "basis" in {reason.code for reason in verdict.reasons}


@pytest.mark.parametrize(("evidence", "sentence"), SAME_RATE)
def test_the_same_rate_in_another_way_stands(evidence: str, sentence: str) -> None:
    codes = {reason.code for reason in verify_sentence(sentence, [evidence]).reasons}
    assert not codes & {"basis", "figure", "unit", "name"}
