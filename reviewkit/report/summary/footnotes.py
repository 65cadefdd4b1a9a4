"""Footnotes of a table: why a body is rated as it is, the proposal and the judgement both told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase

from reviewkit.report.bodies import BodyAccount
from reviewkit.report.domains import DomainAccount, JudgementAccount
from reviewkit.report.words import DOMAINS, MARKS, maker


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one table in the order of their marks; the same text is noted once."""

    texts: list[str] = field(default_factory=list)

    def mark(self, text: str) -> str:
        """Return the mark of a text, a new one if it is not noted yet."""
        if text not in self.texts:
            self.texts.append(text)
        return _letters(self.texts.index(text))

    def numbered(self) -> tuple[tuple[str, str], ...]:
        """Return each mark with its text."""
        return tuple((_letters(position), text) for position, text in enumerate(self.texts))


def _letters(position: int) -> str:
    """Return a, b, ... z, aa, ab ...

    Examples
    --------
    >>> [_letters(n) for n in (0, 25, 26, 27, 701, 702)]
    ['a', 'z', 'aa', 'ab', 'zz', 'aaa']
    """
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, len(ascii_lowercase))
        text = ascii_lowercase[rest] + text
    return text


def domain_note(domain: DomainAccount) -> str | None:
    """Return what is to be said of a domain; None where nothing is rated down or judged otherwise.

    It names the domain, the proposal with its path and source, the judgement with its reason and
    maker, and which of the two stands.
    """
    judgement = domain.judgement
    departs = judgement is not None and judgement.is_ != domain.proposed
    if not domain.down and not departs and not domain.suspended:
        return None
    rule = MARKS[domain.mark]
    source = rule if domain.mark == "convention" or not domain.source else domain.source
    proposed = f"proposed {domain.proposed}: {'; '.join(domain.path)} [{source}]"
    told = f"{DOMAINS[domain.domain].capitalize()}: {proposed}. {_judged(judgement)}"
    if domain.suspended:
        return f"{told} What it saw has moved since: suspended, the proposal stands."
    return f"{told} The judgement stands." if departs else told


def overall_note(body: BodyAccount) -> str | None:
    """Return what is to be said of the certainty as a whole, where the sum does not tell it."""
    if body.overall is None:
        return None
    departs = body.overall.is_ != body.summed
    if not departs and not body.overall_suspended:
        return None
    told = f"The whole: the sum is {body.sum}. {_judged(body.overall)}"
    if body.overall_suspended:
        return f"{told} What it saw has moved since: suspended, the sum stands."
    return f"{told} The judgement stands."


def other_notes(body: BodyAccount) -> Iterator[str]:
    """Yield what else bears on the certainty: where it starts, what rates it up, what limits it."""
    if body.starts is not None and body.starts != "high":
        mark = MARKS[body.starts_mark or "convention"]
        source = mark if body.starts_mark == "convention" else body.starts_source or mark
        yield f"Starts at {body.starts}: {body.starts_why} [{source}]."
    if body.rated_up:
        levels = "one level" if body.rated_up == 1 else f"{body.rated_up} levels"
        yield f"Rated up by {levels}, a large effect without randomisation."
    if body.provisional:
        rule = MARKS["convention"]
        yield f"Provisional: known mainly from abstracts, so never high [{rule}]."


def _judged(judgement: JudgementAccount | None) -> str:
    if judgement is None:
        return "Not judged: the proposal stands."
    why = judgement.why.rstrip()
    stop = "" if why.endswith((".", "!", "?")) else "."
    return f"Judged {judgement.is_} ({maker(judgement.by)}, {judgement.on}): {why}{stop}"
