"""The way of each kind of sentence, from the evidence to a verdict."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from reviewkit.records.claim import Kind, Stance
from reviewkit.verdict import ROUTES, Ruling
from tests.spec.sentences import body, claim, rulings, shown
from tests.spec.table import Case, Table

BESIDE = "beside: [{body: beside, why: indirect evidence}]"

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


def walked(facts: dict[str, Any], piece: str = "") -> tuple[Ruling, ...]:
    grades = {"own": body(**facts["own"])}
    pieces = [piece]
    if facts["beside"] is not None:
        grades["beside"] = body("beside", **facts["beside"])
        pieces.append(BESIDE)
    return rulings(
        claim=claim("\n".join(pieces), about=facts["about"]),
        grades=grades,
        kinds=(facts["kind"],),
        wording=facts["wording"],
        stance=facts["stance"],
        names=facts["names"],
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
    from dataclasses import replace

    from reviewkit.effects import proportion

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


EXPERIENCE = Table(
    title="Experience",
    text=(
        "What is felt during or right after: that people report it is enough, at any certainty, "
        "and too strong a sentence is a suggestion at most. What is claimed of a disorder or of "
        "body chemistry is no experience and goes as a benefit."
    ),
    usual={
        "kind": "experience",
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "about": "comfort",
        "own": {"certainty": "very low"},
        "beside": None,
    },
    cases=(
        Case("people report it", "C", {}, "wording fits", "what people report is enough"),
        Case(
            "people in a body beside it report it",
            "C",
            {"own": {"says": "nothing"}, "beside": {"certainty": "very low"}},
            "wording fits",
        ),
        Case(
            "“proven to relax”",
            "C",
            {"wording": 4},
            "overstated: suggestion",
            "is not proof",
        ),
        Case("“always relaxes”", "C", {"wording": 5}, "overstated: suggestion"),
        Case(
            "nobody was asked",
            "C",
            {"own": {"says": "nothing"}},
            "no direct evidence: suggestion",
            "Nobody in this base was asked",
        ),
        Case(
            "some report it and some do not: plain",
            "C",
            {"own": {"says": "mixed", "certainty": "very low"}},
            "overstated: suggestion",
            "Some people report it",
        ),
        Case(
            "some report it and some do not: “some people report”",
            "C",
            {"wording": 1, "own": {"says": "mixed", "certainty": "very low"}},
            "wording fits",
        ),
        Case(
            "people report the contrary",
            "C",
            {"wording": 1, "own": {"says": "against", "certainty": "very low"}},
            "overstated: suggestion",
            "do not report it",
        ),
        Case(
            "of a disorder",
            "C",
            {"about": "disorder"},
            "overstated: error",
        ),
        Case(
            "of body chemistry",
            "C",
            {"about": "body chemistry"},
            "overstated: warning",
        ),
        Case(
            "“does not relax” at moderate certainty that it does",
            "C",
            {"stance": "denies", "own": {"certainty": "moderate"}},
            "wrong: error",
        ),
    ),
)


@pytest.mark.parametrize("case", EXPERIENCE.rows())
def test_experience(case: Case) -> None:
    (ruling,) = walked(EXPERIENCE.facts(case), "kind: experience")
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


def test_an_experience_notes_its_comparison_and_what_goes_against_it() -> None:
    facts = dict(EXPERIENCE.usual) | {
        "own": {"certainty": "very low", "contrast": "before and after"},
        "beside": {"says": "mixed"},
    }
    (ruling,) = walked(facts, "kind: experience")
    assert "before and after in one group, with nothing to compare" in ruling.reason
    assert len(ruling.against) == 1


LINKS = "{kind: mechanism, links: [{name: bath and warmth, body: own}]}"
DISPUTED = (
    "{kind: mechanism, "
    "links: [{name: the skin, background: a textbook, disputed: A review disputes it.}]}"
)
TWO_LINKS = (
    "{kind: mechanism, "
    "links: [{name: bath and warmth, body: own}, {name: warmth and sleep, body: beside}]}"
)

MECHANISM = Table(
    title="Mechanism",
    text=(
        "Each link is graded apart, and the weakest decides. Controlled in people: GRADE for that "
        "mediator. Uncontrolled in people: hedged at most. Cells, tissue, animals: it fits only "
        "if the sentence names that setting. Anatomy and causes: background, not graded."
    ),
    usual={
        "links": LINKS,
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "setting": None,
        "about": "body chemistry",
        "own": {"certainty": "high"},
        "beside": None,
    },
    cases=(
        Case("controlled in people, high certainty", "C", {}, "wording fits"),
        Case(
            "controlled in people, low certainty",
            "C",
            {"own": {"certainty": "low"}},
            "overstated: warning",
        ),
        Case(
            "controlled in people, very low certainty, uncertainty named",
            "C",
            {"wording": 1, "names": ("uncertainty",), "own": {"certainty": "very low"}},
            "wording fits",
        ),
        Case(
            "uncontrolled in people, low certainty: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "low", "contrast": "before and after"}},
            "wording fits",
        ),
        Case(
            "uncontrolled in people, low certainty: “can”",
            "C",
            {"wording": 2, "own": {"certainty": "low", "contrast": "before and after"}},
            "overstated: suggestion",
            "Uncontrolled in people",
        ),
        Case(
            "uncontrolled in people carries no more than its certainty: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "very low", "contrast": "before and after"}},
            "overstated: suggestion",
            "Uncontrolled in people",
        ),
        Case(
            "uncontrolled in people carries “may” at most, whatever its certainty",
            "C",
            {"wording": 2, "own": {"certainty": "high", "contrast": "before and after"}},
            "overstated: suggestion",
            "Uncontrolled in people",
        ),
        Case(
            "uncontrolled in people: plain",
            "C",
            {"own": {"certainty": "very low", "contrast": "before and after"}},
            "overstated: warning",
        ),
        Case(
            "uncontrolled in people, plain, on a disorder",
            "C",
            {
                "about": "disorder",
                "own": {"certainty": "very low", "contrast": "before and after"},
            },
            "overstated: error",
        ),
        Case(
            "uncontrolled in people, mixed: “may”",
            "C",
            {
                "wording": 1,
                "own": {"certainty": "very low", "contrast": "before and after", "says": "mixed"},
            },
            "overstated: suggestion",
        ),
        Case(
            "an association in people: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "low", "contrast": "observed"}},
            "wording fits",
        ),
        Case(
            "cells, and the sentence says so",
            "C",
            {
                "names": ("setting",),
                "own": {"certainty": "not graded", "settings": ("cells",)},
            },
            "wording fits",
            "names the setting",
        ),
        Case(
            "cells, and the sentence says that it was cells",
            "C",
            {"setting": "cells", "own": {"certainty": "not graded", "settings": ("cells",)}},
            "wording fits",
        ),
        Case(
            "cells, and the sentence says animals",
            "C",
            {"setting": "animals", "own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: error",
        ),
        Case(
            "cells, and the sentence names a study, not the setting",
            "C",
            {"names": ("source",), "own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: error",
            "does not say so",
        ),
        Case(
            "cells, not named: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: suggestion",
        ),
        Case(
            "cells, named, “proven”",
            "C",
            {
                "wording": 4,
                "names": ("setting",),
                "own": {"certainty": "not graded", "settings": ("cells",)},
            },
            "overstated: error",
        ),
        Case(
            "cells, named, and they disagree",
            "C",
            {
                "wording": 2,
                "names": ("setting",),
                "own": {"certainty": "not graded", "settings": ("cells",), "says": "mixed"},
            },
            "no direct evidence: warning",
            "in part only",
        ),
        Case(
            "uncontrolled in people, and the sentence says how uncertain that is",
            "C",
            {
                "wording": 1,
                "names": ("uncertainty",),
                "own": {"certainty": "very low", "contrast": "before and after"},
            },
            "wording fits",
        ),
        Case(
            "“nobody has shown that”, and nobody has",
            "C",
            {"stance": "limits", "own": {"says": "nothing"}},
            "wording fits",
        ),
        Case(
            "“does not do that”, and nobody has measured it",
            "C",
            {"stance": "denies", "own": {"says": "nothing"}},
            "overstated: warning",
            "no effect is not shown",
        ),
        Case(
            "“does not do that”, at high certainty that it does",
            "C",
            {"stance": "denies"},
            "wrong: error",
        ),
        Case(
            "a link that nobody measured",
            "C",
            {"own": {"says": "nothing"}},
            "no direct evidence: error",
        ),
        Case(
            "two links: the weaker decides",
            "C",
            {"links": TWO_LINKS, "beside": {"certainty": "low"}},
            "overstated: warning",
            "warmth and sleep",
        ),
        Case(
            "two links: the first is the weaker",
            "C",
            {"links": TWO_LINKS, "own": {"says": "nothing"}, "beside": {"certainty": "high"}},
            "no direct evidence: error",
            "warmth and sleep",
        ),
        Case(
            "anatomy",
            "C",
            {"links": "{kind: mechanism, links: [{name: the skin, background: a textbook}]}"},
            "not graded",
            "a textbook",
        ),
        Case(
            "a disputed cause stated as fact",
            "C",
            {"links": DISPUTED},
            "overstated: suggestion",
            "A review disputes it.",
        ),
        Case(
            "a disputed cause, hedged",
            "C",
            {"links": DISPUTED, "wording": 1},
            "not graded",
            "A review disputes it.",
        ),
        Case(
            "a link whose outcome speaks for the claim by rising",
            "C",
            {"links": "{kind: mechanism, links: [{name: a, body: own, favours: increases}]}"},
            "contradicted: error",
        ),
    ),
)


@pytest.mark.parametrize("case", MECHANISM.rows())
def test_mechanism(case: Case) -> None:
    facts = MECHANISM.facts(case)
    grades = {"own": body(**facts["own"])}
    if facts["beside"] is not None:
        grades["beside"] = body("beside", **facts["beside"])
    (ruling,) = rulings(
        claim=claim(facts["links"], about=facts["about"], body=None),
        grades=grades,
        kinds=("mechanism",),
        wording=facts["wording"],
        stance=facts["stance"],
        names=facts["names"],
        setting=facts["setting"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


def test_every_link_of_a_mechanism_is_told() -> None:
    (ruling,) = rulings(
        claim=claim(TWO_LINKS, body=None),
        grades={"own": body(certainty="high"), "beside": body("beside", certainty="low")},
        kinds=("mechanism",),
    )
    assert "bath and warmth: " in ruling.reason
    assert "warmth and sleep: " in ruling.reason


def test_what_fits_a_mechanism_in_cells_says_so() -> None:
    (ruling,) = rulings(
        claim=claim(LINKS, body=None),
        grades={"own": body(certainty="not graded", settings=("cells",))},
        kinds=("mechanism",),
        names=("setting",),
    )
    assert ruling.shown == "wording fits (evidence of mechanism only)"


ADVICE = Table(
    title="Advice",
    text=(
        "A bare instruction is not graded. A promised effect or superiority is held against "
        "compared results as a benefit; an observed association carries “may be associated with” "
        "at most; what was only ever used has no direct evidence."
    ),
    usual={
        "bare": None,
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "about": "comfort",
        "own": {"certainty": "high"},
        "beside": None,
    },
    cases=(
        Case("a bare instruction", "C", {"bare": "how long"}, "not graded", "how long"),
        Case(
            "no effect is promised",
            "C",
            {"own": None},
            "not graded",
            "without a promised effect",
        ),
        Case("superiority, compared: as a benefit", "C", {}, "wording fits"),
        Case(
            "superiority, compared, low certainty",
            "C",
            {"own": {"certainty": "low"}},
            "overstated: warning",
        ),
        Case(
            "an observed association: “may be associated with”",
            "C",
            {"wording": 1, "own": {"certainty": "low", "contrast": "observed"}},
            "wording fits",
            "No randomised comparison",
        ),
        Case(
            "an observed association carries no more than its certainty",
            "C",
            {"wording": 1, "own": {"certainty": "very low", "contrast": "observed"}},
            "overstated: suggestion",
        ),
        Case(
            "an observed association: “can”",
            "C",
            {"wording": 2, "own": {"certainty": "low", "contrast": "observed"}},
            "overstated: suggestion",
        ),
        Case(
            "an observed association: plain",
            "C",
            {"own": {"certainty": "low", "contrast": "observed"}},
            "overstated: warning",
        ),
        Case(
            "an observed association: plain, on a disorder, very low certainty",
            "C",
            {"about": "disorder", "own": {"certainty": "very low", "contrast": "observed"}},
            "overstated: error",
        ),
        Case(
            "an association observed in a body beside it",
            "C",
            {
                "wording": 1,
                "own": {"says": "nothing"},
                "beside": {"certainty": "low", "contrast": "observed"},
            },
            "wording fits",
        ),
        Case(
            "an association that goes the other way",
            "C",
            {
                "wording": 1,
                "own": {"certainty": "very low", "contrast": "observed", "says": "against"},
            },
            "no direct evidence: suggestion",
        ),
        Case(
            "an observed association, and the sentence says how uncertain that is",
            "C",
            {
                "wording": 1,
                "names": ("uncertainty",),
                "own": {"certainty": "very low", "contrast": "observed"},
            },
            "wording fits",
        ),
        Case(
            "“no length is known to be better”, and none is",
            "C",
            {"stance": "limits", "own": {"says": "nothing"}},
            "wording fits",
        ),
        Case(
            "only ever used",
            "C",
            {"own": {"says": "nothing"}},
            "no direct evidence: warning",
        ),
    ),
)


@pytest.mark.parametrize("case", ADVICE.rows())
def test_advice(case: Case) -> None:
    facts = ADVICE.facts(case)
    grades = {}
    pieces = ["kind: advice"]
    if facts["own"] is not None:
        grades["own"] = body(**facts["own"])
    if facts["beside"] is not None:
        grades["beside"] = body("beside", **facts["beside"])
        pieces.append(BESIDE)
    own = "own" if facts["own"] is not None else None
    (ruling,) = rulings(
        claim=claim("\n".join(pieces), about=facts["about"], body=own),
        grades=grades,
        kinds=("advice",),
        wording=facts["wording"],
        stance=facts["stance"],
        names=facts["names"],
        bare=facts["bare"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


ORIGIN = "origin: {found: a handbook of 1903, on: 2020-01-02}"

NOT_GRADED = Table(
    title="Cautions, definitions, history, and what cannot be tested",
    text=(
        "Recorded with their source, not graded. Puffery and truisms are not testable, and a "
        "question asserts nothing; neither has a severity."
    ),
    usual={"kind": "caution", "piece": ORIGIN, "stance": "asserts", "untestable": None},
    cases=(
        Case("a caution", "C", {}, "not graded", "a handbook of 1903"),
        Case("a definition", "C", {"kind": "definition"}, "not graded", "a handbook of 1903"),
        Case("history", "C", {"kind": "history"}, "not graded", "a handbook of 1903"),
        Case(
            "nobody recorded where it comes from",
            "C",
            {"kind": "history", "piece": "{}"},
            "not graded",
            "no source recorded",
        ),
        Case(
            "“nothing beats it”",
            "C",
            {"kind": "benefit", "untestable": "puffery"},
            "not testable",
            "puffery",
        ),
        Case(
            "“does it help?”",
            "C",
            {"kind": "benefit", "stance": "asks"},
            "not graded",
            "asserts nothing",
        ),
    ),
)


@pytest.mark.parametrize("case", NOT_GRADED.rows())
def test_not_graded(case: Case) -> None:
    facts = NOT_GRADED.facts(case)
    record = claim(facts["piece"], body="own")
    (ruling,) = rulings(
        claim=record,
        grades={"own": body(says="nothing")},
        kinds=(facts["kind"],),
        wording=5,
        stance=facts["stance"],
        untestable=facts["untestable"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


@pytest.mark.parametrize("kind", ["benefit", "experience", "safety", "comparison"])
def test_a_claim_that_rests_on_no_body_goes_its_own_way(kind: str) -> None:
    """As a mechanism of which a sentence makes a benefit: each of its links is graded."""
    (ruling,) = rulings(
        claim=claim(LINKS, body=None), grades={"own": body(certainty="high")}, kinds=(kind,)
    )
    assert (ruling.route, shown(ruling)) == ("mechanism", "wording fits")


def test_a_body_beside_that_found_nothing_is_not_told() -> None:
    (ruling,) = rulings(
        claim=claim(BESIDE),
        grades={"own": body(), "beside": body("beside", says="nothing")},
    )
    assert (ruling.against, ruling.beside) == ((), ())


def test_of_two_ways_the_worse_verdict_leads_and_both_are_shown() -> None:
    first, second = rulings(
        claim=claim(),
        grades={"own": body(certainty="very low")},
        kinds=("experience", "benefit"),
    )
    assert (first.route, shown(first)) == ("benefit", "overstated: warning")
    assert (second.route, shown(second)) == ("experience", "wording fits")


TABLES = (BENEFIT, SAFETY, EXPERIENCE, MECHANISM, ADVICE, NOT_GRADED)
#: Kinds whose tables stand in another file.
ELSEWHERE = {"study-report", "evidence", "figure"}


def test_every_kind_has_its_way_and_its_table() -> None:
    assert set(ROUTES) == set(get_args(Kind))
    told = {
        facts["kind"]
        for table in (BENEFIT, EXPERIENCE, NOT_GRADED)
        for facts in map(table.facts, table.cases)
    }
    assert told | {"mechanism", "advice"} | ELSEWHERE == set(ROUTES)


def test_every_stance_has_a_case() -> None:
    told = {
        facts["stance"]
        for table in (BENEFIT, EXPERIENCE, NOT_GRADED)
        for facts in map(table.facts, table.cases)
    }
    assert told == set(get_args(Stance))
