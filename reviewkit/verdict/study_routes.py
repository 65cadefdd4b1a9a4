"""Sentences about studies: a study's own finding, its figures, and what evidence there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reviewkit import display
from reviewkit.certainty import CERTAINTY
from reviewkit.evidence import Evidence
from reviewkit.records import Missing, Result, Study
from reviewkit.records.claim import Inventory, Reported
from reviewkit.verdict.figures import Checked, check_figure
from reviewkit.verdict.ruling import Ruling, Severity, Word, worst
from reviewkit.verdict.sentence import Sentence
from reviewkit.verdict.wording import HEDGED

_ORDER = ("wrong", "misattributed", "unverifiable", "correct")
_GRAVE: dict[str, Severity] = {
    "wrong": "error",
    "misattributed": "error",
    "unverifiable": "suggestion",
    "correct": "none",
}
_WITHOUT_PEOPLE = {"laboratory", "animal-experiment"}


def figure_route(sentence: Sentence) -> Ruling:
    """Hold each number against the field that it is said to be."""
    checked = [check_figure(sentence.evidence, figure) for figure in sentence.numbers]
    if not checked:
        return Ruling(
            route="figure",
            verdict="not graded",
            severity="none",
            reason="No number of a record is said.",
        )
    status = min((c.status for c in checked), key=_ORDER.index)
    word: Word = status
    return Ruling(
        route="figure", verdict=word, severity=_GRAVE[status], reason=" ".join(map(_told, checked))
    )


def _told(checked: Checked) -> str:
    says = checked.figure.says.text
    unit = checked.figure.unit or ""
    shown = f"{says}{unit}" if unit == "%" else f"{says} {unit}".strip()
    text = f"{shown}: {checked.status}" + (" as printed" if checked.status == "correct" else "")
    text += f" ({checked.why})" if checked.status != "correct" else ""
    if checked.flags:
        text += f"; but {'; '.join(checked.flags)}"
    return f"{text}."


def study_report_route(sentence: Sentence) -> Ruling:
    """Hold what the sentence says one study found against its record."""
    if not sentence.reports:
        reason = "The sentence tells of a study that the record does not name."
        return _ruling("unverifiable", "suggestion", reason)
    return worst(
        report_ruling(sentence.evidence, report, sentence.names) for report in sentence.reports
    )


def report_ruling(evidence: Evidence, report: Reported, names: Collection[str]) -> Ruling:
    """Hold what is said of one result against its record; `names` is what is said beside it."""
    study, result = evidence.result(report.result)
    told = _prints(study, result)
    if result.conflict is not None:
        return _ruling("source inconsistent", "warning", f"{told} {_full_stop(result.conflict)}")
    if isinstance(result.direction, Missing) or result.direction == "unclear":
        return _ruling("unverifiable", "suggestion", told)
    if not _same_direction(report.direction, result.direction) or (
        {report.significant, result.significant} == {"yes", "no"}
    ):
        if study.read[result.at].access == "secondary":
            return _ruling("unverifiable", "suggestion", f"{told} The paper was not read.")
        return _ruling("wrong", "error", told)
    if report.significant != "not said" and isinstance(result.significant, Missing):
        return _ruling(
            "unverifiable",
            "suggestion",
            f"{told} Whether it was significant is {result.significant}.",
        )
    if left_out := [words for name, words in needed(study, result) if name not in names]:
        return _ruling(
            "correct",
            "suggestion",
            f"{told} The sentence leaves out {display.joined(left_out)}.",
        )
    return _ruling("correct", "none", told)


def _same_direction(said: str, printed: str) -> bool:
    """Whether a direction is the printed one; one who speaks of a change leaves it open."""
    return said == printed or (said == "changes" and printed in {"increases", "decreases"})


def _prints(study: Study, result: Result) -> str:
    people = study.population.n
    counts = (people.analysed, people.received, people.randomised, people.enrolled)
    size = next((n for n in counts if n is not None and not isinstance(n, Missing)), None)
    n = "" if size is None else f" (n = {size})"
    says = result.says or f"{result.outcome} {result.direction}"
    return f"{study.id}{n}: {_full_stop(says)}"


def needed(study: Study, result: Result) -> Iterator[tuple[str, str]]:
    """Yield what a faithful report of a result names: each with its words."""
    yield "n", "how many people there were"
    if result.contrast == "within-arm":
        yield "control", "that it compares before and after in one group"
    arm = study.arms[result.arm]
    if not isinstance(arm.by, Missing) and "device" in arm.by:
        yield "device", "that a device was used"
    if result.setting != "people":
        yield "setting", f"that it was shown in {result.setting}"


def evidence_route(sentence: Sentence) -> Ruling:
    """Are there such studies? Counted by design in the records.

    A denial ("there are no trials") is right where there are too few; a limit ("there is no good
    evidence") is wrong only where certainty is moderate or high; a hedge ("some studies suggest")
    where there are none is a warning.
    """
    inventory = sentence.claim.inventory
    if inventory is None:
        return _ruling("unverifiable", "suggestion", "What evidence is meant is not recorded.")
    found = inventoried(sentence.evidence, inventory)
    names = display.joined(study.id for study in found) or "none"
    why = display.sentence(_full_stop(inventory.why))
    reason = (
        f"{display.plural(len(found), 'such study', 'such studies')} in this base ({names}); "
        f"the sentence needs at least {inventory.at_least}. {why}"
    )
    if inventory.unread is not None:
        unread = f"{reason} {_full_stop(inventory.unread)}"
        return _ruling("unverifiable", "suggestion", unread, route="evidence")
    there_is = len(found) >= inventory.at_least
    graded = sentence.grade(sentence.claim.body).certainty if sentence.claim.body else "none"
    level = CERTAINTY.index(graded) if graded in CERTAINTY else -1
    if there_is and inventory.certainty and sentence.claim.body:
        there_is = level >= CERTAINTY.index(inventory.certainty)
        reason += f" The evidence is of {graded} certainty."
    right = there_is is not (sentence.stance == "denies")
    if sentence.stance == "limits":
        right = level < CERTAINTY.index("moderate")
    if right:
        return _ruling("correct", "none", reason, route="evidence")
    severity: Severity = "warning" if sentence.wording <= HEDGED else "error"
    return _ruling("wrong", severity, reason, route="evidence")


def inventoried(evidence: Evidence, inventory: Inventory) -> list[Study]:
    """Return the studies of a design that an inventory names and that measured what it names.

    Where it names an allocation, those known to have it; reports of the same people count as one.
    """
    found: list[Study] = []
    for study in evidence.studies.values():
        fits = study.design.type in inventory.designs and (
            inventory.allocation in {None, study.design.allocation}
        )
        again = any(study.id in s.same_people_as or s.id in study.same_people_as for s in found)
        if fits and not again and measures(study, inventory):
            found.append(study)
    return found


def measures(study: Study, inventory: Inventory) -> bool:
    """Whether a study measured an outcome after an intervention that an inventory names.

    In people, unless the study is one of cells, tissue or animals altogether. What only a
    secondary source tells of a study is no such measurement.
    """
    outcomes, interventions = set(inventory.outcomes), set(inventory.interventions)
    return any(
        result.outcome in outcomes
        and (result.setting == "people" or study.design.type in _WITHOUT_PEOPLE)
        and study.read[result.at].access != "secondary"
        and study.arms[result.arm].intervention in interventions
        for result in study.results.values()
    )


def _ruling(
    verdict: Word, severity: Severity, reason: str, *, route: str = "study-report"
) -> Ruling:
    return Ruling(route=route, verdict=verdict, severity=severity, reason=reason)


def _full_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
