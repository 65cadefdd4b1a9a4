"""What cannot stand in a record although each value is well formed: all of it, at its path."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from reviewkit.records import CODES, Misfits, Missing, Readings
from reviewkit.records.body import Body, Exclusion, Judgement
from reviewkit.records.claim import RESTS_ON, WORDING, Claim, Kind, Link
from reviewkit.records.fields import LENIENT
from reviewkit.records.result import Estimate, Group, Moment, Result
from reviewkit.records.result import Test as Statistic
from reviewkit.records.review import DEFENSIBLE, ON_SHOW, Assumption, Mid, Outcome, Review
from reviewkit.records.scale import Scale
from reviewkit.records.study import Study
from reviewkit.source import Tree, read_text
from reviewkit.synthesis.pooled import Method
from reviewkit.synthesis.pooled import Test as Interval

RESULT = {
    "outcome": "pain",
    "contrast": "within-arm",
    "arm": "massage",
    "time": "10 weeks",
    "direction": "decreases",
    "at": "abstract",
}
COMPARED = {**RESULT, "contrast": "between-arms", "versus": "nothing"}
POOL = {**RESULT, "contrast": "pooled", "estimate": {"measure": "SMD", "value": "0.8"}}
REVIEW = {
    "id": "review",
    "title": "Massage",
    "question": "Does it help?",
    "maintainers": [{"name": "project", "interests": "none"}],
    "reading": "one reader",
    "outcomes": {},
    "interventions": {},
}
READINGS = {"options": ["sd", "se"], "why": "unnamed"}
JUDGEMENT = {
    "by": "project",
    "on": "2026-11-21",
    "read": ["koyama-2016/abstract"],
    "facts": "0123456789ab",
}
CLAIM = {
    "id": "claim",
    "kind": "advice",
    "statement": "Massage for long.",
    "outcome": "pain",
    "interventions": ["massage"],
    "direction": "none",
}
BODY = {
    "id": "body",
    "question": {
        "population": "adults",
        "intervention": "massage",
        "comparator": "nothing",
        "outcome": "pain",
        "time": "10 weeks",
    },
    "threshold": {"target": "null", "why": "none is known"},
    "searched": "by hand",
}

Path = tuple[str | int, ...]
Case = tuple[type[BaseModel], dict[str, Any], list[tuple[str, Path]]]

CASES: list[Case] = [
    (Moment, {"mean": "3.5", "lower": "3.1", "upper": "3.9", "sd": "1"}, []),
    (Moment, {"median": "3.5", "lower": "3.5", "upper": "3.5"}, []),
    (Moment, {"lower": "1"}, [("R106", ("lower",))]),
    (Moment, {"mean": "1", "upper": "2"}, [("R106", ("upper",))]),
    (Moment, {"lower": "1", "upper": "2"}, [("R106", ("lower",))]),
    (Moment, {"mean": "3", "lower": "2", "upper": "1"}, [("R105", ("lower",))]),
    (Moment, {"mean": "3", "lower": "1", "upper": "2"}, []),  # 2.5 rounds to both
    (Moment, {"mean": "4", "lower": "1", "upper": "2"}, [("R105", ("mean",))]),
    (Moment, {"median": "4", "lower": "1", "upper": "2"}, [("R105", ("median",))]),
    (Moment, {"sd": "1", "se": "2"}, [("R106", ("sd",)), ("R106", ("se",))]),
    (Group, {"events": "3", "total": "3", "n": "2"}, []),
    (Group, {"events": "4", "total": "3"}, [("R105", ("events",))]),
    (Group, {"events": "4", "n": "3"}, [("R105", ("events",))]),
    (Statistic, {"statistic": "t", "value": "-2.1", "df": "18"}, []),
    (Statistic, {"statistic": "r", "value": "1.1"}, [("R105", ("value",))]),
    (Statistic, {"statistic": "F", "value": "-1", "df": "0"},
     [("R105", ("value",)), ("R105", ("df",))]),
    (Statistic, {"statistic": "U"}, []),
    (Estimate, {"measure": "MD", "value": "-8.8", "lower": "-17.4", "upper": "-0.11"}, []),
    (Estimate, {"measure": "RR", "value": "0", "lower": "0", "upper": "1.2"}, []),
    (Estimate, {"measure": "OR", "value": "-0.5"}, [("R105", ("value",))]),
    (Estimate, {"measure": "r", "value": "0.5", "lower": "0.2", "upper": "1.4"},
     [("R105", ("upper",))]),
    (Estimate, {"measure": "MD", "value": "1", "level": "95"}, [("R106", ("level",))]),
    (Readings, READINGS, []),
    (Readings, {**READINGS, "main": "se", "impossible": {"sd": "too small"}}, []),
    (Readings, {**READINGS, "main": "ci"}, [("R109", ("main",))]),
    (Readings, {**READINGS, "impossible": {"sd": "too small"}},
     [("R109", ("impossible", "sd"))]),
    (Readings, {**READINGS, "impossible": {"ci": "no"}}, [("R109", ("impossible", "ci"))]),
    (Readings, {**READINGS, "options": ["sd", "sd"]}, [("R109", ("options",))]),
    (Result, RESULT, []),
    (Result, {**RESULT, "contrast": "between-arms"}, [("R106", ("contrast",))]),
    (Result, {**RESULT, "contrast": "between-arms", "versus": "massage"},
     [("R107", ("versus",))]),
    (Result, {**RESULT, "events": "4", "total": "3"}, [("R105", ("events",))]),
    (Result, {**RESULT, "readings": {"spread": READINGS}}, [("R106", ("readings", "spread"))]),
    (Result, {**RESULT, "percent": "50", "readings": {"denominator": READINGS}},
     [("R109", ("readings", "denominator", "options", 0)),
      ("R109", ("readings", "denominator", "options", 1))]),
    (Moment, {"mean": "3", "n": "0"}, [("R105", ("n",))]),
    (Moment, {"n": "0"}, []),
    (Group, {"n": "0", "after": {"mean": "3"}}, [("R105", ("n",))]),
    (Group, {"n": "0", "events": "0"}, []),
    (Result, {**RESULT, "n": "0", "before": {"mean": "3"}}, [("R105", ("n",))]),
    (Result, {**RESULT, "n": "0", "estimate": {"measure": "MD", "value": "3"}},
     [("R105", ("n",))]),
    (Result, {**RESULT, "n": "0", "direction": "not reported"}, []),
    (Result, {**RESULT, "events": "12", "n": "10"}, [("R105", ("events",))]),
    (Result, {**RESULT, "events": "12", "total": "12", "n": "10"}, []),
    (Result, {**RESULT, "percent": "50", "events": "44",
              "readings": {"denominator": {"options": ["43", "44", "1" * 10], "why": "open"}}},
     [("R109", ("readings", "denominator", "options", 0)),
      ("R109", ("readings", "denominator", "options", 2))]),
    (Result, {**COMPARED, "change": {"mean": "3"}}, [("R107", ("change",))]),
    (Result, {**COMPARED, "contrast": "between-sides", "before": {"mean": "3"},
              "after": {"mean": "2"}}, [("R107", ("before",)), ("R107", ("after",))]),
    (Result, {**COMPARED, "groups": {"massage": {"after": {"mean": "3"}}}}, []),
    (Scale, {"least": "0", "most": "10", "whole": "yes", "why": "said"}, []),
    (Scale, {"least": "not in what was read", "most": "10", "why": "said"}, []),
    (Scale, {"why": "said"}, [("R106", ("why",))]),
    (Scale, {"least": "10", "most": "10", "why": "said"}, [("R105", ("least",))]),
    (Scale, {"least": "< 1", "most": "1 to 5", "why": "said"},
     [("R105", ("least",)), ("R105", ("most",))]),
    (Scale, {"items": "0", "why": "said"}, [("R105", ("items",))]),
    (Review, REVIEW, []),
    (Review, {**REVIEW, "analysis": {"estimator": {"main": "reml", "why": "said so"}}},
     [("R109", ("analysis", "estimator", "main"))]),
    (Review, {**REVIEW, "analysis": {"test": {"main": "z", "alternatives": ["u", "z", "hksj"],
                                              "why": "said so"}}},
     [("R109", ("analysis", "test", "alternatives", 0)),
      ("R109", ("analysis", "test", "alternatives", 1))]),
    # What is on show can be declared, and is never an alternative that counts.
    (Review, {**REVIEW, "analysis": {"estimator": {"main": "CE", "why": "said so"}}}, []),
    (Review, {**REVIEW, "analysis": {"estimator": {"main": "REML", "alternatives": ["EB", "CE"],
                                                   "why": "said so"}}},
     [("R109", ("analysis", "estimator", "alternatives", 1))]),
    (Exclusion, {"why": "small", "study": "a"}, []),
    (Exclusion, {"why": "small"}, [("R106", ("why",))]),
    (Exclusion, {"why": "small", "study": "a", "result": "a#b"}, [("R107", ("study",))]),
    (Link, {"name": "warmth", "background": "a textbook"}, []),
    (Link, {"name": "warmth"}, [("R106", ("name",))]),
    (Link, {"name": "warmth", "body": "a", "background": "b"}, [("R107", ("background",))]),
    (Judgement, {**JUDGEMENT, "is": "low", "proposal": "low", "why": "As proposed."}, []),
    (Judgement, {**JUDGEMENT, "is": "low", "proposal": "high", "why": "One two three four five"},
     []),
    (Judgement, {**JUDGEMENT, "is": "low", "proposal": "high", "why": "One two three four"},
     [("R108", ("why",))]),
    (Body, {**BODY, "uses": [{"result": "a#b"}, {"result": "a#c"}, {"result": "a#b"}]},
     [("R107", ("uses", 2, "result"))]),
    (Body, {**BODY, "uses": [{"result": "a#b"}],
            "excluded": [{"result": "a#b", "why": "no"}, {"result": "a#c", "why": "other"},
                         {"study": "a", "why": "no"}]},
     [("R107", ("excluded", 0, "result")), ("R107", ("excluded", 2, "study"))]),
    (Body, {**BODY, "judgements": {
        "imprecision": {**JUDGEMENT, "is": "low", "proposal": "low", "why": "wide"},
        "overall": {**JUDGEMENT, "is": "low", "proposal": "serious", "why": "one two three 4 5"}}},
     [("R108", ("judgements", "imprecision", "is")),
      ("R108", ("judgements", "imprecision", "proposal")),
      ("R108", ("judgements", "overall", "proposal"))]),
    (Claim, CLAIM, []),
]  # fmt: skip


@pytest.mark.parametrize(("model", "data", "expected"), CASES)
def test_misfits(
    model: type[BaseModel], data: dict[str, Any], expected: list[tuple[str, Path]]
) -> None:
    assert [(misfit.code, misfit.path) for misfit in misfits(model, data)] == expected


def misfits(model: type[BaseModel], data: dict[str, Any]) -> list[Any]:
    try:
        model.model_validate(data)
    except ValidationError as invalid:
        (item,) = invalid.errors()
        cause = item["ctx"]["error"]
        assert isinstance(cause, Misfits)
        return list(cause.misfits)
    return []


@pytest.mark.parametrize(
    ("model", "data"), [(model, data) for model, data, found in CASES if found]
)
def test_misfits_say_what_is_found_what_may_stand_and_what_to_do(
    model: type[BaseModel], data: dict[str, Any]
) -> None:
    for misfit in misfits(model, data):
        assert misfit.code in CODES
        assert misfit.found
        assert misfit.expected
        assert misfit.fix
        assert misfit.expected in str(Misfits([misfit]))


@pytest.mark.parametrize(
    ("model", "data"), [(model, data) for model, data, found in CASES if found]
)
def test_misfits_stay_where_the_rest_is_to_be_looked_at(
    model: type[BaseModel], data: dict[str, Any]
) -> None:
    assert isinstance(model.model_validate(data, context=LENIENT), model)


@pytest.mark.parametrize("kind", RESTS_ON)
def test_claim_says_what_it_rests_on(kind: str) -> None:
    (misfit,) = misfits(Claim, {**CLAIM, "kind": kind})
    assert (misfit.code, misfit.found) == ("R106", f"{kind} without `{RESTS_ON[kind]}`")


def test_every_kind_of_claim_but_advice_rests_on_something() -> None:
    assert set(get_args(Kind)) - set(RESTS_ON) == {"advice"}


def test_wordings_are_the_six_levels() -> None:
    assert WORDING == ("uncertain", "hedged", "probable", "plain", "demonstrated", "never")


@pytest.mark.parametrize(
    ("data", "declared", "admissible"),
    [
        (READINGS, "sd", ("sd", "se")),
        ({**READINGS, "main": "se"}, "se", ("se", "sd")),
        ({**READINGS, "impossible": {"se": "too large"}}, "sd", ("sd",)),
    ],
)
def test_readings_declare_the_first_or_main_option(
    data: dict[str, Any], declared: str, admissible: tuple[str, ...]
) -> None:
    readings = Readings.model_validate(data)
    assert (readings.declared, readings.admissible) == (declared, admissible)


def result(**fields: Any) -> Result:
    return Result.model_validate({**RESULT, **fields})


def test_spread_is_seen_wherever_it_stands() -> None:
    unnamed = {"mean": "1", "spread": "0.1"}
    assert not result(before={"mean": "1", "sd": "0.1"}).has_spread
    assert result(change=unnamed).has_spread
    assert result(groups={"massage": {"after": unnamed}}).has_spread
    both = result(after=unnamed, groups={"massage": {"n": "3", "change": unnamed}})
    assert [path for path, _ in both.moments()] == [("after",), ("groups", "massage", "change")]


@pytest.mark.parametrize(
    ("fields", "prints"),
    [
        ({}, False),
        ({"p": "0.03"}, False),
        ({"groups": {"massage": {"n": "20"}}}, False),
        ({"test": {"statistic": "t"}}, False),
        ({"test": {"statistic": "t", "value": "2.1"}}, True),
        ({"groups": {"massage": {"percent": "20"}}}, True),
        ({"counts": {"up": "2655"}}, True),
        ({"correlation": {"r": "0.4"}}, True),
        ({"events": "3", "total": "9"}, True),
    ],
)
def test_what_counts_as_a_printed_number(fields: dict[str, Any], prints: bool) -> None:
    assert result(**fields).prints_a_number is prints


STUDY = """
id: sound
citation: {authors: [A B], year: not reported, title: On pain}
read: {abstract: {url: "https://example.org", access: abstract, on: 2026-11-21}}
design: {type: parallel-trial, allocation: randomised, at: abstract}
population: {who: adults, n: {randomised: "1,899"}, at: abstract}
arms: {massage: {intervention: massage, minutes: 11 to 20, at: abstract}}
results:
  pain:
    outcome: pain
    contrast: within-arm
    arm: massage
    time: 10 weeks
    before: {mean: "3.50", sd: "1.20"}
    after: {mean: −0.5, spread: "0.10"}
    p: < .001
    direction: decreases
    at: abstract
readings: {spread: {options: [sd, se], why: unnamed}}
"""


def study_data() -> dict[str, Tree]:
    document, findings = read_text(STUDY, "sound.yaml")
    assert findings == []
    assert document is not None
    return document.data


def test_record_as_json_gives_the_record_back() -> None:
    study = Study.model_validate(study_data())
    written = study.model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert written == study_data()
    assert Study.model_validate(written) == study


def test_record_is_frozen_and_names_its_fields_as_in_yaml() -> None:
    study = Study.model_validate(study_data())
    assert study.same_people_as == ()
    assert study.registration is Missing.NOT_SOUGHT
    assert {"same-people-as", "not-found"} <= set(study.model_dump(by_alias=True))
    with pytest.raises(ValidationError, match="frozen"):
        study.note = "changed"  # type: ignore[misc]  # that it cannot be set is what is tested


def test_an_analysis_is_one_that_the_synthesis_knows() -> None:
    for name, known in {"test": get_args(Interval), "estimator": get_args(Method)}.items():
        assert set(DEFENSIBLE[name] + ON_SHOW[name]) <= set(known)
        assert not set(DEFENSIBLE[name]) & set(ON_SHOW[name])


@pytest.mark.parametrize(
    ("printed", "taken"), [("−0.5", "-0.5"), ("0.50", "0.50"), ("+1", "1"), ("-1", "-1")]
)
def test_an_assumption_is_kept_with_the_sign_that_computers_read(printed: str, taken: str) -> None:
    assumption = Assumption.model_validate({"main": printed, "over": [printed], "why": "a guess"})
    assert (assumption.main.text, assumption.over[0].text) == (taken, taken)


@pytest.mark.parametrize("text", ["1.5", "-1.01", "0.5 to 0.7", "< 0.5", "about 0.5"])
def test_an_assumption_is_one_correlation(text: str) -> None:
    with pytest.raises(ValidationError):
        Assumption.model_validate({"main": text, "over": ["0.5"], "why": "a guess"})
    with pytest.raises(ValidationError):
        Assumption.model_validate({"main": "0.5", "over": [text], "why": "a guess"})


@pytest.mark.parametrize("text", ["0", "-5", "< 5", "5 to 10"])
def test_what_is_multiplied_or_held_against_is_one_number_above_zero(text: str) -> None:
    with pytest.raises(ValidationError):
        Mid.model_validate({"value": text, "unit": "mm", "source": "x", "basis": "convention"})
    with pytest.raises(ValidationError):
        Outcome.model_validate(
            {"label": "x", "about": "comfort", "better": "lower", "unit": "mm", "also": {"m": text}}
        )


@pytest.mark.parametrize("level", ["0", "100", "< 95", "99.99995"])
def test_a_level_is_one_of_an_interval_with_ends(level: str) -> None:
    interval = {"measure": "MD", "value": "1", "lower": "0", "upper": "2"}
    with pytest.raises(ValidationError):
        Estimate.model_validate({**interval, "level": level})
    assert Estimate.model_validate({**interval, "level": "99.9"}).level is not None


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        (READINGS, []),
        ({**READINGS, "options": ["se", "sd"], "main": "sd"}, []),
        ({**READINGS, "main": "se"}, ["R109"]),
        ({**READINGS, "impossible": {"se": "too small"}}, ["R109"]),
    ],
)
def test_a_paper_means_one_thing_by_its_unnamed_spread(
    own: dict[str, Any], codes: list[str]
) -> None:
    data: dict[str, Any] = study_data()
    (name,) = data["results"]
    data["results"][name]["readings"] = {"spread": own}
    assert [misfit.code for misfit in misfits(Study, data)] == codes


SHALLOW = {**POOL, "estimate": {"measure": "SMD", "value": "1.16"}}
PARTS: list[tuple[dict[str, Any], list[tuple[str, Path]]]] = [
    ({**POOL, "parts": ["shallow", "deep"]}, []),
    ({**POOL, "parts": ["deep", "deep"]}, [("R106", (0,))]),
    ({**RESULT, "parts": ["shallow", "deep"]}, [("R106", ())]),
    ({**POOL, "estimate": {"measure": "MD", "value": "1"}, "parts": ["shallow", "deep"]},
     [("R106", (0,)), ("R106", (1,))]),
    ({**POOL, "parts": ["whole", "deep"]}, [("R107", (0,))]),
    ({**POOL, "parts": ["bare", "deep"]}, [("R106", (0,))]),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "expected"), PARTS)
def test_the_parts_of_a_pool(whole: dict[str, Any], expected: list[tuple[str, Path]]) -> None:
    data = study_data()
    results = {"whole": whole, "shallow": SHALLOW, "deep": SHALLOW, "bare": RESULT}
    found = misfits(Study, {**data, "results": results})
    parts = [one for one in found if one.path[2:3] == ("parts",)]
    assert [(one.code, one.path[3:]) for one in parts] == expected


def test_an_arm_of_nobody_has_no_mean() -> None:
    data: dict[str, Any] = study_data()
    (result,) = data["results"].values()
    data["arms"][result["arm"]]["n"] = "0"
    assert [misfit.path for misfit in misfits(Study, data)] == [("arms", result["arm"], "n")]
