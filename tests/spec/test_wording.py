"""Wording against certainty: how strong a sentence may be, and how grave it is if it is stronger.

Every combination of wording, certainty and what the evidence says has its verdict here.
"""

from __future__ import annotations

import pytest

from tests.spec.sentences import ABOUT, body, claim, rulings, shown
from tests.spec.table import Grid

#: 0 uncertain, 1 hedged, 2 probable, 3 plain, 4 demonstrated, 5 never.
WORDINGS = ("unclear whether", "may", "can", "does", "proven", "always")
CERTAINTIES = ("high", "moderate", "low", "very low")

F = "wording fits"
S, W, E = "overstated: suggestion", "overstated: warning", "overstated: error"

IN_FAVOUR = Grid(
    title="Evidence in favour",
    text=(
        "One level too strong is a suggestion, two or more a warning; demonstrated wording beyond "
        "its certainty and absolutes are errors. Distance is counted from the row in which the "
        "certainty's bare words stand, so that at very low certainty “may” is one too strong."
    ),
    down=("certainty", CERTAINTIES),
    across=("wording", WORDINGS),
    cells=(
        (F, F, F, F, F, E),
        (F, F, F, S, E, E),
        (F, F, S, W, E, E),
        (F, S, W, W, E, E),
    ),
)

ON_A_DISORDER = Grid(
    title="Evidence in favour, on a disorder",
    text="As above, but plain wording is an error at very low certainty; at low it is a warning.",
    down=("certainty", CERTAINTIES),
    across=("wording", WORDINGS),
    cells=(
        (F, F, F, F, F, E),
        (F, F, F, S, E, E),
        (F, F, S, W, E, E),
        (F, S, W, E, E, E),
    ),
)

SAYS_UNCERTAIN = Grid(
    title="A sentence that adds “but the evidence is very uncertain”",
    text="A hedge fits at very low certainty if the sentence says that too; nothing else moves.",
    down=("certainty", CERTAINTIES),
    across=("wording", WORDINGS),
    cells=(
        (F, F, F, F, F, E),
        (F, F, F, S, E, E),
        (F, F, S, W, E, E),
        (F, F, W, W, E, E),
    ),
)

NOT_IN_FAVOUR = Grid(
    title="Evidence that does not favour the claim",
    text=(
        "Mixed evidence, little to no difference, or a lean against it that excludes nothing: "
        "uncertain wording only, whatever its certainty."
    ),
    down=("certainty", CERTAINTIES),
    across=("wording", WORDINGS),
    cells=(
        (F, S, W, W, E, E),
        (F, S, W, W, E, E),
        (F, S, W, W, E, E),
        (F, S, W, W, E, E),
    ),
)

NOT_IN_FAVOUR_UNCERTAIN = Grid(
    title="The same, and the sentence adds that the evidence is very uncertain",
    text="A hedge fits at very low certainty, whichever way the evidence leans; no more moves.",
    down=("certainty", CERTAINTIES),
    across=("wording", WORDINGS),
    cells=(
        (F, S, W, W, E, E),
        (F, S, W, W, E, E),
        (F, S, W, W, E, E),
        (F, F, W, W, E, E),
    ),
)

X = "contradicted: error"
EXCLUDING = Grid(
    title="An interval that excludes what is claimed",
    text=(
        "Contradicted, from low certainty on, where direct evidence leaves no effect as large as "
        "the minimal important difference in the claimed direction, or, without one, none on that "
        "side. At very low certainty nothing contradicts."
    ),
    down=("certainty", CERTAINTIES),
    across=("wording", WORDINGS),
    cells=(
        (F, X, X, X, X, X),
        (F, X, X, X, X, X),
        (F, X, X, X, X, X),
        (F, S, W, W, E, E),
    ),
)

NS, NW, NE = (f"no direct evidence: {word}" for word in ("suggestion", "warning", "error"))
NO_DIRECT_EVIDENCE = Grid(
    title="No direct evidence",
    text=(
        "Hedged, a suggestion; “can”, a warning; plain, an error on disease, treatment and body "
        "chemistry and a warning on appearance and comfort; stronger, an error."
    ),
    down=("about", tuple(ABOUT)),
    across=("wording", WORDINGS),
    cells=(
        (F, NS, NW, NE, NE, NE),
        (F, NS, NW, NE, NE, NE),
        (F, NS, NW, NW, NE, NE),
        (F, NS, NW, NW, NE, NE),
        (F, NS, NW, NW, NE, NE),
    ),
)


def check(grid: Grid, wording: str, cell: str, **facts: object) -> None:
    about = str(facts.pop("about", "comfort"))
    names = ("uncertainty",) if facts.pop("says_uncertain", False) else ()
    (ruling,) = rulings(
        claim=claim(about=about),
        grades={"own": body(**facts)},  # type: ignore[arg-type]  # the grids name its parameters
        wording=WORDINGS.index(wording),
        names=names,
    )
    assert shown(ruling) == cell, grid.title


@pytest.mark.parametrize("about", [about for about in ABOUT if about != "disorder"])
@pytest.mark.parametrize(("certainty", "wording", "cell"), IN_FAVOUR.rows())
def test_in_favour(certainty: str, wording: str, cell: str, about: str) -> None:
    check(IN_FAVOUR, wording, cell, certainty=certainty, about=about)


@pytest.mark.parametrize(("certainty", "wording", "cell"), ON_A_DISORDER.rows())
def test_in_favour_on_a_disorder(certainty: str, wording: str, cell: str) -> None:
    check(ON_A_DISORDER, wording, cell, certainty=certainty, about="disorder")


@pytest.mark.parametrize(("certainty", "wording", "cell"), SAYS_UNCERTAIN.rows())
def test_says_that_the_evidence_is_very_uncertain(certainty: str, wording: str, cell: str) -> None:
    check(SAYS_UNCERTAIN, wording, cell, certainty=certainty, says_uncertain=True)


@pytest.mark.parametrize("says", ["mixed", "against"])
@pytest.mark.parametrize(("certainty", "wording", "cell"), NOT_IN_FAVOUR.rows())
def test_not_in_favour(certainty: str, wording: str, cell: str, says: str) -> None:
    check(NOT_IN_FAVOUR, wording, cell, certainty=certainty, says=says)


@pytest.mark.parametrize("says", ["mixed", "against"])
@pytest.mark.parametrize(("certainty", "wording", "cell"), NOT_IN_FAVOUR_UNCERTAIN.rows())
def test_not_in_favour_and_says_so(certainty: str, wording: str, cell: str, says: str) -> None:
    check(
        NOT_IN_FAVOUR_UNCERTAIN,
        wording,
        cell,
        certainty=certainty,
        says=says,
        says_uncertain=True,
    )


@pytest.mark.parametrize("says", ["little to no difference", "against, excluding what is claimed"])
@pytest.mark.parametrize(("certainty", "wording", "cell"), EXCLUDING.rows())
def test_excluding(certainty: str, wording: str, cell: str, says: str) -> None:
    check(EXCLUDING, wording, cell, certainty=certainty, says=says)


@pytest.mark.parametrize("says", ["little to no difference", "against, excluding what is claimed"])
@pytest.mark.parametrize(("certainty", "wording", "cell"), NOT_IN_FAVOUR.rows())
def test_indirect_evidence_contradicts_nothing(
    certainty: str, wording: str, cell: str, says: str
) -> None:
    check(NOT_IN_FAVOUR, wording, cell, certainty=certainty, says=says, directness="indirect")


@pytest.mark.parametrize(("about", "wording", "cell"), NO_DIRECT_EVIDENCE.rows())
def test_no_direct_evidence(about: str, wording: str, cell: str) -> None:
    check(NO_DIRECT_EVIDENCE, wording, cell, says="nothing", about=about)


@pytest.mark.parametrize(("certainty", "wording", "cell"), IN_FAVOUR.rows())
def test_wording_fits_never_stands_without_its_certainty(
    certainty: str, wording: str, cell: str
) -> None:
    (ruling,) = rulings(
        claim=claim(),
        grades={"own": body(certainty=certainty)},
        wording=WORDINGS.index(wording),
    )
    assert ruling.shown == (f"wording fits ({certainty} certainty)" if cell == F else "overstated")
    assert (ruling.shown == "overstated") is ("The sentence is" in ruling.reason)
