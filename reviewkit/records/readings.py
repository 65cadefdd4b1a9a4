"""What a source leaves open, as a list of what it can mean."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from reviewkit.records.fields import Record, Text
from reviewkit.records.misfit import Misfit


class Readings(Record):
    """What the source leaves open: the admissible options, the first or `main` one declared."""

    options: tuple[Text, ...] = Field(min_length=2, description="each is run to the end")
    why: Text
    main: Text | None = Field(default=None, description="the option of the main analysis")
    impossible: dict[str, Text] = Field(
        default_factory=dict, description="options that are dropped, each with the reason"
    )

    def misfits(self) -> Iterator[Misfit]:
        """Yield a main or impossible option that is none, an option twice, and no option left."""
        choice = " or ".join(self.options)
        if len(set(self.options)) < len(self.options):
            yield Misfit(
                code="R109",
                path=("options",),
                found=", ".join(self.options),
                expected="each option once",
                fix="delete the one that stands twice",
            )
        if self.main is not None and self.main not in self.options:
            yield _no_option(("main",), self.main, choice)
        for option in self.impossible:
            if option not in self.options:
                yield _no_option(("impossible", option), option, choice)
        if self.declared in self.impossible:
            yield Misfit(
                code="R109",
                path=("impossible", self.declared),
                found=f"{self.declared}, the option of the main analysis",
                expected="an option other than the main one",
                fix="declare another main option, or leave this one possible",
            )

    @property
    def declared(self) -> str:
        """The option that the declared main analysis takes."""
        return self.main or self.options[0]

    @property
    def admissible(self) -> tuple[str, ...]:
        """The options that were not dropped as impossible, the main one first."""
        rest = (option for option in self.options if option != self.declared)
        return tuple(o for o in (self.declared, *rest) if o not in self.impossible)


def _no_option(path: tuple[str, ...], found: str, choice: str) -> Misfit:
    return Misfit(
        code="R109",
        path=path,
        found=found,
        expected=f"one of the options: {choice}",
        fix="correct it, or add it to `options`",
    )


def foreign_options(
    path: tuple[str, ...], readings: Readings | None, allowed: tuple[str, ...]
) -> Iterator[Misfit]:
    """Yield the options that mean nothing for what is left open."""
    for position, option in enumerate(readings.options if readings else ()):
        if option not in allowed:
            yield Misfit(
                code="R109",
                path=(*path, "options", position),
                found=option,
                expected=" or ".join(allowed),
                fix="enter what the toolkit can run; describe anything else in `why`",
            )
