"""Benefit, harm, comparison, safety: does it do this?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewkit.effects import proportion
from tests.spec.sentences import body, claim, rulings, shown, walked
from tests.spec.table import Case, Table

BENEFIT = Table(
    title="Benefit, harm, comparison",
    text=(
        "The certainty of the body of evidence against the wording. Without direct evidence, "
        "indirect evidence in favour carries a hedge if the sentence names it, unless evidence "
        "beside it goes against the claim at low certainty or better. “There is no good evidence” "
        "is wrong where certainty is moderate or high; “no effect” never passes."
    ),
    usual={
        "kind": "benefit",
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "about": "comfort",
        "own": {"certainty": "high"},
        "beside": None,
    },
    cases=(
        Case("a benefit", "C", {}, "wording fits"),
        Case("a harm", "C", {"kind": "harm"}, "wording fits"),
        Case("a comparison", "C", {"kind": "comparison"}, "wording fits"),
        Case("a safety claim", "C", {"kind": "safety"}, "wording fits"),
        Case(
            "told of somebody else, not endorsed: a quoted claim is a claim",
            "C",
            {"stance": "reports", "own": {"certainty": "low"}},
            "overstated: warning",
        ),
        Case("a question", "C", {"stance": "asks", "own": {"says": "nothing"}}, "not graded"),
        Case(
            "seen in cells only",
            "C",
            {"own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: warning",
            "may be true all the same",
        ),
        Case(
            "no direct evidence, indirect evidence in favour, not named",
            "C",
            {"wording": 1, "own": {"says": "nothing"}, "beside": {"directness": "indirect"}},
            "no direct evidence: suggestion",
        ),
        Case(
            "the same, and the sentence names its source",
            "C",
            {
                "wording": 1,
                "names": ("source",),
                "own": {"says": "nothing"},
                "beside": {"directness": "indirect"},
            },
            "wording fits",
        ),
        Case(
            "the same, and the sentence names the setting",
            "C",
            {
                "wording": 1,
                "names": ("setting",),
                "own": {"says": "nothing"},
                "beside": {"directness": "indirect"},
            },
            "wording fits",
        ),
        Case(
            "named, but “can”",
            "C",
            {
                "wording": 2,
                "names": ("source",),
                "own": {"says": "nothing"},
                "beside": {"directness": "indirect"},
            },
            "no direct evidence: warning",
        ),
        Case(
            "what stands beside it is direct, of another question: no hedge",
            "C",
            {
                "wording": 1,
                "names": ("source",),
                "own": {"says": "nothing"},
                "beside": {"directness": "direct"},
            },
            "no direct evidence: suggestion",
        ),
        Case(
            "indirect evidence against it at low certainty",
            "C",
            {
                "wording": 1,
                "names": ("source",),
                "own": {"says": "nothing"},
                "beside": {"directness": "indirect", "says": "against"},
            },
            "no direct evidence: suggestion",
        ),
        Case(
            "indirect evidence near null at low certainty: uncertain wording stands",
            "C",
            {
                "wording": 0,
                "own": {"says": "nothing"},
                "beside": {"directness": "indirect", "says": "little to no difference"},
            },
            "wording fits",
        ),
        Case(
            "“there is no good evidence” where there is none",
            "C",
            {"stance": "limits", "own": {"says": "nothing"}},
            "wording fits",
        ),
        Case(
            "“there is no good evidence” at low certainty",
            "C",
            {"stance": "limits", "own": {"certainty": "low"}},
            "wording fits",
        ),
        Case(
            "“there is no good evidence” at moderate certainty",
            "C",
            {"stance": "limits", "own": {"certainty": "moderate"}},
            "wrong: error",
            "denies what is shown with moderate certainty",
        ),
        Case(
            "“does not work” at high certainty that it does",
            "C",
            {"stance": "denies"},
            "wrong: error",
        ),
        Case(
            "“has no effect” at low certainty that it has",
            "C",
            {"stance": "denies", "own": {"certainty": "low"}},
            "overstated: warning",
            "no effect is not shown",
        ),
        Case(
            "“has no effect” without evidence",
            "C",
            {"stance": "denies", "own": {"says": "nothing"}},
            "overstated: warning",
            "no effect is not shown",
        ),
        Case(
            "“has no effect” where the evidence says little to none",
            "C",
            {"stance": "denies", "own": {"says": "little to no difference"}},
            "overstated: warning",
            "no effect is not shown",
        ),
        Case(
            "“may have no effect” at low certainty",
            "C",
            {"stance": "denies", "wording": 1, "own": {"certainty": "low"}},
            "wording fits",
        ),
        Case(
            "a plain denial, the evidence goes against the claim at high certainty",
            "C",
            {"stance": "denies", "own": {"certainty": "high", "says": "against"}},
            "wording fits",
        ),
        Case(
            "a plain denial, the evidence goes against the claim at low certainty",
            "C",
            {"stance": "denies", "own": {"certainty": "low", "says": "against"}},
            "overstated: warning",
        ),
    ),
)


@pytest.mark.parametrize("case", BENEFIT.rows())
def test_benefit(case: Case) -> None:
    (ruling,) = walked(BENEFIT.facts(case))
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


@pytest.mark.parametrize("stance", ["asserts", "denies", "limits"])
@pytest.mark.parametrize("own", ["favours", "nothing"])
def test_what_goes_against_a_claim_is_always_printed(stance: str, own: str) -> None:
    facts = dict(BENEFIT.usual) | {
        "stance": stance,
        "own": {"says": own, "certainty": "very low"},
        "beside": {"says": "against", "certainty": "very low"},
    }
    (ruling,) = walked(facts)
    assert ruling.against[0].startswith("Beside it, indirect evidence: 1 study")
    assert ruling.full_reason == f"{ruling.reason} {ruling.against[0]}"


SAFETY = Table(
    title="Safety",
    text=(
        "Were harms sought and counted? Silence is not safety: no direct evidence. Where nobody of "
        "n had a harm, about 3/n may have it all the same."
    ),
    usual={"says": "favours", "events": None, "n": 0},
    cases=(
        Case("harms were not sought", "C", {"says": "nothing"}, "no direct evidence: warning"),
        Case(
            "none of 50 had one",
            "C",
            {"events": 0, "n": 50},
            "overstated: warning",
            "Nobody of 50 had it: up to about 3/50 (5.82%) may.",
        ),
        Case("2 of 50 had one", "C", {"events": 2, "n": 50}, "overstated: warning"),
    ),
)


@pytest.mark.parametrize("case", SAFETY.rows())
def test_safety(case: Case) -> None:
    facts = SAFETY.facts(case)
    grade = body(says=facts["says"], certainty="very low")
    if facts["n"]:
        (counted,) = grade.results
        share = proportion(events=facts["events"], total=facts["n"])
        effect = replace(counted.effect, effect=share)
        grade = replace(grade, results=(replace(counted, effect=effect),))
    (ruling,) = rulings(
        claim=claim("{kind: safety, direction: decreases}"),
        grades={"own": grade},
        kinds=("safety",),
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling
    assert ("Nobody of" in ruling.reason) is (facts["events"] == 0)
