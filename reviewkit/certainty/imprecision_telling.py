"""How the rule on imprecision came to a branch, in words, with the numbers that it met."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reviewkit.certainty.imprecision_branches import (
    APPRECIABLE,
    CERTAINLY_LARGE_RRR,
    ENOUGH,
    FAR_BELOW,
    FEW,
    FEW_EVENTS,
    LARGE_SMD,
    OF_EVENTS,
    SIGN_TEST,
    VERY_FEW,
    WIDE,
)
from reviewkit.certainty.imprecision_facts import (
    Held,
    ImprecisionFacts,
    needed_for_events,
    needed_for_means,
)
from reviewkit.certainty.information_size import MODEST_RRR, MODEST_SMD
from reviewkit.certainty.proposal import PROPORTION, Quantity, Telling

#: What is told: a step of the way, or a number met on it.
Told = str | Quantity


def tell(facts: ImprecisionFacts, branch: str) -> Telling:
    """Tell how the interval lies, and how much information there is where that was asked."""
    held = facts.held
    told = list(_of_interval(facts, held, branch) if held else _of_people(facts, branch))
    path = [step for step in told if isinstance(step, str)]
    numbers = tuple(number for number in told if isinstance(number, Quantity))
    return Telling((facts.note, *path) if facts.note else tuple(path), numbers)


def _of_interval(facts: ImprecisionFacts, held: Held, branch: str) -> Iterator[Told]:
    unit = facts.unit if facts.absolute is None else "events per 1,000"
    if facts.absolute is not None:
        yield f"judged as events per 1,000 people, {held.lower:.3g} to {held.upper:.3g}"
    ratio = facts.measure in WIDE and facts.absolute is None
    for name in ("lower", "upper", "threshold"):
        limit = getattr(held, name)
        yield Quantity(name=name, value=math.exp(limit) if ratio else limit, unit=unit)
    if held.crosses:
        yield "the 95% interval crosses the threshold"
        yield from _both_ways(facts, held, branch, unit)
    else:
        yield "the 95% interval does not cross the threshold"
        told = _of_events if facts.measure in OF_EVENTS else _of_means
        yield from told(facts, branch)


def _both_ways(facts: ImprecisionFacts, held: Held, branch: str, unit: str) -> Iterator[Told]:
    if branch == "crosses":
        return
    if held.important_both_ways and held.mid is not None:
        yield Quantity(name="important difference", value=held.mid, unit=unit)
        yield "it includes both important benefit and important harm"
    else:
        low, high = APPRECIABLE
        yield (
            f"the ratio may be {math.exp(held.lower):.3g} and {math.exp(held.upper):.3g}: it "
            f"includes appreciable benefit and appreciable harm (below {low} and above {high})"
        )
    if branch == "very-few-events" and facts.events is not None:
        yield Quantity(name="events", value=facts.events)
        yield f"{facts.events} events in all, fewer than {FEW_EVENTS}: three levels considered"


def _of_means(facts: ImprecisionFacts, branch: str) -> Iterator[Told]:
    size = facts.standardised
    if size is None:
        yield "its size in standard deviations is not known, so the information is checked"
    else:
        yield Quantity(name="effect", value=abs(size), unit="SD")
        modest = branch == "modest"
        word = "modest" if modest else "implausibly large"
        bound = "below" if modest else "at least"
        yield f"the effect is {word} (standardised {abs(size):.3g}, {bound} {LARGE_SMD})"
        if modest:
            return
    needed, (difference, sd) = needed_for_means(facts), facts.to_see
    purpose = f"to see {MODEST_SMD} SD"
    if facts.mid and size and facts.estimate:
        purpose = f"to see the minimal important difference ({difference / sd:.2f} SD)"
    yield from _information(facts, needed, purpose)
    if branch == "enough-information" and (facts.n or 0) < needed:
        yield f"{ENOUGH} in two arms are enough"
    if branch == "far-too-little-information":
        yield f"that is below {FAR_BELOW:.0%} of it: two levels considered"


def _of_events(facts: ImprecisionFacts, branch: str) -> Iterator[Told]:
    change, risk = facts.relative_change, facts.baseline_risk
    if change is not None:
        possibly = "" if change > CERTAINLY_LARGE_RRR else "possibly "
        word = "modest" if branch == "modest-ratio" else f"{possibly}implausibly large"
        yield Quantity(name="relative change", value=change, unit=PROPORTION)
        yield f"the effect is {word} (relative change {change:.0%})"
    if branch == "modest-ratio":
        return
    if facts.measure in WIDE:
        yield Quantity(name="upper over lower limit", value=facts.width)
    if branch.startswith("limits-far-apart"):
        yield f"the upper limit is {facts.width:.1f} times the lower: two levels considered"
    elif risk is None:
        yield "the risk without it is not known, so the information cannot be checked"
    else:
        way = "increase" if facts.rises else "reduction"
        yield Quantity(name="baseline risk", value=risk, unit=PROPORTION)
        purpose = f"to see a relative {way} of {MODEST_RRR:.0%}"
        yield from _information(facts, needed_for_events(facts, risk), purpose)


def _information(facts: ImprecisionFacts, needed: int, purpose: str) -> Iterator[Told]:
    """Tell how many people there are and are needed."""
    yield Quantity(name="people needed", value=needed)
    if facts.n is None:
        yield f"{needed} people are needed {purpose}; how many there were is not known"
    else:
        yield Quantity(name="people", value=facts.n)
        yield f"{facts.n:,} people; {needed:,} are needed {purpose}"


def _of_people(facts: ImprecisionFacts, branch: str) -> Iterator[Told]:
    yield "no interval can be had from what is printed"
    yield Quantity(name="studies", value=facts.k)
    if facts.k < SIGN_TEST:
        studies = "study" if facts.k == 1 else "studies"
        yield f"{facts.k} {studies}: a sign test cannot reach .05 below {SIGN_TEST}"
    if facts.n is None:
        yield "how many people there were is not known"
        return
    yield Quantity(name="people", value=facts.n)
    bound = {
        "no-interval-very-few": f"fewer than {VERY_FEW}",
        "no-interval-few": f"no more than {FEW}",
        "no-interval-many": f"more than {FEW}",
    }
    yield f"{facts.n:,} people, {bound[branch]}"
