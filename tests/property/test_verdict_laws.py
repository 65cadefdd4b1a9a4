"""Laws of verdicts, whatever the sentence and the evidence; each test is named after its law."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reviewkit.certainty import CERTAINTY, LEVELS, grade_body
from reviewkit.records import Judgement
from reviewkit.verdict import SEVERITIES, Ruling, rank, worst
from reviewkit.verdict.ruling import WORDS
from tests.spec.sentences import ABOUT, CONTRASTS, INTERVALS, body, claim, graded, rulings

WORDINGS = range(6)
STANCES = ("asserts", "denies", "limits", "reports")
NAMES = ("uncertainty", "source", "setting", "n", "control")
DOMAINS = ("risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias")

says = st.sampled_from([*INTERVALS, "mixed", "nothing"])
certainties = st.sampled_from(CERTAINTY)


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    in_people = draw(st.booleans())
    return {
        "certainty": draw(certainties) if in_people else "not graded",
        "says": draw(says),
        "contrast": draw(st.sampled_from([*CONTRASTS])),
        "settings": ("people",) if in_people else ("cells",),
        "directness": draw(st.sampled_from(["direct", "indirect"])),
    }


@st.composite
def sentences(draw: st.DrawFn) -> dict[str, Any]:
    """Facts of a sentence but for its wording, of any kind that wording bears on."""
    kind = draw(
        st.sampled_from(
            ["benefit", "harm", "comparison", "safety", "experience", "mechanism", "advice"]
        )
    )
    links = "links: [{name: a, body: own}, {name: b, body: beside}]"
    beside = "beside: [{body: beside, why: a test}]"
    piece = f"kind: {kind}\n{links if kind == 'mechanism' else beside}"
    return {
        "claim": claim(piece, about=draw(st.sampled_from([*ABOUT]))),
        "grades": {"own": body(**draw(bodies())), "beside": body("beside", **draw(bodies()))},
        "kinds": (kind, *draw(st.lists(st.sampled_from(["benefit", "experience"]), max_size=1))),
        "stance": draw(st.sampled_from(STANCES)),
        "names": tuple(draw(st.sets(st.sampled_from(NAMES)))),
    }


def severity(ruling: Ruling) -> int:
    return SEVERITIES.index(ruling.severity)


@given(sentences())
def test_severity_never_falls_when_wording_rises(facts: dict[str, Any]) -> None:
    found = [severity(rulings(wording=wording, **facts)[0]) for wording in WORDINGS]
    assert all(weaker <= stronger for weaker, stronger in pairwise(found)), found


@given(sentences())
def test_what_is_allowed_fits_and_what_is_stronger_does_not(facts: dict[str, Any]) -> None:
    facts |= {"kinds": facts["kinds"][:1], "stance": "asserts"}
    for wording in WORDINGS:
        (ruling,) = rulings(wording=wording, **facts)
        if ruling.allowed is not None:
            assert (ruling.verdict == "wording fits") is (wording <= ruling.allowed)
            assert (ruling.severity == "none") is (ruling.verdict == "wording fits")


@given(sentences(), st.sampled_from(WORDINGS))
def test_absolutes_never_pass(facts: dict[str, Any], wording: int) -> None:
    facts |= {"stance": "asserts"}
    assert rulings(wording=5, **facts)[0].severity != "none"
    assert rulings(wording=0, **facts | {"kinds": facts["kinds"][:1]})[0].severity == "none"
    assert rulings(wording=wording, **facts)[0].verdict not in {"correct", "wrong"}


@given(
    st.sampled_from(WORDINGS),
    st.sampled_from([*ABOUT]),
    st.sampled_from(["benefit", "comparison", "experience"]),
)
def test_more_certainty_never_makes_a_favoured_claim_worse(
    wording: int, about: str, kind: str
) -> None:
    found = [
        severity(
            rulings(
                claim=claim(f"kind: {kind}", about=about),
                grades={"own": body(certainty=certainty)},
                kinds=(kind,),
                wording=wording,
            )[0]
        )
        for certainty in CERTAINTY
    ]
    assert all(more <= less for less, more in pairwise(found)), found


@given(sentences(), st.sampled_from(WORDINGS), st.randoms())
def test_the_order_of_kinds_does_not_matter(facts: dict[str, Any], wording: int, dice: Any) -> None:
    kinds = [*facts["kinds"]]
    dice.shuffle(kinds)
    first = rulings(wording=wording, **facts)[0]
    again = rulings(wording=wording, **{**facts, "kinds": tuple(kinds)})[0]
    assert rank(first) == rank(again)


@given(sentences(), st.sampled_from(WORDINGS))
def test_the_leading_ruling_is_the_worst_and_none_is_lost(
    facts: dict[str, Any], wording: int
) -> None:
    found = rulings(wording=wording, **facts)
    assert len(found) == len(facts["kinds"])
    assert rank(found[0]) == rank(worst(found)) == max(map(rank, found))


@given(st.sampled_from(SEVERITIES), st.sampled_from(SEVERITIES), st.sampled_from(WORDS))
def test_severity_comes_before_the_word(one: Any, other: Any, word: Any) -> None:
    mild = Ruling(route="a", verdict="contradicted", severity=one, reason="")
    grave = Ruling(route="b", verdict=word, severity=other, reason="")
    if SEVERITIES.index(one) < SEVERITIES.index(other):
        assert worst([mild, grave]) == worst([grave, mild]) == grave


def judged(levels: dict[str, int], *, allocation: str = "randomised") -> int:
    """Return the certainty of a body, 0 to 3, whose domains are judged so many levels down."""
    evidence = graded().evidence
    record = evidence.bodies["own"]
    alpha = evidence.studies["alpha"]
    design = alpha.design.model_copy(update={"allocation": allocation})
    studies = {"alpha": alpha.model_copy(update={"design": design})}
    evidence = replace(evidence, studies=studies)
    plain = grade_body(evidence, record, {})
    judgements = {
        d.proposal.domain: Judgement.model_validate(
            {
                "is": LEVELS[levels[d.proposal.domain]],
                "by": "project",
                "on": "2020-01-02",
                "read": ["alpha/paper"],
                "why": "because a test needs it to be so",
                "proposal": d.proposal.level,
                "facts": d.proposal.facts,
            }
        )
        for d in plain.domains
    }
    grade = grade_body(evidence, record.model_copy(update={"judgements": judgements}), {})
    assert {d.proposal.domain: d.down for d in grade.domains} == levels
    return CERTAINTY.index(grade.certainty)


levels = st.fixed_dictionaries({domain: st.integers(0, 3) for domain in DOMAINS})


@given(levels, st.sampled_from(DOMAINS))
def test_certainty_never_rises_when_a_domain_gets_worse(
    before: dict[str, int], domain: str
) -> None:
    worse = {**before, domain: min(3, before[domain] + 1)}
    assert judged(worse) <= judged(before)


@given(levels)
def test_certainty_is_the_start_less_the_levels_and_never_below_very_low(
    given_levels: dict[str, int],
) -> None:
    down = sum(given_levels.values())
    assert judged(given_levels) == max(0, CERTAINTY.index("high") - down)
    assert judged(given_levels, allocation="not randomised") == max(
        0, CERTAINTY.index("low") - down
    )
