"""Changing one number of the whole review moves the claims that rest on it, and nothing else.

Which those are is worked out here from the records, without the lock: the claims whose bodies use
the result, that report it, or that give its figure.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reviewkit import lock
from reviewkit.evidence import Evidence, load
from reviewkit.records import Claim
from reviewkit.review import bodies_of, grade

REVIEW = Path(__file__).resolve().parents[2] / "evidence" / "head-massage"


@cache
def before() -> tuple[Evidence, dict[str, lock.Entry]]:
    evidence = load(REVIEW)
    return evidence, lock.of(grade(evidence))


def after(tmp_path: Path, file: str, old: str, new: str) -> tuple[lock.Moved, ...]:
    """Return what moves when a piece of a file is another."""
    folder = tmp_path / "review"
    shutil.copytree(REVIEW, folder)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{text.count(old)} times {old!r} in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return lock.compare(before()[1], lock.of(grade(load(folder))))


# -- who rests on what -----------------------------------------------------------------------------


def claims(rests: Callable[[Claim], bool]) -> set[str]:
    return {name for name, claim in before()[0].claims.items() if rests(claim)}


def uses(claim: Claim) -> set[str]:
    """The results that the bodies of a claim use."""
    bodies = before()[0].bodies
    return {use.result for name in bodies_of(claim) for use in bodies[name].uses}


def reports(claim: Claim) -> set[str]:
    told = [*claim.reports, *(report for m in claim.mentions for report in m.reports)]
    return {report.result for report in told}


def gives(claim: Claim) -> set[str]:
    """The fields of records whose number a claim or a mention gives."""
    numbers = [*claim.numbers, *(number for m in claim.mentions for number in m.numbers)]
    return {number.of for number in numbers}


def on_result(ref: str, field: str = "") -> set[str]:
    """The claims that rest on a result, or give one field of it."""
    study, _, result = ref.partition("#")
    figure = f"{study}#results.{result}.{field}"
    return claims(lambda c: ref in uses(c) | reports(c) or figure in gives(c))


def on_study(study: str, *, people: bool = False) -> set[str]:
    """The claims whose bodies use a study; those who tell of it too, where its people change."""

    def rests(claim: Claim) -> bool:
        refs = uses(claim) | (reports(claim) | gives(claim) if people else set())
        return study in {ref.partition("#")[0] for ref in refs}

    return claims(rests)


@pytest.mark.parametrize(
    ("change", "part", "expected"),
    [
        pytest.param(
            ("studies/koyama-2016.yaml", 'after: {mean: "0.092"', 'after: {mean: "0.091"'),
            "koyama-2016#thickness-24w",
            lambda: on_result("koyama-2016#thickness-24w", "after.mean"),
            id="a mean",
        ),
        pytest.param(
            ("studies/koyama-2016.yaml", 'spread: "0.003"', 'spread: "0.004"'),
            "koyama-2016#thickness-24w",
            lambda: on_result("koyama-2016#thickness-24w", "before.spread"),
            id="a spread",
        ),
        pytest.param(
            ("studies/koyama-2016.yaml", 'enrolled: "9"', 'enrolled: "10"'),
            "studies/koyama-2016",
            lambda: on_study("koyama-2016", people=True),
            id="how many people",
        ),
        pytest.param(
            ("studies/english-barazesh-2019.yaml", 'received: "327"', 'received: "326"'),
            "studies/english-barazesh-2019",
            lambda: on_study("english-barazesh-2019", people=True),
            id="how many people, of a survey",
        ),
        pytest.param(
            ("studies/english-barazesh-2019.yaml", 'percent: "68.9"', 'percent: "68.8"'),
            "english-barazesh-2019#results.stable-or-regrown.percent",
            lambda: on_result("english-barazesh-2019#stable-or-regrown", "percent"),
            id="a share that sentences give",
        ),
        pytest.param(
            ("studies/berggreen-2012.yaml", 'value: "8.8"', 'value: "8.7"'),
            "berggreen-2012#",
            lambda: on_result(_result_of("berggreen-2012", "8.8")),
            id="an estimate",
        ),
        pytest.param(
            ("studies/berggreen-2012.yaml", 'lower: "0.11"', 'lower: "-0.11"'),
            "berggreen-2012#",
            lambda: on_result(_result_of("berggreen-2012", "8.8")),
            id="a limit that crosses the null",
        ),
        pytest.param(
            ("studies/kim-2016.yaml", "n: {enrolled: 34,", "n: {enrolled: 35,"),
            "studies/kim-2016",
            lambda: on_study("kim-2016", people=True),
            id="how many people, of a trial",
        ),
        pytest.param(
            (
                "studies/koyama-2016.yaml",
                '"6": not in what was read',
                '"6": {answer: "no", why: one man was lost, at: abstract}',
            ),
            "studies/koyama-2016",
            lambda: on_study("koyama-2016"),
            id="an answer of an appraisal",
        ),
        pytest.param(
            (
                "bodies/hair-thickness.yaml",
                "directness:\n      population: ",
                "directness:\n      comparator: ",
            ),
            "bodies/hair-thickness",
            lambda: claims(lambda c: "hair-thickness" in bodies_of(c)),
            id="a concern about directness",
        ),
    ],
)
def test_a_changed_number_moves_what_rests_on_it(
    tmp_path: Path, change: tuple[str, str, str], part: str, expected: Callable[[], set[str]]
) -> None:
    moved = after(tmp_path, *change)
    assert {found.claim for found in moved} == expected() != set()
    because = {name for found in moved for name in found.parts}
    assert any(name.startswith(part) for name in because), because
    study = change[0].rpartition("/")[2].removesuffix(".yaml")
    assert all(study in name for name in because), because
    for found in moved:
        assert found.render().startswith(f"{found.claim}: ")
        assert all(f"because of {name}" in found.render() for name in found.parts)


def _result_of(study: str, estimate: str) -> str:
    """The one result of a study that prints an estimate."""
    (found,) = (
        name
        for name, result in before()[0].studies[study].results.items()
        if result.estimate is not None and result.estimate.value.text == estimate
    )
    return f"{study}#{found}"


def test_known_claims_are_among_them() -> None:
    """The list that the others are worked out by, held against what is known of three numbers."""
    thickness = on_result("koyama-2016#thickness-24w", "after.mean")
    assert {"hair-thickness-increase", "koyama-2016-thickness-values"} <= thickness
    assert not {"headache-relief", "cortisol-reduction", "serotonin-increase"} & thickness
    assert "english-2019-survey-figures" in on_study("english-barazesh-2019", people=True)
    assert {"cortisol-reduction", "heart-rate-reduction"} <= on_study("kim-2016")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("studies/koyama-2016.yaml", "title: Standardized Scalp", "title: A standardised scalp"),
        ("studies/koyama-2016.yaml", "journal: Eplasty", "journal: ePlasty"),
        ("studies/koyama-2016.yaml", "who: healthy men", "who: men in health"),
        ("studies/koyama-2016.yaml", "where: Results, first sentence", "where: Results"),
        ("studies/koyama-2016.yaml", "label: thickness of hair", "label: the thickness of hair"),
        ("studies/koyama-2016.yaml", "Of three hair outcomes,", "Of three outcomes of hair,"),
        ("bodies/hair-thickness.yaml", "population: adults", "population: grown-ups"),
        ("bodies/hair-thickness.yaml", "searched: >-", "note: a note\nsearched: >-"),
        ("claims/hair-thickness-increase.yaml", "makes hairs thicker.", "thickens hairs."),
        ("sources/003.yaml", "Scalp Massages:", "Scalp massages:"),
        ("review.yaml", "title: Scalp and head massage", "title: Massage of scalp and head"),
        ("review.yaml", "label: headache\n", "label: a headache\n"),
    ],
)  # fmt: skip
def test_titles_places_labels_notes_and_rationales_move_nothing(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    assert after(tmp_path, file, old, new) == ()
