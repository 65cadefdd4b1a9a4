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

A *warning* of the table is arithmetic alone: what is printed cannot all be true. A *hint* supposes
something that is not printed, such as the test used, or looks twice at what is rare.

"""
CONSEQUENCES = """
## What a flag does to a verdict

A flag moves no grade by itself: people misprint numbers of sound studies. The audit of a review
grades again without the flagged result, in every body that counts it, and each flag says

- that no verdict rests on it;
- how many claims and sentences rest on it, if none moves without it;
- or which bodies, claims and sentences move without it, from what to what.

`reviewkit explain CLAIM`, and the page of the claim in the report, say the same of all flagged
results of a claim at once: without them every verdict is the same, or what it becomes.
`--format json` has it as `consequence` of each flag, and as `flagged` of a claim.

**Severity goes by consequence (a convention of this project).** A flag on a record is a warning

- where the verdict of a claim or of a sentence moves without the result, whatever the test;
- where the table says warning, and something is made of the result: a body counts it, or a claim
  says one of its numbers or reports its finding.

Everything else is a hint. In a pasted text, where nothing is graded, the table's severity stands.
Exit code 1 says that there is a warning.

**What is judged while the result is out (a convention of this project).** Taking a result out moves
the facts that a judgement was made on, and by the rule for changed records it would be suspended,
so that a change of method would be told as an effect of the result. What the judge added to the
rule's proposal, or took from it, is kept instead: a domain that was judged as proposed follows the
new proposal, one that was judged a level lower stays a level lower. It says what to expect; a
person would have to judge anew.

## What records say for it

A result may carry a `scale`: `least` and `most` that one person's score can be, whether each answer
is a `whole` number, how many `items` make up a score, whether it is `scored` as their sum or their
mean, and `why`: where that is said. Each may be missing, and what needs it is then not asked.

- with both ends, a mean (or a difference, or a change) is held to them: A401;
- with one, mean and two SDs are: A407 (Altman & Bland 1996, doi:10.1136/bmj.313.7066.1200). A ±
  that is not named is taken for an SD, which is the kinder reading here;
- with whole answers and their number (or a sum), GRIM asks for the mean (A402), then GRIMMER for
  the SD (A403), or DEBIT for ones and zeros (A404), then, with both ends, SPRITE for a sample
  (A405), each only where the one before it fits, so that one slip is one flag. A ± that may be an
  SD gives a hint (A406). What every sample must hold is printed below the flags.

A pooled result may name its subgroups, results of the same study, as `parts`: A306.

"""
TEXT = """
## Pasted text

`reviewkit audit --text FILE` (a hyphen for what is piped in) reads test statistics as the APA has
them printed, with df and p: `t(28) = 2.20, p = .03`, `F(2, 57) = 3.12, p < .05`,
`χ²(1, N = 86) = 7.0, p = .008`, `r(84) = .25, p = .02`, `z = 2.1, p = .036`, `Q(16) = 25.77,
p = .06`; "ns" is p > .05. A test is one-sided only where the words beside it say one-tailed or
one-sided. Whatever is printed otherwise is passed over.

## What records cannot be asked

- what the source does not say of a scale, and no record repeats: few abstracts name its ends, and
  whether answers are whole numbers is said of almost none;
- arms that no claim is about are left out of records, so arms are held against the total only where
  they add up to it or go beyond it;
- what compares studies, or asks of the world: that two trials of like treatments are far apart,
  that hair would have grown faster than it is known to, that a retelling turned "to" into "by". An
  audit by hand found these; they stand in the records in words, as `conflict` or `note`;
- spreads that are narrow and no more: Moraska 2008 prints 4.7 ± 0.7 headaches a week, which an
  audit by hand took for standard errors. Before and after are less than two of them apart, so that
  no test here looks at them.

## How much it can see

[audit-power.md](audit-power.md), computed.
"""


def page() -> str:
    """Return the page."""
    rows = [["code", "severity", "what does not fit", "test"], ["---"] * 4]
    rows += [[one.code, one.severity, one.means, one.by] for one in CODES.values()]
    return (
        INTRODUCTION
        + "".join(f"| {' | '.join(row)} |\n" for row in rows)
        + CONSEQUENCES
        + TEXT.lstrip("\n")
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
