"""Figures: does the number stand where it is said to, in the role that the sentence gives it?"""

from __future__ import annotations

import pytest

from reviewkit.records import Figure
from reviewkit.verdict import check_figure
from tests.spec.sentences import claim, rulings, shown, with_studies
from tests.spec.table import Case, Table

SURVEY = """
design: {type: self-selected-survey}
population: {n: {reached: "1,899", answered: "340", received: "327", analysed: (left out)}}
arms: {bath: {minutes: 11 to 20, weeks: "24"}, none: {minutes: "90"}}
results:
  onset: {contrast: within-arm, versus: (left out), groups: (left out),
          before: {mean: "0.085", spread: "0.003"}, after: {mean: "0.092", sd: "0.001"},
          readings: {spread: {options: [sd, se], why: a test}}}
  calm:
    {outcome: calm, contrast: description, arm: bath, time: not stated, direction: increases,
     percent: "68.9", at: paper,
     readings: {denominator: {options: ["327", "340"], why: a test}}}
  share:
    {outcome: calm, contrast: description, arm: bath, time: not stated, direction: increases,
     percent: "50.0", total: "20", at: paper}
  length:
    {outcome: onset, contrast: description, arm: bath, time: not stated, direction: unclear,
     unit: hours, after: {mean: "1.5"}, at: paper}
  shorter:
    {outcome: onset, contrast: description, arm: bath, time: not stated, direction: unclear,
     unit: minutes, after: {mean: "100"}, at: paper}
  rated:
    {outcome: trials, contrast: description, arm: bath, time: not stated, direction: unclear,
     unit: points, after: {mean: "7"}, at: paper}
  over:
    {outcome: calm, contrast: description, arm: bath, time: not stated, direction: increases,
     percent: "> 50", total: "20", at: paper}
  retold:
    {outcome: onset, contrast: within-arm, arm: bath, time: 4 weeks, direction: decreases,
     unit: minutes, before: {mean: "30"}, after: {mean: "20"}, at: retold}
  lost:
    {outcome: onset, contrast: within-arm, arm: bath, time: 4 weeks, direction: decreases,
     p: not in what was read, at: paper}
"""
BEFORE = "alpha#results.onset.before.mean"
AFTER = "alpha#results.onset.after.mean"
RECEIVED = "alpha#population.n.received"

ROUNDING = Table(
    title="A number as printed, rounded as the writer rounds",
    text=(
        "The record is rounded to the writer's decimals, either way of rounding a five; touching "
        "the end of an interval is no match. “About”, “almost” and “~” stand for numbers within "
        "5%, a convention, and “almost” for a little less."
    ),
    usual={"says": "0.085", "of": BEFORE, "unit": None},
    cases=(
        Case("0.085 as printed", "C", {}, "correct"),
        Case("0.092 as printed", "C", {"says": "0.092", "of": AFTER}, "correct"),
        Case("a five rounded up", "C", {"says": "0.09"}, "correct"),
        Case("a five rounded down", "C", {"says": "0.08"}, "correct"),
        Case("0.092 rounded", "C", {"says": "0.09", "of": AFTER}, "correct"),
        Case("0.092 rounded the wrong way", "C", {"says": "0.10", "of": AFTER}, "wrong"),
        Case("more decimals than were printed", "C", {"says": "0.0850"}, "correct"),
        Case(
            "a number at the end of what the printed one stands for",
            "C",
            {"says": "0.0855"},
            "wrong",
        ),
        Case(
            "about: 0.081 and 5% of it are 0.08505",
            "C",
            {"says": "about 0.081"},
            "correct",
        ),
        Case("about: 0.0809 and 5% are 0.084945", "C", {"says": "about 0.0809"}, "wrong"),
        Case("~ is about", "C", {"says": "~0.081"}, "correct"),
        Case("almost, and it is a little less", "C", {"says": "almost 0.087"}, "correct"),
        Case("almost, and it is more", "C", {"says": "almost 0.084"}, "wrong"),
        Case(
            "1,899 people reached, “almost 1,900”",
            "C",
            {"says": "almost 1,900", "of": "alpha#population.n.reached"},
            "correct",
        ),
        Case(
            "a range as printed, with about",
            "C",
            {"says": "about 11 to 20", "of": "alpha#arms.bath.minutes"},
            "correct",
        ),
        Case(
            "another range",
            "C",
            {"says": "10 to 20", "of": "alpha#arms.bath.minutes"},
            "wrong",
        ),
    ),
)

SIZES = Table(
    title="A number that a draft words loosely",
    text=(
        "In a draft that is checked, “about”, “almost” and “over” also stand for what rounds, or "
        "is cut, to the digits they are said with: “almost 2,000” for 1,899, “over 300” for 340. "
        "What is rounded so may be off by 10% of it at most. Both are conventions. A fall may be "
        "told without the minus that it is printed with."
    ),
    usual={"says": "327", "printed": "327"},
    cases=(
        Case("as printed", "C", {}, True),
        Case("another number", "C", {"says": "340"}, False),
        Case("“almost 2,000” for 1,899", "C", {"says": "almost 2,000", "printed": "1,899"}, True),
        Case("“almost 2,000” for 1,780", "C", {"says": "almost 2,000", "printed": "1,780"}, False),
        Case("“almost 2,000” for 2,010", "C", {"says": "almost 2,000", "printed": "2,010"}, False),
        Case("“about 300” for 327", "C", {"says": "about 300"}, True),
        Case("“about 300” for 340", "C", {"says": "about 300", "printed": "340"}, False),
        Case("“over 300” for 340", "C", {"says": "over 300", "printed": "340"}, True),
        Case("“over 300” for 430", "C", {"says": "over 300", "printed": "430"}, False),
        Case("“over 300” for 300", "C", {"says": "over 300", "printed": "300"}, False),
        Case("“fell by 1.3” where -1.3 is printed", "C", {"says": "1.3", "printed": "-1.3"}, True),
    ),
)

ROLES = Table(
    title="The role of a number",
    text=(
        "The same digits in another role (people reached for people who practised, before for "
        "after, one arm for another, days for weeks) are misattributed. A difference from what a "
        "secondary source alone prints proves nothing: unverifiable."
    ),
    usual={"says": "0.085", "of": BEFORE, "unit": None},
    cases=(
        Case(
            "“almost 1,900 people practised”: that is how many were reached",
            "C",
            {"says": "almost 1,900", "of": RECEIVED},
            "misattributed",
            "1,899 is the number of people who were reached; "
            "the number of people who did it is 327",
        ),
        Case("327 practised", "C", {"says": "327", "of": RECEIVED}, "correct"),
        Case("no role at all", "C", {"says": "500", "of": RECEIVED}, "wrong", "alpha prints 327"),
        Case(
            "the mean before, given as the mean after",
            "C",
            {"of": AFTER},
            "misattributed",
            "0.085 is the mean before; the mean after is 0.092",
        ),
        Case(
            "the spread, given as the mean",
            "C",
            {"says": "0.003"},
            "misattributed",
            "0.003 is the spread before",
        ),
        Case(
            "weeks given as minutes",
            "C",
            {"says": "24", "of": "alpha#arms.bath.minutes"},
            "misattributed",
            "24 is weeks of bath",
        ),
        Case(
            "24 days for 24 weeks",
            "C",
            {"says": "24", "of": "alpha#arms.bath.weeks", "unit": "days"},
            "misattributed",
            "alpha prints 24 weeks, not days",
        ),
        Case(
            "168 days are 24 weeks",
            "C",
            {"says": "168", "of": "alpha#arms.bath.weeks", "unit": "days"},
            "correct",
        ),
        Case(
            "90 minutes are 1.5 hours",
            "C",
            {"says": "1.5", "of": "alpha#arms.none.minutes", "unit": "hours"},
            "correct",
        ),
        Case(
            "24 months for 24 weeks",
            "C",
            {"says": "24", "of": "alpha#arms.bath.weeks", "unit": "months"},
            "misattributed",
        ),
        Case(
            "6 months against 24 weeks: no whole multiple",
            "C",
            {"says": "6", "of": "alpha#arms.bath.weeks", "unit": "months"},
            "unverifiable",
            "cannot be held against months",
        ),
        Case(
            "a secondary source prints it",
            "C",
            {"says": "30", "of": "alpha#results.retold.before.mean"},
            "correct",
            "a secondary source prints 30 minutes",
        ),
        Case(
            "a secondary source prints another number",
            "C",
            {"says": "35", "of": "alpha#results.retold.before.mean"},
            "unverifiable",
            "the paper was not read",
        ),
        Case(
            "a secondary source prints the digits elsewhere",
            "C",
            {"says": "20", "of": "alpha#results.retold.before.mean"},
            "unverifiable",
        ),
        Case(
            "the record says that it was not in what was read",
            "C",
            {"says": "0.05", "of": "alpha#results.lost.p"},
            "unverifiable",
            "not in what was read",
        ),
        Case(
            "a field that holds no number",
            "C",
            {"says": "40", "of": "alpha#population.who"},
            "unverifiable",
            "no number",
        ),
    ),
)

UNITS = Table(
    title="The unit of a number",
    text=(
        "The record is converted into the writer's unit where the review gives the factor, and "
        "compared there. The same digits in another unit are misattributed; a unit that nobody "
        "can convert is unverifiable and never passes."
    ),
    usual={"says": "1.5", "of": "alpha#results.length.after.mean", "unit": "hours"},
    cases=(
        Case("as printed", "C", {}, "correct", "alpha prints 1.5 hours"),
        Case("no unit said", "C", {"unit": None}, "correct"),
        Case("1.5 · 60 minutes", "C", {"says": str(int(1.5 * 60)), "unit": "minutes"}, "correct"),
        Case("91 minutes", "C", {"says": "91", "unit": "minutes"}, "wrong"),
        Case(
            "1.5 minutes",
            "C",
            {"unit": "minutes"},
            "misattributed",
            "prints 1.5 hours, not minutes",
        ),
        Case(
            "100/60 hours, rounded",
            "C",
            {"says": "1.7", "of": "alpha#results.shorter.after.mean"},
            "correct",
        ),
        Case(
            "100/60 hours, rounded to two decimals",
            "C",
            {"says": "1.67", "of": "alpha#results.shorter.after.mean"},
            "correct",
        ),
        Case(
            "100/60 hours, cut instead of rounded",
            "C",
            {"says": "1.66", "of": "alpha#results.shorter.after.mean"},
            "wrong",
        ),
        Case("the digits in a unit of something else", "C", {"unit": "mm"}, "misattributed"),
        Case(
            "other digits in a unit of something else",
            "C",
            {"says": "15", "unit": "mm"},
            "unverifiable",
            "cannot be held against mm",
        ),
        Case(
            "a share has its own unit",
            "C",
            {"says": "68.9", "of": "alpha#results.calm.percent", "unit": "%"},
            "correct",
        ),
        Case(
            "an outcome without a unit of its own",
            "C",
            {"says": "7", "of": "alpha#results.rated.after.mean", "unit": "mm"},
            "misattributed",
            "prints 7 points, not mm",
        ),
        Case(
            "weeks are weeks",
            "C",
            {"says": "24", "of": "alpha#arms.bath.weeks", "unit": "weeks"},
            "correct",
        ),
        Case(
            "the year of publication has no unit",
            "C",
            {"says": "2018", "of": "alpha#citation.year", "unit": None},
            "wrong",
        ),
        Case(
            "people are no unit",
            "C",
            {"says": "327", "of": RECEIVED, "unit": "people"},
            "correct",
        ),
    ),
)


@pytest.mark.parametrize("case", [*ROUNDING.rows(), *ROLES.rows(), *UNITS.rows()])
def test_figure(case: Case) -> None:
    table = next(t for t in (ROUNDING, ROLES, UNITS) if case in t.cases)
    facts = {name: value for name, value in table.facts(case).items() if value is not None}
    found = check_figure(with_studies(alpha=SURVEY), Figure.model_validate(facts))
    assert (found.status, case.because in found.why) == (case.then, True), found


FLAGS = Table(
    title="What the audit says travels along",
    text=(
        "A share that is the share of no whole number of people is still correct as printed, and "
        "the sentence that gives it is told so."
    ),
    usual={"says": "68.9", "of": "alpha#results.calm.percent"},
    cases=(
        Case(
            "68.9% of 327 or of 340",
            "C",
            {},
            "correct",
            "68.9% is the share of no whole number of 327 or 340",
        ),
        Case(
            "a share that is printed as a bound cannot be checked",
            "C",
            {"says": "> 50", "of": "alpha#results.over.percent"},
            "correct",
            "> 50%: correct as printed.",
        ),
        Case(
            "50.0% of 20",
            "C",
            {"says": "50.0", "of": "alpha#results.share.percent"},
            "correct",
            "50.0%: correct as printed.",
        ),
    ),
)


@pytest.mark.parametrize("case", FLAGS.rows())
def test_flags_travel_along(case: Case) -> None:
    facts = FLAGS.facts(case)
    record = claim(f"numbers: [{{says: '{facts['says']}', of: '{facts['of']}', unit: '%'}}]")
    (ruling,) = rulings(
        claim=record,
        grades={},
        evidence=with_studies(alpha=SURVEY),
        kinds=("figure",),
        numbers=record.numbers,
    )
    assert (shown(ruling), ruling.shown) == (case.then, "correct (as printed)")
    assert case.because in ruling.reason


SEVERITY = Table(
    title="The verdict on a sentence's figures",
    text="The worst of them leads: wrong and misattributed are errors, unverifiable a suggestion.",
    usual={"numbers": [("327", RECEIVED)]},
    cases=(
        Case("all correct", "C", {}, "correct"),
        Case("none given", "C", {"numbers": []}, "not graded"),
        Case("one wrong", "C", {"numbers": [("327", RECEIVED), ("5", RECEIVED)]}, "wrong: error"),
        Case(
            "one misattributed",
            "C",
            {"numbers": [("327", RECEIVED), ("340", RECEIVED)]},
            "misattributed: error",
        ),
        Case(
            "one unverifiable",
            "C",
            {"numbers": [("327", RECEIVED), ("0.05", "alpha#results.lost.p")]},
            "unverifiable: suggestion",
        ),
        Case(
            "one wrong, one misattributed",
            "C",
            {"numbers": [("340", RECEIVED), ("5", RECEIVED)]},
            "wrong: error",
        ),
    ),
)


@pytest.mark.parametrize("case", SEVERITY.rows())
def test_severity(case: Case) -> None:
    numbers = [{"says": says, "of": of} for says, of in SEVERITY.facts(case)["numbers"]]
    record = claim().model_copy(update={"numbers": tuple(map(Figure.model_validate, numbers))})
    (ruling,) = rulings(
        claim=record,
        grades={},
        evidence=with_studies(alpha=SURVEY),
        kinds=("figure",),
        numbers=record.numbers,
    )
    assert shown(ruling) == case.then
    assert all(says in ruling.reason for says, _ in SEVERITY.facts(case)["numbers"])
