"""``explain``: pages as a colleague reads them, and every number on them followed to its line.

A golden page is made again by ``reviewkit explain NAME --evidence tests/functional/small-review``;
read what moved before it is committed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reviewkit.evidence import load
from reviewkit.report.pages import page_of
from reviewkit.review import Graded, grade
from tests.functional.commands import FLAGSHIP, GOLDEN, ROOT, SMALL, copy_of_small, run

RELATIVE = SMALL.relative_to(ROOT)
GOLDEN_PAGES = ("faster-reactions", "survey-figures", "many-trials", "not-after-four")


def claims_of(review: Path) -> list[tuple[Path, str]]:
    return [(review, name) for name in load(review).claims]


CLAIMS = [*claims_of(SMALL), *claims_of(FLAGSHIP)]
each_claim = pytest.mark.parametrize(
    ("review", "name"), CLAIMS, ids=[f"{review.name}/{name}" for review, name in CLAIMS]
)


@cache
def graded(review: Path) -> Graded:
    return grade(load(review))


@cache
def page(name: str, review: Path = SMALL) -> dict[str, Any]:
    content = page_of(graded(review), "claim", name).to_dict()
    found: dict[str, Any] = json.loads(json.dumps(content, allow_nan=False))
    return found


@cache
def text(name: str, review: Path = SMALL) -> str:
    return page_of(graded(review), "claim", name).page().text()


def as_json(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("explain", name, "--format", "json").stdout)
    return found


def printed(value: Any) -> Iterator[tuple[str, str]]:
    """Yield every number that a page shows as printed, with the place it claims to stand at."""
    if isinstance(value, dict):
        if {"name", "text", "field", "place"} <= set(value):
            yield value["text"], value["place"]["line"]
        if {"says", "of", "in_claim", "in_record"} <= set(value):
            yield value["says"], value["in_claim"]
        for inner in value.values():
            yield from printed(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from printed(inner)


def places(value: Any) -> Iterator[str]:
    """Yield every place in a record that a page names."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"place", "line", "in_claim", "searches_at"} and isinstance(inner, str):
                yield inner
            else:
                yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def standing_at(place: str) -> str:
    path, line, column = place.rsplit(":", 2)
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return lines[int(line) - 1][int(column) - 1 :]


@pytest.mark.parametrize("name", GOLDEN_PAGES)
def test_golden_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = run("explain", name, evidence=RELATIVE).stdout
    assert shown == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@each_claim
def test_each_printed_number_stands_at_its_place(review: Path, name: str) -> None:
    found = page(name, review)
    wrong = [
        (number, place)
        for number, place in printed(found)
        if not standing_at(place).lstrip("\"'").startswith(number)
    ]
    assert wrong == []


@each_claim
def test_each_place_is_a_line_of_a_record(review: Path, name: str) -> None:
    found = list(places(page(name, review)))
    assert found
    assert [place for place in found if not standing_at(place).strip()] == []


@each_claim
def test_each_page_has_its_parts_in_order(review: Path, name: str) -> None:
    shown = text(name, review)
    wanted = ["WHERE IT IS SAID", "HOW CERTAIN", "WHAT IT TURNS ON", "WHAT WOULD CHANGE IT"]
    wanted += ["WHAT WAS SEARCHED", "WHAT THIS IS, AND IS NOT"]
    rests_on_bodies = bool(page(name, review)["bodies"])
    parts = wanted if rests_on_bodies else [wanted[0], *wanted[-2:]]
    at = [shown.index(part) for part in parts]
    assert at == sorted(at)
    assert ("HOW CERTAIN" in shown) is rests_on_bodies
    assert shown.count("Project judgements using GRADE domains.") == 1


@each_claim
def test_each_page_fits_a_hundred_columns(review: Path, name: str) -> None:
    lines = text(name, review).splitlines()
    broken = [line for line in lines if len(line) > 100 and not _one_long_word(line)]
    assert broken == []


def _one_long_word(line: str) -> bool:
    """Whether a line is as long as it is for an address or a place, which are never broken."""
    *_, last = line.split()
    return len(line) - len(last) <= 60 and ("://" in last or ".yaml:" in last)


def test_a_page_as_json_says_the_same_and_more() -> None:
    found = as_json("faster-reactions")
    assert found.keys() == page("faster-reactions").keys()
    shown = run("explain", "faster-reactions").stdout
    assert (found["says"], found["certainty"]) == ("favours", "low")
    assert found["ruling"]["verdict"] == "overstated"
    own = next(body for body in found["bodies"] if body["role"] == "own")
    assert own["id"] == "reaction-nap"
    for domain in own["domains"]:
        assert domain["facts"] in shown
    turning = found["turning"]
    assert [turning["robust"], turning["specifications"], turning["complete"]] == [False, 8, True]
    (move,) = turning["moves"]
    assert (move["options"], move["certainty"]) == ({"late-2005/spread": "sd"}, "high")


def test_what_a_domain_keeps_the_certainty_from() -> None:
    own = next(body for body in page("faster-reactions")["bodies"] if body["role"] == "own")
    assert own["summed"] == "low"
    assert own["without"] == [{"domain": "imprecision", "down": 2, "certainty": "high"}]


def test_a_convention_is_never_shown_as_anybody_elses() -> None:
    shown = text("hair-thickness-increase", FLAGSHIP)
    flat = " ".join(shown.split())
    assert (
        "one group, before and after, with nothing to compare [convention of this project]" in flat
    )
    assert "Core GRADE 3, BMJ 2025;389:e081905; read in a transcription of the source" in flat
    assert "project judgement, not independently reviewed" in flat


def test_almost_1900_is_misattributed_with_the_reason() -> None:
    flat = " ".join(text("english-2019-survey-figures", FLAGSHIP).split())
    assert (
        "almost 1,900 people: misattributed (1899 is the number of people who were reached; the "
        "number of people who did it is 327)"
    ) in flat


# -- names ---------------------------------------------------------------------------------------


def test_the_beginning_of_one_name_is_enough() -> None:
    assert run("explain", "fast").stdout == run("explain", "faster-reactions").stdout


def test_a_claim_is_meant_before_a_study_that_begins_the_same() -> None:
    assert run("explain", "survey").stdout.startswith("survey-figures (figure)\n")


def test_a_body_and_a_study_have_pages_too() -> None:
    body = run("explain", "reaction-nap").stdout
    assert body.startswith("reaction-nap (body of evidence)\n")
    assert "bears on    faster-reactions\n" in body
    study = run("explain", "late-2005").stdout
    assert study.startswith("late-2005 (study)\nLate C and others, 2005: Naps and speed\n")
    assert "late-2005.yaml:18:50" in study
    assert as_json("late-2005")["row"]["n"] == "300"
    assert as_json("reaction-nap")["claims"] == ["faster-reactions"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("faster-reaction-times", 'nothing is called "faster-reaction-times"; did you mean'),
        ("fastr", 'nothing is called "fastr"; did you mean faster-reactions?'),
        ("lat-2005", 'nothing is called "lat-2005"; did you mean late-2005?'),
        ("zzzz", 'no claim, body, study or article is called "zzzz"'),
    ],
)
def test_a_name_that_is_not_there(typed: str, says: str) -> None:
    found = run("explain", typed)
    assert found.exit_code == 2
    assert says in found.stderr


def test_a_beginning_of_several_lists_them(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    claim = (review / "claims/not-after-four.yaml").read_text(encoding="utf-8")
    renamed = claim.replace("id: not-after-four", "id: not-at-noon")
    (review / "claims/not-at-noon.yaml").write_text(renamed, encoding="utf-8")
    found = run("explain", "not-", evidence=review)
    assert found.exit_code == 2
    assert "not-after-four (claim), not-at-noon (claim)" in found.stderr
