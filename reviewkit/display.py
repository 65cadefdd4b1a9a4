"""The only place that rounds for people.

Computations, JSON and CSV keep full precision; text, tables and figures come through here.

- A 5 is rounded away from zero, as people and papers do (0.125 becomes 0.13).
- Minus is the real sign, U+2212 (``−0.3``): it is as wide as a plus and does not break a
  line. `reviewkit.reported` reads it back.
- A number by itself prints as zero only if it is zero, and a limit of an interval prints as
  touching zero or the null only if it does: digits are added until that is clear.
- An undefined number has no text. NaN is refused with a ValueError, so that it cannot reach
  a page in silence.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import SupportsIndex

MINUS = "\u2212"
"""The sign of negative numbers in text for people."""

DIGITS = 3
"""Significant digits of a number by itself: "2-3 effective digits" (European Association of
Science Editors, quoted in Cole 2015, doi:10.1136/archdischild-2014-307149)."""

INTERVAL_DIGITS = 2
"""Significant digits of the distance from an estimate to its nearer limit; all three numbers
get the decimals that this needs (Cole 2015 mentions the rule for a standard deviation)."""

MOST_DECIMALS = 9
"""Where adding digits to tell a number from zero or from the null stops."""

SUM_DECIMALS = 12
"""Decimals of a proportion that a sum of shares is exact to."""

SMALLEST_PLAIN, LARGEST_PLAIN = 1e-5, 1e15
"""Below and from these on a number is written with a power of ten."""

SMALLEST_P = 0.001
"""Smaller p values are printed as ``p < .001`` (AMA Manual of Style)."""

TWO_DECIMALS_P = 0.01
"""From here a p value has two decimals, below it three (AMA Manual of Style)."""

ALPHA = 0.05
"""The customary level; a p value is never rounded onto it or across it."""

TEXT_WIDTH = 80
"""Columns of running text on a terminal."""

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOT_A_NUMBER = "an undefined number has no text; say why it is undefined instead"
#: Roles of head counts as people say them.
PEOPLE = {
    "reached": "people who were reached",
    "answered": "people who answered",
    "assessed": "people who were assessed",
    "planned": "people who were planned",
    "enrolled": "people who were enrolled",
    "randomised": "people who were randomised",
    "received": "people who did it",
    "analysed": "people who were analysed",
    "studies": "studies",
}


def number(x: float | Decimal, *, digits: int = DIGITS) -> str:
    """Return `x` to so many significant digits, its whole part never cut.

    Integers are counts and are written out.

    Examples
    --------
    >>> number(0.00701), number(-12.345), number(1899), number(12345.6), number(2.5e-7)
    ('0.00701', '−12.3', '1,899', '12,346', '2.50 × 10⁻⁷')
    """
    if isinstance(x, SupportsIndex) or x == 0 or not math.isfinite(x):
        return _fixed(x, 0)
    if abs(float(x)) < SMALLEST_PLAIN:
        return _with_power(x, digits)
    return _fixed(x, _decimals_of(x, digits))


def estimate_with_ci(
    estimate: float,
    lower: float,
    upper: float,
    *,
    unit: str = "",
    level: float = 0.95,
    null: float = 0.0,
) -> str:
    """Return an estimate with its confidence interval, all with the same decimals.

    Parameters
    ----------
    estimate, lower, upper
        On one scale, `lower` ≤ `upper`. A limit may be infinite.
    unit
        Follows the estimate; ``%`` follows each number, without a space.
    level
        Confidence level as a proportion.
    null
        Value of no effect on this scale (0; 1 for a ratio). A limit that differs from it is
        never printed as equal to it.

    Examples
    --------
    >>> estimate_with_ci(0.007, 0.00468, 0.00932, unit="mm")
    '0.0070 mm (95% CI 0.0047 to 0.0093)'
    >>> estimate_with_ci(22.68, 7.51, 73.67, null=1)
    '23 (95% CI 8 to 74)'
    """
    nearer = min(abs(estimate - lower), abs(upper - estimate))
    decimals = _common_decimals((lower, upper), nearer, null)
    sign = unit if unit == "%" else ""
    main, low, high = (_fixed(x, decimals) + sign for x in (estimate, lower, upper))
    after = f" {unit}" if unit and not sign else ""
    return f"{main}{after} ({_level(level)} CI {low} to {high})"


def interval(lower: float, upper: float, *, unit: str = "", null: float = 0.0) -> str:
    """Return an interval by itself, both ends with the same decimals.

    Examples
    --------
    >>> interval(-0.0123, 0.0456, unit="mm"), interval(8.06, 15.94, unit="%")
    ('−0.012 to 0.046 mm', '8.1% to 15.9%')
    """
    decimals = _common_decimals((lower, upper), (upper - lower) / 2, null)
    sign = unit if unit == "%" else ""
    after = f" {unit}" if unit and not sign else ""
    return f"{_fixed(lower, decimals)}{sign} to {_fixed(upper, decimals)}{sign}{after}"


def p_value(p: float) -> str:
    """Return ``p = .03`` or ``p < .001``; digits are added until the side of .05 is clear.

    Examples
    --------
    >>> p_value(0.03), p_value(0.0004), p_value(0.0497), p_value(0.998), p_value(0.05)
    ('p = .03', 'p < .001', 'p = .0497', 'p > .99', 'p = .05')
    """
    if not 0 <= p <= 1:
        raise ValueError(f"a p value lies between 0 and 1, not at {p}")
    if p < SMALLEST_P:
        return f"p < {_bare(_fixed(SMALLEST_P, 3))}"
    decimals = 2 if p >= TWO_DECIMALS_P else 3
    text = _fixed(p, decimals)
    if p < 1 and float(text) == 1:
        return "p > .99"
    decimals = _until_clear(p, decimals, (ALPHA,))
    return f"p = {_bare(_fixed(p, decimals))}"


def percent(proportion: float, *, digits: int = DIGITS) -> str:
    """Return a proportion as a percentage; only 0 and 1 print as 0% and 100%.

    Shares that were added up to 1 are 1, though the sum of such numbers may miss it by its last
    digits.

    Examples
    --------
    >>> percent(0.689), percent(1), percent(0.99996), percent(0.00004)
    ('68.9%', '100%', '99.996%', '0.00400%')
    >>> percent(1 - 2e-16)
    '100%'
    """
    if not math.isfinite(proportion):
        raise ValueError(_NOT_A_NUMBER)
    exact = 100 * Decimal(repr(round(float(proportion), SUM_DECIMALS)))
    if exact in (0, 100):
        return f"{exact:.0f}%"
    decimals = max(_decimals_of(exact, digits), 0)
    return _fixed(exact, _until_clear(exact, decimals, (0, 100))) + "%"


def plural(n: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun; `many` only where -s or -ies will not do.

    Examples
    --------
    >>> plural(1, "study"), plural(2, "study"), plural(0, "day"), plural(3, "axis", "axes")
    ('1 study', '2 studies', '0 days', '3 axes')
    """
    if n == 1:
        return f"1 {one}"
    if many is None:
        consonant_y = one.endswith("y") and one[-2:-1] not in "aeiou"
        many = f"{one[:-1]}ies" if consonant_y else f"{one}s"
    return f"{_fixed(n, 0)} {many}"


def joined(items: Iterable[str], *, last: str = "and") -> str:
    """Return a list as a sentence has it; an empty list is an empty string.

    Examples
    --------
    >>> joined(["a", "b", "c"]), joined(["a", "b"], last="or"), joined(["a"])
    ('a, b and c', 'a or b', 'a')
    """
    *head, tail = list(items) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def wrap(text: str, *, width: int = TEXT_WIDTH, first: str = "", rest: str | None = None) -> str:
    """Return text broken into lines for a terminal, its paragraphs kept.

    Parameters
    ----------
    text
        Paragraphs are separated by blank lines; other line breaks are spaces.
    width
        Columns, indentation included. Words, identifiers and addresses are never broken.
    first, rest
        What stands before the first and before the other lines; `rest` is spaces as wide as
        `first` when not given, so that a bullet or a label hangs out.

    Examples
    --------
    >>> print(wrap("one study of nine men", width=14, first="- "))
    - one study of
      nine men
    """
    indents = [first, " " * len(first) if rest is None else rest]
    paragraphs = [
        textwrap.fill(
            paragraph,
            width=width,
            initial_indent=indents[min(index, 1)],
            subsequent_indent=indents[1],
            break_long_words=False,
            break_on_hyphens=False,
        )
        for index, paragraph in enumerate(text.split("\n\n"))
    ]
    return "\n\n".join(paragraphs)


def _rounded(x: float | Decimal, decimals: int) -> Decimal:
    """Return `x` rounded to so many decimals, a 5 away from zero."""
    exact = Decimal(repr(float(x))) if not isinstance(x, Decimal | int) else Decimal(x)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _fixed(x: float | Decimal, decimals: int) -> str:
    """Return `x` with so many decimals (none below 0), thousands set apart by commas."""
    if math.isnan(x):
        raise ValueError(_NOT_A_NUMBER)
    if math.isinf(x):
        return "∞" if x > 0 else f"{MINUS}∞"
    if abs(float(x)) >= LARGEST_PLAIN:
        return _with_power(x, DIGITS)
    rounded = _rounded(x, max(decimals, 0))
    if rounded == 0 and x != 0 and decimals == MOST_DECIMALS:
        return _with_power(x, INTERVAL_DIGITS)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,f}"


def _with_power(x: float | Decimal, digits: int) -> str:
    mantissa, exponent = f"{abs(x):.{digits - 1}e}".split("e")
    power = str(int(exponent)).translate(_SUPERSCRIPTS)
    return f"{MINUS if x < 0 else ''}{mantissa} × 10{power}"


def _decimals_of(x: float | Decimal, digits: int) -> int:
    """Return the decimals that give `x` so many significant digits (negative for large x)."""
    return digits - 1 - int(f"{abs(x):.{digits - 1}e}".split("e")[1])


def _common_decimals(limits: Sequence[float], scale: float, null: float) -> int:
    """Return the decimals that show `scale` well and keep each limit off zero and the null."""
    if math.isfinite(scale) and scale > 0:
        decimals = _decimals_of(scale, INTERVAL_DIGITS)
    else:
        finite = [x for x in limits if math.isfinite(x) and x != 0]
        decimals = max((_decimals_of(x, DIGITS) for x in finite), default=0)
    decimals = min(max(decimals, 0), MOST_DECIMALS)
    return max(_until_clear(x, decimals, (0, null)) for x in limits)


def _until_clear(x: float | Decimal, decimals: int, marks: Sequence[float]) -> int:
    """Return the least decimals, from `decimals` on, at which `x` prints as no other mark."""
    if not math.isfinite(x):
        return decimals
    others = [mark for mark in marks if mark != x]
    while decimals < MOST_DECIMALS and any(
        _rounded(x, decimals) == _rounded(mark, decimals) for mark in others
    ):
        decimals += 1
    return decimals


def _level(level: float) -> str:
    return percent(level, digits=2)


def _bare(text: str) -> str:
    """Return a number that cannot exceed 1 without the zero before its point."""
    return text.removeprefix("0") if text.startswith("0.") else text


def sentence(text: str) -> str:
    """Return a text with its first letter as a capital, as a sentence begins.

    Examples
    --------
    >>> sentence("massage raises it"), sentence("")
    ('Massage raises it', '')
    """
    return text[:1].upper() + text[1:]
