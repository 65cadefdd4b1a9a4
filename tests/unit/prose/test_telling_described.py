"""Studies that are described and not named, one after another, and the roles of their figures.

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


def told(text: str, index: dict[str, Any], *, title: str = "Scalp massage") -> dict[str, str]:
    """Return the numbers of a text, each with what the record makes of it."""
    document = read_text(f"{title}\n\n{text}\n", "draft", "txt")
    (file,) = check([document], index)
    return {
        number["text"]: number["status"]
        for finding in file["findings"]
        for number in finding["numbers"]
    }


KOYAMA = "In a 2016 study nine Japanese men had scalp massages for 24 weeks."
KIM = "Korean researchers massaged the scalps of 34 women from offices twice a week for ten weeks."


def test_studies_that_follow_each_other_are_parted_by_their_records(index: dict[str, Any]) -> None:
    """Nothing says that another study begins but its people, its place and what was found."""
    text = (
        "In Denmark, 39 women with headache were massaged once a week. Pain fell by 8.8 points "
        "more than without treatment (p = 0.047). In Germany, 64 people with migraine were treated "
        "for eight weeks. Migraine days fell by 2.4 with massage and by 0.2 without."
    )
    assert set(told(text, index).values()) == {"correct"}


def test_a_text_on_something_else_may_tell_of_a_study(index: dict[str, Any]) -> None:
    text = "Korean researchers had 34 office workers, all of them women, massaged for ten weeks."
    assert told(text, index, title="A quiet office")["34"] == "correct"
    assert not told("A trial of 34 men lasted ten weeks.", index, title="Hiking boots")


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("Some got 15 minutes, the others 25.", "25", "correct"),
        ("Some got a quarter of an hour.", "a quarter of an hour", "correct"),
        ("The control group had 12 women.", "12", "correct"),
        ("In the control group the 34 women got nothing.", "34", "correct"),
        ("Cortisol was higher in the 34 women of the control group.", "34", "misattributed"),
        ("They had 20 sessions.", "20", "correct"),
        ("Each massage took 40 minutes.", "40", "wrong"),
        ("They slept 38 minutes longer.", "38", "unverifiable"),
        ("Only seven of them still felt tense.", "seven", "unverifiable"),
        ("They were between 20 and 49 years old.", "49", "correct"),
        ("They were between 20 and 59 years old.", "59", "wrong"),
        ("Another page says they were massaged for 40 minutes.", "40", "wrong"),
        ("They had half an hour a week.", "half an hour", "correct"),  # twice 15 minutes
        ("They had two hours a week.", "two", "unverifiable"),  # no session is that long
        ("Each massage took 900 seconds.", "900", "correct"),
        ("They were in their twenties to forties.", "forties", "correct"),
        ("They were in their sixties.", "sixties", "unverifiable"),
        ("There were 34 women in each group.", "34", "misattributed"),
    ],
)
def test_the_role_of_a_figure(text: str, figure: str, status: str, index: dict[str, Any]) -> None:
    assert told(f"{KIM} {text}", index)[figure] == status


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Hairs went from 0.085 to 0.092 mm.", ["correct", "correct"]),
        ("Hairs went from 0.092 to 0.085 mm.", ["misattributed", "misattributed"]),
        ("Hairs went from 0.085 to 0.095 mm.", ["correct", "wrong"]),
        ("Hairs grew 0.007 mm thicker.", ["correct"]),
    ],
)
def test_a_pair_is_held_as_one(text: str, statuses: list[str], index: dict[str, Any]) -> None:
    held = told(f"{KOYAMA} {text}", index)
    assert list(held.values())[3:] == statuses


@pytest.mark.parametrize(
    ("length", "status"),
    [("six months", "correct"), ("half a year", "correct"), ("two years", "wrong")],
)
def test_a_length_is_held_in_the_unit_that_it_is_told_in(
    length: str, status: str, index: dict[str, Any]
) -> None:
    held = told(f"In a 2016 study nine Japanese men had scalp massages for {length}.", index)
    assert held[length.split(maxsplit=1)[0] if length != "half a year" else length] == status


def test_a_level_that_is_told_as_a_change_is_misattributed(index: dict[str, Any]) -> None:
    text = "A Japanese study measured scalp blood flow after three minutes of self-massage."
    assert told(f"{text} It rose to 120 percent.", index)["120"] == "correct"
    assert told(f"{text} It rose by 120 percent.", index)["120"] == "misattributed"


def test_advice_on_how_long_is_no_account_of_a_study(index: dict[str, Any]) -> None:
    held = told(
        f"{KOYAMA} Massage for 8 minutes a day and expect to wait at least 3 months.", index
    )
    assert "8" not in held


def test_a_second_count_of_people_is_of_others(index: dict[str, Any]) -> None:
    held = told(f"{KOYAMA} A programme with 30 men went on as well.", index)
    assert held["30"] == "unverifiable"


def test_a_study_with_only_its_length_right_is_another(index: dict[str, Any]) -> None:
    text = "One trial of 38 men with pattern baldness found more hair growth after 24 weeks."
    assert told(text, index) == {"38": "unverifiable", "24": "unverifiable"}


def test_a_year_that_comes_later_need_not_be_that_of_publication(index: dict[str, Any]) -> None:
    assert told(f"{KOYAMA} In 2018 the team went on.", index)["2018"] == "unverifiable"
    assert told(f"{KOYAMA} It was published in 2018.", index)["2018"] == "wrong"


def test_who_did_not_finish_follows_from_the_head_counts(index: dict[str, Any]) -> None:
    text = "In the United States 27 women did facial exercises for 20 weeks in 2018."
    assert told(f"{text} Of these, 11 dropped out.", index)["11"] == "correct"


def test_a_table_of_studies_is_read_cell_by_cell(index: dict[str, Any]) -> None:
    table = "| Study | People |\n|---|---|\n| Koyama 2016 | 9 men, 24 weeks |\n"
    document = read_text(f"# Scalp massage\n\n{table}", "draft", "md")
    (file,) = check([document], index)
    found = {n["text"]: n["status"] for f in file["findings"] for n in f["numbers"]}
    assert found == {"2016": "correct", "9": "correct", "24": "correct"}


def test_two_counts_that_stand_alone_are_of_two_studies(index: dict[str, Any]) -> None:
    text = (
        "In Peru 412 dentists had scalp massages and felt less stress. In Japan, 30 healthy women, "
        "28 to 58 years old, had their scalps massaged, and cortisol fell from 3.27 to 1.37 ng/mL."
    )
    held = told(text, index)
    assert held["30"] == held["3.27"] == "correct"
    assert held.get("412") != "wrong"


def test_a_day_spa_is_no_study(index: dict[str, Any]) -> None:
    assert not told("Another day spa sells its scalp massage of 30 minutes twice a week.", index)


@pytest.mark.parametrize(
    "text",
    [
        "Japanese researchers massaged the heads of 161 people with hair loss 12 minutes daily.",
        "A study published in 2016 had 240 students massage their scalps twice a week.",
        "A Swedish study of 137 nurses found that head massage eases anxiety.",
        "One trial gave 97 people a scalp massage of 30 minutes; their pain fell by 41%.",
    ],
)
def test_a_place_or_a_year_alone_makes_no_study_of_the_base(
    text: str, index: dict[str, Any]
) -> None:
    assert {"wrong", "misattributed"}.isdisjoint(told(text, index).values())


SURVEY = "In 2019 an online survey on scalp massage was published."


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("It asked nearly 2,000 people.", "2,000", "correct"),  # 1,899
        ("It asked nearly 3,000 people.", "3,000", "wrong"),
        ("It asked more than 500 people.", "500", "unverifiable"),  # true, if little is said
        ("It went out to about 1,900 people.", "1,900", "correct"),
        ("Over 300 people answered it.", "300", "correct"),  # 340
        ("Just under 350 people answered it.", "350", "correct"),
        ("Almost 340 people had tried the massages.", "340", "correct"),  # 327
        ("More than 1,500 of them never answered, 1,559 in all.", "1,559", "correct"),
    ],
)
def test_a_word_of_approximation_is_read(
    text: str, figure: str, status: str, index: dict[str, Any]
) -> None:
    assert told(f"{SURVEY} {text}", index)[figure] == status


def test_a_number_of_the_controls_is_not_that_of_the_treated(index: dict[str, Any]) -> None:
    """The record prints 114.41 as the mean before in the control group, 110.41 after massage."""
    study = "In 2019, Mahdizadeh and colleagues massaged 29 of 58 people; stress was measured."
    said = told(f"{study} Stress fell from 114 to 110 with massage.", index)
    assert (said["114"], said["110"]) == ("misattributed", "correct")


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether sessions of 11 to 20 minutes a day do more than shorter ones.",
        "Nobody knows whether 20 minutes a day are better than 10.",
    ],
)
def test_what_leaves_a_statement_open_tells_of_no_study(text: str, index: dict[str, Any]) -> None:
    assert told(f"{SURVEY} {text}", index).keys() == {"2019"}


def test_the_entries_of_a_list_go_on_with_the_sentence_above(index: dict[str, Any]) -> None:
    document = read_text(
        f"# Scalp massage\n\n{KIM} They were put into three groups:\n\n"
        "- the first had 15 minutes\n- the second had 25\n",
        "draft",
        "md",
    )
    (file,) = check([document], index)
    held = {n["text"]: n["status"] for found in file["findings"] for n in found["numbers"]}
    assert held.items() >= {"15": "correct", "25": "correct", "three": "correct"}.items()


def test_advice_that_counts_the_people_of_a_study_tells_of_it(index: dict[str, Any]) -> None:
    text = f"{KOYAMA} One should be careful, since it had only 9 men."
    assert told(text, index)["9"] == "correct"


def test_a_team_of_somewhere_begins_a_study(index: dict[str, Any]) -> None:
    text = f"{KOYAMA} In 1998 a Scottish team had 86 patients massage in lavender and thyme."
    assert told(text, index).items() >= {"1998": "correct", "86": "correct"}.items()


def test_a_month_of_publication(index: dict[str, Any]) -> None:
    text = "A paper of January 2016 is on the hair thickness of nine Japanese men after 24 weeks."
    assert told(text, index)["2016"] == "correct"


def test_what_studies_at_large_show_is_of_none_that_is_known(index: dict[str, Any]) -> None:
    text = f"{KIM}\n\nStudies have shown that 10 to 20 minutes of scalp massage lower stress."
    assert told(text, index)["10 to 20"] == "unverifiable"


def test_a_study_of_another_treatment_with_no_more_than_its_journal_is_another(
    index: dict[str, Any],
) -> None:
    text = (
        "A study in the International Journal of Trichology had people do scalp massage for 24 "
        "weeks. Scalp massage improved hair growth."
    )
    assert told(text, index) == {"24": "unverifiable"}


def test_a_large_number_of_no_named_thing_may_be_any_of_the_record(index: dict[str, Any]) -> None:
    text = f"{KOYAMA} A total of 2655 genes rose and 2,823 were turned down."
    assert told(text, index).items() >= {"2655": "correct", "2,823": "correct"}.items()


def test_the_numbers_of_groups_count_nothing(index: dict[str, Any]) -> None:
    text = f"{KIM} Their blood pressure fell in groups 1 and 2."
    assert not {"1", "2"} & told(text, index).keys()


def test_an_unknown_study_in_a_text_on_the_treatment_is_told(index: dict[str, Any]) -> None:
    assert told("A study on massage from Peru came out in 1961.", index) == {"1961": "unverifiable"}


def test_a_later_account_of_what_a_study_found_is_held_against_it(index: dict[str, Any]) -> None:
    text = (
        f"{KIM}\n\nMassage is pleasant.\n\nIt is old.\n\nIt is cheap.\n\nIt is quick.\n\n"
        "At 15 and at 25 minutes alike, blood pressure was lowered."
    )
    assert told(text, index).items() >= {"15": "correct", "25": "correct"}.items()


def test_what_is_had_so_often_is_no_dose(index: dict[str, Any]) -> None:
    text = (
        "In a 2002 study four people with chronic tension headaches were massaged twice a week for "
        "four weeks. They had almost seven headaches per week before."
    )
    assert told(text, index).get("seven") != "wrong"
