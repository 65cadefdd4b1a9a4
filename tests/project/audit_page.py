"""The codes of the audit as a page: `python -m tests.project.audit_page` writes it."""

from __future__ import annotations

from reviewkit.audit.codes import CODES
from tests.project.tree import ROOT

PAGE = ROOT / "docs" / "audit.md"
INTRODUCTION = """\
# The audit of printed numbers

Written by `python -m tests.project.audit_page` from `reviewkit/audit/codes.py`; a test holds it.

`reviewkit audit` holds the printed numbers of each study against one another. A printed 3.5 is any
number from 3.45 to 3.55, both ends included, since a 5 is rounded either way. A flag says what was
printed, what it implies and by which arithmetic, what would explain it, and how much the test can
see. It accuses nobody: a slip, another denominator, a rule of rounding or a test that is not named
explain most.

**No grade and no verdict rests on a flag yet.** Flags are for people to look at.

A *warning* is arithmetic alone: what is printed cannot all be true. A *hint* supposes something
that is not printed, such as the test used, or looks twice at what is rare.

"""
TEXT = """
## Pasted text

`reviewkit audit --text FILE` (a hyphen for what is piped in) reads test statistics as the APA has
them printed, with df and p: `t(28) = 2.20, p = .03`, `F(2, 57) = 3.12, p < .05`,
`χ²(1, N = 86) = 7.0, p = .008`, `r(84) = .25, p = .02`, `z = 2.1, p = .036`, `Q(16) = 25.77,
p = .06`; "ns" is p > .05. A test is one-sided only where the words beside it say one-tailed or
one-sided. Whatever is printed otherwise is passed over.

## What records cannot be asked yet

- whether a scale is of whole numbers, and where it ends: GRIM on means, GRIMMER, DEBIT and SPRITE
  are functions (`from reviewkit.audit import grimmer, sprite`) and not run on records;
- which pooled values are the subgroups of another (`pool_fits`);
- arms that no claim is about are left out of records, so arms are held against the total only where
  they add up to it or go beyond it.

## How much it can see

[audit-power.md](audit-power.md), computed.
"""


def page() -> str:
    """Return the page."""
    rows = [["code", "severity", "what does not fit", "test"], ["---"] * 4]
    rows += [[one.code, one.severity, one.means, one.by] for one in CODES.values()]
    return INTRODUCTION + "".join(f"| {' | '.join(row)} |\n" for row in rows) + TEXT


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
