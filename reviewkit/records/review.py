"""What is asked, how it was searched, and what the analysis assumes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from reviewkit.records.fields import (
    Date,
    ExactCorrelation,
    Factor,
    Flag,
    Id,
    Percentage,
    Record,
    ResultRef,
    Text,
)
from reviewkit.records.misfit import Misfit
from reviewkit.records.moderator import Moderator

#: What an outcome is about; how grave a plain sentence without evidence is depends on it.
About = Literal["disorder", "body chemistry", "appearance", "comfort", "evidence"]
#: Analyses that may be declared defensible, and so count when a verdict is said to be robust: how
#: τ² is estimated from the effects, and how the interval allows for its being an estimate.
DEFENSIBLE = {
    "estimator": (
        "REML",
        "PM",
        "DL",
        "EB",
        "ML",
        "HE",
        "HS",
        "HSk",
        "SJ",
        "DLIT",
        "SJIT",
        "PMM",
    ),
    "test": ("hksj-floor", "hksj", "t"),
}
#: Analyses that are on show and not defended: a main analysis can be one of them, and is then shown
#: as what was declared, but none is an alternative. A common effect sets τ² to 0 by assumption, and
#: a Wald interval takes the estimate of τ² for the truth.
ON_SHOW = {"estimator": ("CE",), "test": ("z",)}


class Mid(Record):
    """A minimal important difference, with its source or marked a convention."""

    value: Factor
    unit: Text
    source: Text
    basis: Literal["between-group", "within-person", "convention"]


class Baseline(Record):
    """The risk of an outcome without the intervention, among some people, with its source."""

    risk: Percentage = Field(description="of the people, in percent")
    people: Text = Field(description="among whom, and over what time")
    source: Text


def _mid_tag(value: Any) -> str:
    return "mid" if isinstance(value, dict | Mid) else "none"


class Outcome(Record):
    """Something measured or felt."""

    label: Text
    about: About
    unit: Text | None = None
    also: dict[str, Factor] = Field(
        default_factory=dict,
        description="other units, each with what one of it is in `unit`: µm: 0.001 for mm",
    )
    better: Literal["higher", "lower", "neither"]
    mid: Annotated[
        Annotated[Mid, Tag("mid")] | Annotated[Literal["none known"], Tag("none")],
        Discriminator(_mid_tag),
    ] = Field(default="none known", description="the minimal important difference")
    baselines: tuple[Baseline, ...] = Field(
        default=(),
        description="risks without the intervention, to which a relative effect is applied",
    )
    stable: Flag = Field(default=False, description="keeps still by itself at rest")
    note: Text | None = None


class Intervention(Record):
    """Something done to people, or the absence of it."""

    label: Text
    control: Flag = Field(default=False, description="something to compare with")
    note: Text | None = None


class Search(Record):
    """One search: what was looked for, where, how and when, and what came of it."""

    for_: Text
    where: Text
    how: Text
    on: Date
    found: Text


class Choice(Record):
    """An analysis choice: what the main analysis takes, and alternatives that are defensible."""

    main: Text
    alternatives: tuple[Text, ...] = ()
    why: Text


class Assumption(Record):
    """A quantity that papers leave out and that is ranged over."""

    main: ExactCorrelation
    over: tuple[ExactCorrelation, ...] = Field(min_length=1)
    why: Text


class Maintainer(Record):
    """Who keeps the review, with their interests."""

    name: Text
    interests: Text


class Excluded(Record):
    """A record or citation that is not used, with the reason."""

    citation: Text
    why: Text
    on: Date
    result: ResultRef | None = None


class Review(Record):
    """The review as a whole."""

    id: Id
    title: Text
    question: Text
    maintainers: tuple[Maintainer, ...] = Field(min_length=1)
    reading: Text = Field(description="who read what, how thoroughly")
    searches: tuple[Search, ...] = ()
    outcomes: dict[Id, Outcome]
    interventions: dict[Id, Intervention]
    moderators: dict[Id, Moderator] = Field(
        default_factory=dict, description="what may change an effect from study to study"
    )
    analysis: dict[Literal["estimator", "test"], Choice] = Field(default_factory=dict)
    assumptions: dict[Literal["correlation"], Assumption] = Field(default_factory=dict)
    non_randomised: Literal["low", "high with ROBINS-I"] = Field(
        default="low", description="where comparisons that were not randomised start"
    )
    excluded: tuple[Excluded, ...] = ()

    def misfits(self) -> Iterator[Misfit]:
        """Yield analyses that the toolkit cannot run or defend, and those that stand twice."""
        for name, choice in self.analysis.items():
            defensible, any_ = DEFENSIBLE[name], DEFENSIBLE[name] + ON_SHOW[name]
            options: dict[tuple[str | int, ...], str] = {("main",): choice.main}
            for position, alternative in enumerate(choice.alternatives):
                options["alternatives", position] = alternative
            before: set[str] = set()
            for path, option in options.items():
                admissible = any_ if path == ("main",) else defensible
                if option in ON_SHOW[name] and option not in admissible:
                    expected = " or ".join(admissible)
                    fix = "leave it to the what-if panel, or enter what is defended"
                elif option not in admissible:
                    expected, fix = " or ".join(admissible), "enter what the toolkit can run"
                elif option in before:
                    expected, fix = "each option once", "delete the one that stands twice"
                else:
                    before.add(option)
                    continue
                yield Misfit(
                    code="R109",
                    path=("analysis", name, *path),
                    found=option,
                    expected=expected,
                    fix=fix,
                )


class Effect(Record):
    """Words for what is done to an outcome, by whether they stand before or after its name."""

    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()


class Vocabulary(Record):
    """How interventions, outcomes and claims are spoken of: phrases, and patterns over them."""

    interventions: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    outcomes: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    effects: dict[Id, Effect] = Field(default_factory=dict)
    terms: dict[Id, tuple[Text, ...]] = Field(default_factory=dict, description="other words")
    claims: dict[Id, tuple[Text, ...]] = Field(
        default_factory=dict, description="patterns, any one of which makes the claim"
    )
    beyond: tuple[Text, ...] = Field(
        default=(), description="patterns of health claims that the review does not cover"
    )
