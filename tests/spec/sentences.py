"""Sentences to rule on, each with bodies of a given certainty that say a given thing.

The records are those of a small review; what a body says and how certain it is are put in place of
what it was graded, so that a case of a rule can name any combination.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reviewkit.certainty import BodyGrade, Synthesis
from reviewkit.effects import Interval
from reviewkit.evidence import Evidence
from reviewkit.records import Claim, Study
from reviewkit.review import Graded
from reviewkit.verdict import Ruling, Sentence, rule
from tests.unit.builder import STUDY, Folder, merged

#: The minimal important difference of the outcome, in minutes.
MID = 5.0
#: What an outcome is about, and the outcome that stands for it.
ABOUT = {
    "disorder": "onset",
    "body chemistry": "melatonin",
    "appearance": "glow",
    "comfort": "calm",
    "evidence": "trials",
}
#: Estimate and limits, in minutes, of what a body can say of a claim that time falls.
INTERVALS = {
    "favours": (-12.0, -16.0, -8.0),
    "little to no difference": (-1.0, -4.0, 2.0),
    "against": (2.0, -7.0, 11.0),
    "against, excluding what is claimed": (12.0, 8.0, 16.0),
}
CONTRASTS = {
    "controlled": ("between-arms",),
    "before and after": ("within-arm",),
    "observed": ("association",),
}


@cache
def graded() -> Graded:
    """Grade the small review that lends its records."""
    with TemporaryDirectory() as name:
        folder = Folder(Path(name))
        mid = "{value: '5', unit: minutes, source: a test, basis: between-group}"
        folder.review(f"outcomes: {{onset: {{mid: {mid}}}}}")
        folder.study("alpha")
        for body in ("own", "beside"):
            folder.body(body, "uses: [{result: alpha#onset}]")
        folder.body("empty")
        folder.claim("sooner", "body: own", "beside: [{body: beside, why: a test}]")
        folder.claim("elsewhere", "body: empty")
        return folder.grade()


def body(
    name: str = "own",
    *,
    certainty: str = "low",
    says: str = "favours",
    contrast: str = "controlled",
    settings: Sequence[str] = ("people",),
    directness: str = "direct",
) -> BodyGrade:
    """Return a body that says a thing with a certainty; ``nothing`` has no result that counts."""
    if says == "nothing":
        empty = graded().bodies["empty"].main
        return replace(empty, body=empty.body.model_copy(update={"directness": directness}))
    grade = graded().bodies[name].main
    return replace(
        grade,
        body=grade.body.model_copy(update={"directness": directness}),
        certainty=certainty,
        synthesis=_synthesis(grade.synthesis, says),
        contrasts=CONTRASTS[contrast],
        settings=tuple(settings),
    )


def _synthesis(synthesis: Synthesis, says: str) -> Synthesis:
    if says == "mixed":
        return replace(
            synthesis,
            kind="directions",
            estimate=None,
            ci=None,
            k=2,
            increases=1,
            decreases=1,
            neither=0,
        )
    estimate, lower, upper = INTERVALS[says]
    ci = Interval(lower=lower, upper=upper, level=0.95, method="t")
    return replace(synthesis, estimate=estimate, ci=ci)


def claim(piece: str = "", *, about: str = "comfort", body: str | None = "own") -> Claim:
    """Return a claim about an outcome, laid over that of the small review."""
    own = f"body: {body}" if body else "{}"
    text = merged(CLAIM, f"outcome: {ABOUT[about]}", own, piece)
    return Claim.model_validate({"id": "claim", **text})


CLAIM = """
kind: benefit
statement: A warm bath before bed makes people fall asleep sooner.
outcome: onset
interventions: [bath]
direction: decreases
"""


def with_studies(**pieces: str) -> Evidence:
    """Return the small review with studies laid over its study, each under its name."""
    studies = {
        name: Study.model_validate({"id": name, **merged(STUDY, piece)})
        for name, piece in pieces.items()
    }
    return replace(graded().evidence, studies=studies)


def rulings(
    *,
    claim: Claim,
    grades: dict[str, BodyGrade],
    kinds: Sequence[str] = ("benefit",),
    wording: int = 3,
    evidence: Evidence | None = None,
    **facts: Any,
) -> tuple[Ruling, ...]:
    """Rule on a sentence."""
    return rule(
        Sentence(
            evidence=evidence or graded().evidence,
            claim=claim,
            grades=grades,
            kinds=tuple(kinds),
            wording=wording,
            **facts,
        )
    )


def shown(ruling: Ruling) -> str:
    """Return the verdict with its severity, as a table writes it."""
    return ruling.verdict if ruling.severity == "none" else f"{ruling.verdict}: {ruling.severity}"


#: A claim beside whose own body another one stands.
BESIDE = "beside: [{body: beside, why: indirect evidence}]"


def walked(facts: dict[str, Any], piece: str = "") -> tuple[Ruling, ...]:
    """Rule on a sentence of a claim with its own body and perhaps one beside it."""
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
