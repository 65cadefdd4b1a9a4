"""Studies told of in a text: recognised, and their figures and findings held against the record.

The sentences are of our own; the studies are those of the shipped review.
"""

from pathlib import Path
from typing import Any

import pytest

from reviewkit.index import open_index
from reviewkit.prose.check import check
from reviewkit.prose.documents import read_text

REVIEW = Path(__file__).parents[3] / "evidence" / "head-massage"


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    return open_index(REVIEW)


def findings(text: str, index: dict[str, Any]) -> list[dict[str, Any]]:
    document = read_text(f"Scalp massage\n\n{text}\n", "draft", "txt")
    (file,) = check([document], index)
    found: list[dict[str, Any]] = file["findings"]
    return found


def statuses(text: str, index: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (number["text"], number["status"])
        for finding in findings(text, index)
        for number in finding["numbers"]
    ]


def codes(text: str, index: dict[str, Any]) -> set[str]:
    return {problem["code"] for found in findings(text, index) for problem in found["problems"]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "In a small Japanese trial nine men had four minutes of scalp massage a day for 24 "
                "weeks. Hair thickness rose from 0.085 mm to 0.092 mm."
            ),
            {"correct"},
        ),
        ("In a 2016 study nine men had their scalps massaged for 24 days.", {"wrong"}),
        ("A 2016 study of twelve men in Japan found thicker hair after 24 weeks.", {"wrong"}),
        ("A 2016 study of nine men in Japan saw hair grow from 85 to 92 microns.", {"correct"}),
        ("A 2016 study of nine men in Japan made hair thickness 25% greater.", {"wrong"}),
        (
            (
                "A 2019 survey of 1,899 people who did scalp massage found that 68.9% reported "
                "less hair loss."
            ),
            {"misattributed"},
        ),
        ("A 2019 survey asked 1,899 people; 327 had tried scalp massage.", {"correct"}),
    ],
)
def test_a_figure_is_held_in_its_role(text: str, wanted: set[str], index: dict[str, Any]) -> None:
    held = statuses(text, index)
    assert held
    assert {status for _, status in held} - {"correct"} == wanted - {"correct"}


def test_a_study_that_the_base_does_not_know_is_unverifiable(index: dict[str, Any]) -> None:
    text = "A 2021 trial of 412 dentists in Peru found that scalp massage lowers cortisol."
    assert {status for _, status in statuses(text, index)} == {"unverifiable"}
    assert "P204" in codes(text, index)


def test_the_journal_of_one_study_with_the_finding_of_another_is_neither(
    index: dict[str, Any],
) -> None:
    text = "A 2016 study in the Journal of Physical Therapy Science found thicker hair."
    assert {status for _, status in statuses(text, index)} == {"unverifiable"}


def test_a_figure_comes_with_the_line_of_its_record(index: dict[str, Any]) -> None:
    (found,) = findings("In a survey of 2019, 1,900 people practised scalp massage.", index)
    (wrong,) = (number for number in found["numbers"] if number["status"] == "wrong")
    assert (wrong["expected"], wrong["field"]) == (
        "327",
        "english-barazesh-2019#population.n.received",
    )
    path, line, column = wrong["at"].rsplit(":", 2)
    record = Path(path).read_text(encoding="utf-8").splitlines()
    assert record[int(line) - 1][int(column) - 1 :].startswith('"327"')


@pytest.mark.parametrize(
    ("length", "why"),
    [
        ("24 minutes", "koyama-2016 prints 24 weeks, not minutes; "),
    ],
)
def test_a_length_in_another_unit_is_told_by_its_unit(
    length: str, why: str, index: dict[str, Any]
) -> None:
    (found,) = findings(f"In a 2016 study nine men had scalp massages for {length}.", index)
    (problem,) = (p for p in found["problems"] if p["code"] == "P202")
    assert problem["message"].startswith(why)


def test_a_figure_of_another_treatment_is_misattributed(index: dict[str, Any]) -> None:
    text = "Scalp massage was shown to raise serotonin by 28%."
    assert statuses(text, index) == [("28%", "misattributed")]


def test_what_leans_on_a_study_is_told_of_it(index: dict[str, Any]) -> None:
    text = (
        "Researchers in South Korea gave 34 women from offices a scalp massage. "
        "They had it twice a week for 10 weeks. Cortisol fell in the massaged groups. "
        "We are open on Sundays."
    )
    found = findings(text, index)
    assert {number["status"] for f in found for number in f["numbers"]} == {"correct"}
    (cortisol,) = (f for f in found if f["sentence"].startswith("Cortisol"))
    assert [(link["verdict"]) for link in cortisol["links"]] == ["correct"]


def test_a_faithful_report_is_told_what_it_leaves_out(index: dict[str, Any]) -> None:
    text = "A 2016 study in Eplasty found that hair thickness increased after 24 weeks."
    (found,) = findings(text, index)
    assert [link["verdict"] for link in found["links"] if "thickness-inc" in link["claim"]] == [
        "correct"
    ]
    assert [problem["code"] for problem in found["problems"]] == ["P212"]
    assert "how many people" in found["problems"][0]["message"]


def test_a_conclusion_drawn_from_a_report_is_a_claim(index: dict[str, Any]) -> None:
    text = (
        "A 2016 study in Eplasty of nine men found that hair thickness increased, so scalp massage "
        "makes hair thicker."
    )
    (found,) = findings(text, index)
    assert found["severity"] in {"warning", "error"}
    assert {link["verdict"] for link in found["links"]} >= {"overstated"}


def test_an_opposite_finding_is_wrong(index: dict[str, Any]) -> None:
    text = "A 2016 study of nine Japanese men did not increase hair thickness after 24 weeks."
    (found,) = findings(text, index)
    assert "P211" in {problem["code"] for problem in found["problems"]}


def test_studies_where_there_is_one(index: dict[str, Any]) -> None:
    assert "P215" in codes("Several studies show that scalp massage makes hair thicker.", index)
    assert "P215" not in codes("One study shows that scalp massage makes hair thicker.", index)


@pytest.mark.parametrize(
    "text",
    [
        "Massage your scalp for five minutes twice a week.",
        "Our 60-minute scalp massage costs $45.",
        "More than 2,000 people have booked with us since 2016.",
    ],
)
def test_numbers_of_no_study_are_left_alone(text: str, index: dict[str, Any]) -> None:
    assert statuses(text, index) == []


def test_a_limit_beside_a_claim_does_not_carry_it(index: dict[str, Any]) -> None:
    text = "Scalp massage reduces stress, but more research is needed."
    (found,) = findings(text, index)
    verdicts = {link["claim"]: link["verdict"] for link in found["links"]}
    assert verdicts["stress-reduction"] == "overstated"
    assert verdicts.get("evidence-trials-robust", "correct") == "correct"


@pytest.mark.parametrize(
    "text",
    [
        "# Tarot\n\nA 2017 study by 40 researchers from Japan found older cards.",
        "# Scalp massage\n\nA 2017 report by 40 officials found that rents rose by 9%.",
    ],
)
def test_studies_of_other_things_are_left_alone(text: str, index: dict[str, Any]) -> None:
    (file,) = check([read_text(text, "draft", "md")], index)
    assert file["findings"] == []


@pytest.mark.parametrize(
    ("time", "status"), [("after four weeks", "unverifiable"), ("for four weeks", "misattributed")]
)
def test_a_point_within_a_course_is_not_its_length(
    time: str, status: str, index: dict[str, Any]
) -> None:
    text = f"In a 2016 study nine Japanese men had scalp massages, and {time} hair was counted."
    assert status in {found for said, found in statuses(text, index) if said.startswith("four")}


def test_what_stands_far_below_a_study_is_not_told_of_it(index: dict[str, Any]) -> None:
    study = "In a 2016 study nine Japanese men had scalp massages for 24 weeks."
    far = "Readers mailed me about 30 men and a programme."
    assert "30" in dict(statuses(f"{study}\n\n{far}\n", index))
    between = "\n\n".join(f"The shop opens at {hour}." for hour in ("nine", "ten", "noon", "one"))
    assert "30" not in dict(statuses(f"{study}\n\n{between}\n\n{far}\n", index))
    one = "Readers mailed me about one man and his programme."
    assert not {s for s in statuses(f"{study}\n\n{one}\n", index) if s[0] == "one"}
