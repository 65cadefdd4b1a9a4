"""One result of a body as a page tells it: what was printed, where, and the effect it gives."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from reviewkit import display
from reviewkit.certainty import Counted
from reviewkit.effects import Effect
from reviewkit.effects.measures import MEASURES, REVERSED, estimate_text
from reviewkit.evidence import Evidence
from reviewkit.records import Missing, Study
from reviewkit.report.appraisals import AppraisalAccount, appraisal_of
from reviewkit.report.places import Place, PrintedNumber, missing_in, numbers_of, place_in

#: Significant digits of a formula's inputs, enough to compute the effect again by hand.
INPUT_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultAccount:
    """A result, the study behind it, its effect with all that it was made from, and its place.

    Parameters
    ----------
    ref
        ``study#result``.
    cited, title
        The study as a sentence cites it, and its title.
    counts, why_not
        Whether it enters the main analysis; if not, why.
    starts, starts_why, starts_source, starts_mark
        Where its certainty starts, and by which rule.
    direction, significant
        Of the outcome: computed, or else as the source says; and what the source says of chance.
    concerns
        In which elements it differs from the body's question, and how.
    effect, standardised, unit, no_effect_because
        The effect on its natural measure and in standard deviations; or why there is none.
    reversed
        Whether the effect is a ratio of the opposite, rising as the outcome falls.
    risk_of_bias, risk_of_bias_why, appraisal
        Its risk of bias in one word, and item by item; the reason where the study was judged as a
        whole.
    numbers
        Every printed number behind it.
    not_read
        Fields that are *not in what was read*.
    """

    ref: str
    study: str
    cited: str
    title: str
    outcome: str
    contrast: str
    setting: str
    arm: str
    versus: str | None
    time: str
    counts: bool
    why_not: str | None
    starts: str
    starts_why: str
    starts_source: str
    starts_mark: str
    direction: str
    significant: str
    says: str | None
    conflict: str | None
    note: str | None
    concerns: Mapping[str, str]
    use_note: str | None
    n: int | None
    n_basis: str
    effect: Effect | None
    standardised: Effect | None
    unit: str
    reversed: bool
    no_effect_because: str | None
    risk_of_bias: str
    risk_of_bias_why: str | None
    appraisal: AppraisalAccount | None
    numbers: tuple[PrintedNumber, ...]
    not_read: tuple[str, ...]
    not_found: tuple[str, ...]
    place: Place

    @property
    def finding(self) -> str:
        """The effect with its interval, or the direction with the reason why there is no more."""
        if self.effect is None or self.effect.ci is None:
            return f"{self.direction} (no interval: {self.no_effect_because or 'not printed'})"
        return effect_text(self.effect, self.unit, reversed_=self.reversed)


def result_account(evidence: Evidence, counted: Counted) -> ResultAccount:
    """Return a result of a body as a page tells it."""
    found = counted.effect
    study, result = evidence.result(found.ref)
    name = found.ref.partition("#")[2]
    arms = {"arm": result.arm, "versus": result.versus}
    labels = {role: _arm(evidence, study, arm) for role, arm in arms.items()}
    parts = (("results", name), ("arms", result.arm), ("design",), ("population",))
    appraisal = appraisal_of(evidence, study, name)
    whole = study.appraisal.overall if study.appraisal else "no information"
    return ResultAccount(
        ref=found.ref,
        study=study.id,
        cited=cited(study),
        title=study.citation.title,
        outcome=result.label or evidence.review.outcomes[result.outcome].label,
        contrast=result.contrast,
        setting=result.setting,
        arm=labels["arm"] or result.arm,
        versus=labels["versus"],
        time=result.time,
        counts=counted.counts,
        why_not=counted.why_not,
        starts=counted.start.certainty,
        starts_why=counted.start.why,
        starts_source=counted.start.source,
        starts_mark=counted.start.mark,
        direction=str(found.direction),
        significant=str(result.significant),
        says=result.says,
        conflict=result.conflict,
        note=result.note,
        concerns={str(element): why for element, why in counted.use.directness.items()},
        use_note=counted.use.note,
        n=found.n,
        n_basis=found.n_basis,
        effect=found.effect,
        standardised=found.standardised,
        unit=found.unit,
        reversed=found.reversed,
        no_effect_because=found.why_not,
        risk_of_bias=appraisal.risk if appraisal else whole,
        risk_of_bias_why=study.appraisal.why if study.appraisal else None,
        appraisal=appraisal,
        numbers=numbers_of(evidence, found),
        not_read=missing_in(evidence, study, parts),
        not_found=study.not_found,
        place=place_in(evidence, study, ("results", name)),
    )


def cited(study: Study) -> str:
    """Return a study as a sentence cites it: authors and year.

    One author by name, two joined, more with "and others".
    """
    first, *others = study.citation.authors
    names = f"{first} and others" if len(others) > 1 else display.joined([first, *others])
    year = study.citation.year
    return names if isinstance(year, Missing) else f"{names}, {year}"


def effect_text(effect: Effect, unit: str, *, reversed_: bool = False) -> str:
    """Return an effect with its measure and interval, ratios back-transformed, shares in %.

    A ratio of the opposite is said to be one.
    """
    name = MEASURES.get(effect.measure, effect.measure)
    if reversed_:
        name = f"{name} ({REVERSED})"
    if effect.ci is None:
        natural = effect.back_transformed()
        return f"{name} {display.number(natural.estimate)} {unit}".rstrip()
    text = estimate_text(
        effect.measure,
        effect.estimate,
        effect.ci.lower,
        effect.ci.upper,
        scale=effect.scale,
        unit=unit,
        level=effect.ci.level,
    )
    return f"{name} {text}"


def inputs_text(effect: Effect) -> str:
    """Return what went into an effect's formula, by the formula's own names."""
    return ", ".join(f"{name} = {_input(value)}" for name, value in effect.inputs)


def _input(value: float) -> str:
    """A number that went into a formula: counts whole, others without zeros nobody printed."""
    if math.isfinite(value) and float(value).is_integer():
        return display.number(int(value))
    text = display.number(value, digits=INPUT_DIGITS)
    return text.rstrip("0") if "." in text and "×" not in text else text


def _arm(evidence: Evidence, study: Study, arm: str | None) -> str | None:
    if arm is None:
        return None
    record = study.arms[arm]
    return record.label or evidence.review.interventions[record.intervention].label
