"""What an instrument is: items, when each is asked, domains with their flows, an overall rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reviewkit.appraisal.tree import KINDS, Branch, Kind

#: Of the signalling questions of RoB 2 and ROBINS-I; for no information stands why there is none.
SIGNALLING = ("Y", "PY", "PN", "N")
#: Answers of a checklist of JBI, and of SYRCLE, which knows no "not applicable".
CHECKLIST = ("yes", "no", "unclear", "not applicable")
SYRCLE_ANSWERS = ("yes", "no", "unclear")

#: How an instrument's overall judgement counts where results are weighed against each other.
Risk = Literal["low", "some concerns", "high", "no information"]
#: Where a rule comes from: read in the source; read in a transcription of it; of this project.
Mark = Literal["published", "transcribed", "convention"]
#: What takes the place of an answer, and stands for "no information" in a flow.
ABSENT = ("not in what was read", "not reported", "not sought")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When an item is asked: if any, or all, of these items have one of these kinds of answer."""

    items: tuple[str, ...]
    kinds: tuple[Kind, ...]
    needs: Literal["any", "all"] = "any"

    def holds(self, kind_of: Callable[[str], Kind | None]) -> bool:
        """Whether the answers call for the item; an item that is not asked has no kind."""
        found = [kind_of(item) in self.kinds for item in self.items]
        return any(found) if self.needs == "any" else all(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item, by the number it was published under, in words of this project.

    `absent` is what an item counts as that could not be answered.
    """

    id: str
    label: str
    when: tuple[Condition, ...] = ()
    absent: Kind = "no information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A domain of bias.

    Parameters
    ----------
    flows
        From answers to judgements; of several, the worst counts.
    counts
        Whether it enters the overall judgement; an item on reporting alone does not.
    at_start
        Whether GRADE charges it where certainty starts, so that it is not charged again.
    source, mark
        Where the rule comes from, and how that was read.
    """

    key: str
    label: str
    items: tuple[Item, ...]
    flows: tuple[Branch, ...]
    source: str
    mark: Mark
    counts: bool = True
    at_start: bool = False


@dataclass(frozen=True, kw_only=True)  # without slots: its items are listed once
class Instrument:
    """A published instrument.

    Parameters
    ----------
    answers
        What may be answered, but for the kinds of absence.
    ladder
        Judgements from the best to the worst: the overall judgement is the worst of the domains'.
    risks
        How each judgement counts in the words of RoB 2.
    contrasts
        The contrasts of a result that it is made for.
    overall_source, overall_mark
        Where the overall rule comes from.
    """

    key: str
    label: str
    version: str
    source: str
    answers: tuple[str, ...]
    ladder: tuple[str, ...]
    risks: Mapping[str, Risk]
    contrasts: frozenset[str]
    domains: tuple[Domain, ...]
    overall_source: str
    overall_mark: Mark

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by its number."""
        return {item.id: item for domain in self.domains for item in domain.items}

    def kinds(self, answers: Mapping[str, str]) -> dict[str, Kind]:
        """Return the kind of answer to each item that is asked; absence counts as the item says.

        An item is asked, in the order of the instrument, if one of its conditions holds.
        """
        found: dict[str, Kind] = {}
        for item in self.items.values():
            if item.when and not any(when.holds(found.get) for when in item.when):
                continue
            found[item.id] = KINDS.get(answers.get(item.id, ""), item.absent)
        return found
