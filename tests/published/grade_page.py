"""GRADE tables of others beside the engine's ratings: `python -m tests.published.grade_page`."""

from __future__ import annotations

from pathlib import Path

from reviewkit.certainty.imprecision import imprecision
from reviewkit.certainty.proposal import Proposal
from tests.published.grade_examples import BEYOND, EXAMPLES, REASONS, SOURCES, Example

PAGE = Path(__file__).resolve().parents[2] / "docs" / "grade-examples.md"
#: Not independent of the rules, so counted apart.
TRANSCRIPTION = "pmatools"
_RATED = ("not rated down", "one level", "two levels", "three levels")


INTRODUCTION = """# GRADE tables of others, graded by the rules here

Written by `python -m tests.published.grade_page` from `tests/published/grade_examples.py`, which a
test runs.

The tables were found by free-text look-ups of public pages, and read as the excerpt that the
look-up gave; every row of an excerpt that prints an interval, a number of people and a rating of
imprecision is here. They are no random sample and no reference standard: most of their authors
worked by the guidance of 2011, the rules here are those of Core GRADE (2025). What the comparison
shows is where the two part, and why. No rule was fitted to a row. Left out, since their excerpt
lacks one of the three: PMC10942168 (no number of people), PMC8191520 (no intervals), PMC7833727
and a table of BMJ Open on exercise for depression (the footnotes that give the reasons).

## Imprecision
"""


def rated(example: Example) -> Proposal:
    """Return what the engine proposes for a row."""
    return imprecision(example.facts())


def agrees(example: Example) -> bool:
    """Whether the engine and the authors rate down by as much."""
    return rated(example).down == example.theirs


def page() -> str:
    """Return the page."""
    own = [e for e in EXAMPLES if e.source != TRANSCRIPTION]
    same = [e for e in EXAMPLES if e.source == TRANSCRIPTION]
    parts = [
        INTRODUCTION,
        f"**{_counted(own)}** independent rows; of the transcription's tests, {_counted(same)}.\n",
        _table(
            ["table", "outcome", "effect", "people", "theirs", "here", "branch", "differs because"],
            [_row(example) for example in EXAMPLES],
        ),
        "\nWhat the reasons mean, and how many rows each explains:\n",
        *(f"- **{name}** ({_times(name)}): {told}." for name, told in REASONS.items()),
        "\n## Other ratings of these tables\n",
        _table(
            ["table", "what", "theirs", "here", "differs because"],
            [[b.source, b.what, str(b.theirs), str(b.ours), b.why] for b in BEYOND],
        ),
        "\n## The tables\n",
        *(f"- **{name}**: {s.title}; <{s.address}>" for name, s in SOURCES.items()),
        "",
    ]
    return "\n".join(parts)


def _counted(rows: list[Example]) -> str:
    return f"{sum(map(agrees, rows))} of {len(rows)}"


def _times(name: str) -> int:
    return sum(example.why == name for example in EXAMPLES)


def _row(example: Example) -> list[str]:
    proposal = rated(example)
    effect = f"{example.measure} {example.estimate:g} ({example.lower:g} to {example.upper:g})"
    outcome = f"{example.outcome} ({example.note})" if example.note else example.outcome
    theirs, here = _RATED[example.theirs], _RATED[proposal.down]
    people = f"{example.n:,}"
    branch = f"`{proposal.branch}`"
    return [example.source, outcome, effect, people, theirs, here, branch, example.why]


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
