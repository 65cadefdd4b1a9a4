"""A body of evidence: which results answer one question, and what was judged of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from reviewkit.records.fields import FORM, Date, Factor, Id, Record, ResultRef, Text
from reviewkit.records.misfit import Misfit

Level = Literal["not serious", "serious", "very serious", "extremely serious"]
Certainty = Literal["high", "moderate", "low", "very low"]
Domain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
Question4 = Literal["population", "intervention", "comparator", "outcome"]
Credibility = Literal["very low", "low", "moderate", "high"]

#: Fewest words of the rationale of a judgement that departs from its proposal (a convention of
#: this project).
RATIONALE = 5


class Question(Record):
    """Population, intervention, comparator, outcome and time of a body.

    With a `moderator`, what is asked is how the effect on the outcome changes with it.
    """

    population: Text
    intervention: Id
    comparator: Text
    outcome: Id
    time: Text
    moderator: Id | None = Field(
        default=None, description="of review.yaml: how the effect changes from study to study"
    )


class Threshold(Record):
    """What the evidence is held against; chosen before looking."""

    target: Literal["null", "mid", "size"] = Field(
        description="null: no effect; mid: the outcome's minimal important difference; size: the "
        "size that is claimed, such as a risk ratio of 0.5 where the risk is said to be halved"
    )
    size: Factor | None = Field(
        default=None, description="on the natural scale of the effect: a ratio as a ratio"
    )
    why: Text

    def misfits(self) -> Iterator[Misfit]:
        """Yield a size that is not targeted, and a target without its size."""
        if self.target == "size" and self.size is None:
            yield Misfit(
                code="R106",
                path=("target",),
                found="size as the target, without `size`",
                expected="the size that is claimed, in `size`",
                fix="add it, on the natural scale of the effect",
            )
        if self.target != "size" and self.size is not None:
            yield Misfit(
                code="R107",
                path=("size",),
                found=f"a size beside the target {self.target}",
                expected="`target: size`, or no size",
                fix="keep one of the two",
            )


class Use(Record):
    """A result that counts, with what keeps it from answering the question directly."""

    result: ResultRef
    directness: dict[Question4, Text] = Field(
        default_factory=dict, description="in what the result differs from the question"
    )
    note: Text | None = None


class Exclusion(Record):
    """A result or study that does not count, with the reason. Exactly one of the two is named."""

    result: ResultRef | None = None
    study: Id | None = None
    why: Text

    def misfits(self) -> Iterator[Misfit]:
        """Yield an exclusion of nothing, or of two things."""
        if self.result is not None and self.study is not None:
            yield Misfit(
                code="R107",
                path=("study",),
                found=f"{self.study} beside a result",
                expected="either a result or a whole study",
                fix="keep one of the two",
            )
        if self.result is None and self.study is None:
            yield Misfit(
                code="R106",
                path=("why",),
                found="a reason without what it excludes",
                expected="a `result` or a whole `study`",
                fix="name what is excluded",
            )


class Judgement(Record):
    """A judgement beside a proposal: what, by whom, when, on which documents, why.

    `proposal` and `facts` are what the judge saw; when the facts move, the judgement is suspended.
    """

    is_: Literal[Level, Certainty]
    by: Text
    on: Date
    read: tuple[Text, ...] = Field(
        min_length=1, description="documents, as study and name: koyama-2016/abstract"
    )
    why: Text
    proposal: Literal[Level, Certainty] = Field(description="what the rule proposed")
    facts: str = Field(
        pattern=r"^[0-9a-f]{12}$",
        description="the hash of what the rule saw",
        json_schema_extra={FORM: "twelve digits and letters from a to f"},
    )

    def misfits(self) -> Iterator[Misfit]:
        """Yield a departure from the proposal that is not reasoned."""
        if self.is_ != self.proposal and len(self.why.split()) < RATIONALE:
            yield Misfit(
                code="R108",
                path=("why",),
                found=self.why.strip(),
                expected=f"a rationale of at least {RATIONALE} words, because {self.is_} departs "
                f"from the proposal, {self.proposal}",
                fix="say what the rule does not see and why it weighs more",
            )


class Subgroup(Record):
    """A subgroup effect that may explain why results differ, and how credible it is.

    Credibility is judged in the way of ICEMAN (doi:10.1503/cmaj.200077): within studies or between
    them, the P value of the interaction, few hypotheses stated beforehand with their direction.
    """

    name: Text = Field(description="what sets the subgroups apart: the dose, the severity")
    credibility: Credibility
    by: Text
    on: Date
    read: tuple[Text, ...] = Field(min_length=1)
    why: Text


class Gradient(Record):
    """A gradient of dose and response over the results, as a judge found it."""

    by: Text
    on: Date
    read: tuple[Text, ...] = Field(min_length=1)
    why: Text


class Body(Record):
    """Results that answer one question, apart from those that answer another."""

    id: Id
    question: Question
    directness: Literal["direct", "indirect"] = "direct"
    threshold: Threshold
    uses: tuple[Use, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    searched: Text = Field(description="how and when")
    unpublished: tuple[Text, ...] = Field(
        default=(), description="studies known of whose results were never published"
    )
    subgroup: Subgroup | None = Field(
        default=None, description="an effect that explains why results differ"
    )
    gradient: Gradient | None = Field(
        default=None, description="of dose and response; it may raise certainty"
    )
    judgements: dict[Literal[Domain, "overall"], Judgement] = Field(default_factory=dict)
    note: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield results that count twice or are excluded too, and judgements in foreign words."""
        yield from self._twice()
        for domain, judgement in self.judgements.items():
            allowed = get_args(Certainty) if domain == "overall" else get_args(Level)
            kind = "a certainty" if domain == "overall" else "how serious the concern is"
            for field, word in (("is", judgement.is_), ("proposal", judgement.proposal)):
                if word not in allowed:
                    yield Misfit(
                        code="R108",
                        path=("judgements", domain, field),
                        found=word,
                        expected=f"{kind}: {', '.join(allowed)}",
                        fix="`overall` is a certainty; a domain is rated by how serious it is",
                    )

    def _twice(self) -> Iterator[Misfit]:
        first: dict[str, int] = {}
        for position, use in enumerate(self.uses):
            if use.result in first:
                yield Misfit(
                    code="R107",
                    path=("uses", position, "result"),
                    found=f"{use.result}, as in uses[{first[use.result]}]",
                    expected="each result once",
                    fix="delete one of the two",
                )
            first.setdefault(use.result, position)
        studies = {ref.partition("#")[0]: position for ref, position in first.items()}
        for position, exclusion in enumerate(self.excluded):
            field = "result" if exclusion.result else "study"
            name = exclusion.result or exclusion.study or ""
            used = first.get(name, studies.get(name))
            if used is not None:
                yield Misfit(
                    code="R107",
                    path=("excluded", position, field),
                    found=f"{name}, which uses[{used}] counts",
                    expected="a result that does not count",
                    fix="delete it here or there",
                )
