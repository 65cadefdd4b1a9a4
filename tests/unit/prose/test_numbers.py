"""Numbers as writers say them: what each counts, and in which unit."""

import pytest

from reviewkit.prose.studies.numbers import numbers
from reviewkit.prose.studies.said import AVERAGE, DATE, PART, RANGE, SPREAD
from reviewkit.prose.studies.unnamed import unnamed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nine healthy men", [("nine", "people", "")]),
        ("1,899 people were asked", [("1,899", "people", "")]),
        ("a 34-person trial", [("34", "people", "")]),
        ("n = 86", [("86", "people", "")]),
        ("a survey of 340", [("340", "people", "")]),
        ("19 of 43 (44%)", [("19", "people", ""), ("43", "people", ""), ("44", "percent", "%")]),
        ("a 4-minute massage", [("4", "time", "minutes")]),
        ("twenty-four weeks", [("twenty-four", "time", "weeks")]),
        ("after 36.3 h", [("36.3", "time", "hours")]),
        ("at week 12", [("12", "time", "weeks")]),
        ("11–20 minutes", [("11–20", "time", "minutes")]),
        ("15 or 25 minutes", [("15", "time", "minutes"), ("25", "time", "minutes")]),
        ("twice a week", [("twice", "often", "per week")]),
        ("three times per day", [("three", "often", "per day")]),
        ("twice-weekly massages", [("twice", "often", "per week")]),
        ("three head baths per day", [("three", "often", "per day")]),
        ("two nurses per day", [("two", "people", "")]),
        ("100 hairs a day", [("100", "bare", "")]),
        ("nearly 69 per cent", [("69", "percent", "%")]),
        ("from .085 to .092 mm", [(".085", "measure", "mm"), (".092", "measure", "mm")]),
        ("85 microns", [("85", "measure", "µm")]),
        ("p < .05", [(".05", "p", "")]),
        ("a 2016 study", [("2016", "year", "")]),
        ("2,655 genes", [("2,655", "bare", "")]),
        ("men aged 25 to 46", [("25", "age", "years"), ("46", "age", "years")]),
        ("for 20 sessions, two a week", [("20", "sessions", ""), ("two", "often", "per week")]),
        ("three equal groups", [("three", "groups", "")]),
        ("it fell from 93 to 4", [("93", "bare", ""), ("4", "bare", "")]),
        ("33 trials with 1,994 people", [("33", "studies", ""), ("1,994", "people", "")]),
        ("24 were analysed, 15 in each", [("24", "people", ""), ("15", "people", "")]),
        ("58 in number", [("58", "people", "")]),
        ("massaged for 240 seconds", [("240", "time", "seconds")]),
        ("in their late twenties", [("twenties", "age", "years")]),
        ("half an hour a day", [("half an hour", "time", "minutes")]),
        ("for a month", [("a month", "time", "months")]),
        ("for a fortnight", [("a fortnight", "time", "weeks")]),
        ("seven and a half months", [("seven and a half", "time", "months")]),
        ("the p value was .008", [(".008", "p", "")]),
        ("p was below 0.001", [("0.001", "p", "")]),
        ("it fell by more than half", [("half", "percent", "%")]),
        ("treated ten times, 12 treatments", [("ten", "sessions", ""), ("12", "sessions", "")]),
        ("they were between 20 and 49", [("20", "age", "years"), ("49", "age", "years")]),
        ("women of 40 to 60 took part", [("40", "age", "years"), ("60", "age", "years")]),
        ("the oldest was 84", [("84", "age", "years")]),
        ("it fell by 2.4 a month", [("2.4", "bare", "")]),
        ("In 1993 a doctor saw five women", [("1993", "year", ""), ("five", "people", "")]),
    ],
)
def test_a_number_is_read_with_what_it_counts(
    text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert [(said.text, said.kind, said.unit) for said in numbers(text)] == wanted
    assert all(text[said.start : said.end] == said.text for said in numbers(text))


@pytest.mark.parametrize(
    "text",
    [
        "it costs $45",
        "step 3: rinse",
        "one of the best",
        "a five-star place",
        "it opened 11 years ago",
        "one of 20 acids",
        "in half the time",
    ],
)
def test_what_counts_nothing_of_a_study_is_left_out(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [("almost 1,900 people", "~-"), ("about 5 weeks", "~"), ("over 24 weeks", "="),
     ("over 300 people", ">"), ("only nine men", "="), ("nearly 2,000 were asked", "~-"),
     ("just under 70%", "~-"), ("just over 60%", "~"), ("up to 20 people", "<="),
     ("no fewer than 12 women", ">="), ("more than 300 replied", ">"), ("some 40 adults", "~"),
     ("pooled over eight trials", "="), ("well under 40 men", "<"), ("not quite half a year", "=")],
)  # fmt: skip
def test_the_relation_goes_with_the_number(text: str, relation: str) -> None:
    (said,) = numbers(text)
    assert said.number.relation == relation


def test_a_spread_and_a_date_are_told_apart() -> None:
    mean, spread = numbers("7.4 ± 6.6 months")
    assert (mean.unit, mean.noun, spread.unit, spread.noun) == ("months", "", "months", SPREAD)
    (year,) = numbers("in December 2017")
    assert (year.kind, year.noun) == ("year", DATE)


def test_a_year_before_a_verb_counts_nobody() -> None:
    year, people = numbers("Lee 2016 had nine Japanese men")
    assert (year.kind, people.text) == ("year", "nine")


def test_the_whole_of_which_a_part_is_told_is_no_count_of_its_own() -> None:
    part, whole = numbers("327 of the 1,899 people tried it")
    assert (part.noun, whole.noun) == (PART, PART)


def test_an_age_is_an_average_an_end_or_neither() -> None:
    (average,) = numbers("their mean age was 34")
    ends = numbers("men aged 25 to 46")
    assert average.noun == AVERAGE
    assert {end.noun for end in ends} == {RANGE}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Some got 15 minutes, the others 25.", ["25"]),
        ("five strokes of 3 minutes", ["five"]),
        ("page 12, step 3, 45 euros, 20 ml, at 6 pm", []),
    ],
)
def test_what_counts_nothing_that_is_named(text: str, wanted: list[str]) -> None:
    assert [said.text for said in unnamed(text, numbers(text))] == wanted
