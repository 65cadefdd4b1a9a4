"""A body graded under many specifications at once: each as it would be graded by itself."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from reviewkit.certainty import Grading, grade_body
from reviewkit.certainty.counting import Counting
from reviewkit.certainty.synthesis_of import Way
from reviewkit.certainty.together import MANY, EffectSet, prepare
from tests.unit.builder import Folder

ESTIMATORS = ("REML", "PM", "DL", "EB", "CE")
TESTS = ("hksj-floor", "hksj", "t", "z")
SPREAD = """
contrast: between-conditions
groups:
  bath: {{n: "16", after: {{mean: "{mean}", sd: (left out), spread: "{spread}"}}}}
  none: {{n: "16", after: {{mean: "25.0", sd: (left out), spread: "3.0"}}}}
readings: {{spread: {{options: [sd, se], main: se, why: not named}}}}
"""
CROSSOVER = "design: {type: crossover-trial}"
RISKS = ("low", "high", "some concerns")


def three(tmp_path: Path) -> Folder:
    """Three crossover trials whose ± is not named, one of them at high risk of bias."""
    folder = Folder(tmp_path)
    rows = zip(("alpha", "beta", "gamma"), ("21.0", "29.0", "19.0"), RISKS, strict=True)
    for (name, mean, risk), spread in zip(rows, ("2.0", "3.5", "2.5"), strict=True):
        folder.study(
            name,
            CROSSOVER,
            f"appraisal: {{overall: {risk}}}",
            onset=SPREAD.format(mean=mean, spread=spread),
        )
    return folder.body(
        "onset", "uses: [{result: alpha#onset}, {result: beta#onset}, {result: gamma#onset}]"
    )


def specifications() -> list[dict[str, str]]:
    spreads = product(("se", "sd"), repeat=3)
    return [
        {
            **{f"{n}/spread": o for n, o in zip(("alpha", "beta", "gamma"), each, strict=True)},
            "correlation": r,
            "estimator": estimator,
            "test": test,
        }
        for each, r, estimator, test in product(spreads, ("0.5", "0"), ESTIMATORS, TESTS)
    ]


def test_many_at_once_are_what_each_is_by_itself(tmp_path: Path) -> None:
    evidence = three(tmp_path).load()
    body = evidence.bodies["onset"]
    asked = specifications()
    assert len(asked) == 2**3 * 2 * 5 * 4 > MANY
    together = Grading(evidence, body).under(asked)
    assert [grade.specification for grade in together] == asked
    for grade, specification in zip(together, asked, strict=True):
        alone = grade_body(evidence, body, specification)
        assert (grade.certainty, grade.levels) == (alone.certainty, alone.levels)
        assert [d.proposal.branch for d in grade.domains] == [
            d.proposal.branch for d in alone.domains
        ]
        assert [d.proposal.facts for d in grade.domains] == [
            d.proposal.facts for d in alone.domains
        ]
        found, expected = grade.synthesis, alone.synthesis
        assert (found.kind, found.k, found.n) == (expected.kind, expected.k, expected.n)
        assert found.estimate == pytest.approx(expected.estimate, rel=1e-10)
        assert found.weights == pytest.approx(expected.weights, rel=1e-10)
        assert (found.p, found.i2) == pytest.approx((expected.p, expected.i2), rel=1e-9)
        assert found.ci is not None
        assert expected.ci is not None
        limits = [expected.ci.lower, expected.ci.upper]
        assert [found.ci.lower, found.ci.upper] == pytest.approx(limits, rel=1e-10)
        assert found.ci.method == expected.ci.method
        assert found.pooled is not None
        assert found.pooled.estimate == pytest.approx(found.estimate, rel=1e-10)


def test_what_does_not_bear_on_a_result_leaves_it_the_same_object(tmp_path: Path) -> None:
    evidence = three(tmp_path).load()
    counting = Counting(evidence, evidence.bodies["onset"])
    first, second = ({"alpha/spread": "se", "correlation": "0.5", "test": t} for t in ("z", "t"))
    one, same, other = counting.under([first, second, {**first, "alpha/spread": "sd"}])
    assert one is same
    assert counting.under([second]) == [one]
    kept = [a is b for a, b in zip(one, other, strict=True)]
    assert kept == [False, True, True]


def test_a_pool_that_is_not_defined_is_told_so_among_many(tmp_path: Path) -> None:
    """All effects are equal, so that Hartung and Knapp's interval has no width."""
    folder = Folder(tmp_path).study("alpha").study("beta")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    evidence = folder.load()
    (results,) = Counting(evidence, evidence.bodies["onset"]).under([{}])
    sets = [EffectSet(tuple(result.effect for result in results)) for _ in range(MANY)]
    way = Way("REML", "hksj")
    prepare((each, way) for each in sets)
    found = [each.pooled_by(way) for each in sets]
    assert {each.kind for each in found} == {"directions"}
    assert all(each.why_not.startswith("all effects are equal") for each in found)
