"""Every problem that the checker can find in a text: its code, its name, what it means, and why.

Codes are stable: one is never given to another problem. P0 to P1 are about wording and evidence,
P2 about studies and figures, P3 the named rules, P9 the checker's own directives. An example of
each, bad and good, is in `docs/checker-codes.md`.
"""

from __future__ import annotations

from typing import NamedTuple

#: What a rule rests on where it is this project's own.
CONVENTION = "a convention of this project"
_WORDING = "Santesso 2020 (GRADE guidance 26), doi:10.1016/j.jclinepi.2019.10.014"
_QUOTING = "Jergas 2015, doi:10.7717/peerj.1364"
_TELLING = "Oxman 2020, doi:10.1136/bmjopen-2019-036348"
_CONCEPTS = "Informed Health Choices, doi:10.12688/f1000research.21292.1, table 1"


class Code(NamedTuple):
    """A kind of problem.

    Parameters
    ----------
    code, name
        As they are printed, and as words.
    means
        What is wrong, in a sentence.
    why
        Why a reader should mind.
    source
        What the rule rests on, by DOI where there is one.
    """

    code: str
    name: str
    means: str
    why: str
    source: str


_ALL = (
    (
        "P001",
        "not-covered",
        "A health claim that the evidence base does not cover.",
        "Silence would look like consent: the claim may be true or false, and nobody checked it.",
        CONVENTION,
    ),
    (
        "P101",
        "overstated",
        "The wording is stronger than the certainty of the evidence.",
        "“May”, “can” and “does” tell a reader how far to rely on a claim.",
        _WORDING,
    ),
    (
        "P102",
        "no-direct-evidence",
        "No study of this base tested what the sentence claims.",
        "An untested claim is not a false one, but nothing is known that it rests on.",
        "Altman 1995, doi:10.1136/bmj.311.7003.485",
    ),
    (
        "P103",
        "contradicted",
        "The evidence speaks against what the sentence claims.",
        "Studies that looked found no such effect, or the opposite one.",
        CONVENTION,
    ),
    (
        "P104",
        "miscounted-evidence",
        "The evidence that the sentence speaks of is not there.",
        "“Trials show” promises several; a reader who looks finds fewer, or another kind.",
        _TELLING,
    ),
    (
        "P201",
        "wrong-figure",
        "The study prints another number.",
        "A number is believed for its precision, and copied on from page to page.",
        _QUOTING,
    ),
    (
        "P202",
        "misattributed-figure",
        "The number stands in the record, but for something else.",
        "How many were asked is not how many took part, and a share of one is none of the other.",
        _QUOTING,
    ),
    (
        "P203",
        "unverifiable-figure",
        "What was read of the study does not hold this number.",
        "It may be right; whoever has it from the study can say where it stands.",
        CONVENTION,
    ),
    (
        "P204",
        "unknown-study",
        "The base does not know the study that the sentence tells of.",
        "It may exist; a reference lets a reader, and the next edition of the base, find it.",
        CONVENTION,
    ),
    (
        "P211",
        "wrong-report",
        "The study found something else.",
        "In medical journals, about one reference in four is not told as it stands.",
        _QUOTING,
    ),
    (
        "P212",
        "incomplete-report",
        "The report leaves out what a reader needs to weigh it.",
        "How many took part, and what they were compared with, decide how much a result can say.",
        _TELLING,
    ),
    (
        "P213",
        "inconsistent-source",
        "The study's own account contradicts itself on this.",
        "Whichever of its numbers is quoted, another one of them says otherwise.",
        "Nuijten 2016, doi:10.3758/s13428-015-0664-2",
    ),
    (
        "P214",
        "unconfirmed-report",
        "What was read of the study does not say so.",
        "It may stand elsewhere in the paper; until somebody has seen it there, it is hearsay.",
        CONVENTION,
    ),
    (
        "P215",
        "one-study-told-as-several",
        "Several studies are spoken of where there is one.",
        "Agreement between studies is what makes a result credible, and here there is none to see.",
        f"{_CONCEPTS}, concept 9",
    ),
    (
        "P216",
        "borrowed-figure",
        "A finding on another treatment is told as one on this.",
        "What was seen after one treatment need not follow another.",
        "Guyatt 2011 (GRADE guideline 8), doi:10.1016/j.jclinepi.2011.04.014",
    ),
    (
        "P301",
        "absolute-safety",
        "No treatment is without any risk.",
        "Whatever can help can harm; if nobody of n was harmed, up to about 3 in n still may be.",
        f"{_CONCEPTS}, concept 1; Eypasch 1995, doi:10.1136/bmj.311.7005.619",
    ),
    (
        "P302",
        "mechanism-as-proof",
        "How something might work is offered as proof that it does.",
        "Treatments that should have worked by all that was known have often failed when tested.",
        f"{_CONCEPTS}, concept 5",
    ),
    (
        "P303",
        "association-as-cause",
        "An association is read as a cause.",
        "Two things may go together by chance, or because a third brings about both.",
        f"{_CONCEPTS}, concept 6; Sumner 2014, doi:10.1136/bmj.g7015",
    ),
    (
        "P304",
        "single-study",
        "One study is offered as if it settled the question.",
        "One result may be due to chance or to how it was found, and others may differ.",
        f"{_CONCEPTS}, concept 9",
    ),
    (
        "P305",
        "testimonial",
        "A personal experience is offered as evidence.",
        "Nobody knows what would have happened without it, and whom it did not help is not heard.",
        f"{_CONCEPTS}, concept 16",
    ),
    (
        "P306",
        "expert-opinion",
        "Somebody's authority is offered instead of evidence.",
        "Experts disagree, and those who are right can say what they rest on.",
        f"{_CONCEPTS}, concept 17",
    ),
    (
        "P307",
        "more-is-better",
        "More of a treatment is taken to do more good.",
        "More of what helps often adds nothing, and can harm.",
        f"{_CONCEPTS}, concept 12",
    ),
    (
        "P901",
        "ignored-without-reason",
        "A directive to ignore a problem gives no reason.",
        "Whoever reads the text next cannot tell a judgement from an oversight.",
        CONVENTION,
    ),
    (
        "P902",
        "unused-directive",
        "A directive to ignore names no problem that is there.",
        "Left standing, it would hide the next problem of its kind.",
        CONVENTION,
    ),
)

CODES: dict[str, Code] = {
    code: Code(code=code, name=name, means=means, why=why, source=source)
    for code, name, means, why, source in _ALL
}
"""Every code, in order."""

OF_VERDICT = {
    "not covered": "P001",
    "overstated": "P101",
    "no direct evidence": "P102",
    "contradicted": "P103",
}
"""The code of a verdict on a claim's wording that is a problem."""
