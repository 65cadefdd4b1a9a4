"""A number as printed: its text, its decimals, its relation and the interval it stands for.

A paper prints ``0.085``, ``< .001``, ``1,899``, ``11 to 20`` or ``about 3``. Each is kept as text,
so that a trailing zero survives, and read once, here. Rounding intervals are closed at both ends,
because papers round a five either way and do not say which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Relation = Literal["=", "<", "<=", ">", ">=", "~", "~-"]

#: Spelt-out and typographic relations, mapped to one spelling each.
RELATIONS: dict[str, Relation] = {
    "": "=",
    "=": "=",
    "<": "<",
    "less than": "<",
    "fewer than": "<",
    "under": "<",
    "below": "<",
    "≤": "<=",
    "<=": "<=",
    "≦": "<=",
    "up to": "<=",
    "at most": "<=",
    ">": ">",
    "more than": ">",
    "greater than": ">",
    "over": ">",
    "above": ">",
    "≥": ">=",
    ">=": ">=",
    "≧": ">=",
    "at least": ">=",
    "~": "~",
    "≈": "~",
    "about": "~",
    "around": "~",
    "roughly": "~",
    "approximately": "~",
    "almost": "~-",
    "nearly": "~-",
    "just under": "~-",
}
#: "About" and its like stand for any number within this share of the number said
#: (a convention of this project).
ABOUT = Decimal("0.05")
#: Longest text that is read as a number: the longest relation and two numbers take less.
MAX_LENGTH = 60
#: Most digits of one number. Papers print fewer, and Python's decimals add and subtract this many
#: exactly (they keep 28).
MAX_DIGITS = 18

_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MINUS = "−–-"  # the hyphen last, so that it makes no range of characters
_GAP = ", \u00a0\u2009\u202f"  # between thousands: a comma, or a space of any width
_UNSIGNED = rf"(?:[1-9][0-9]{{0,2}}(?:[{_GAP}][0-9]{{3}})+|[0-9]+)?(?:\.[0-9]+)?"
_WORDS = "|".join(sorted((re.escape(word) for word in RELATIONS if word), key=len, reverse=True))
# Letters of ASCII alone: without "a", a long s or a dotless i would pass for s and i.
_RELATION = rf"\s*(?P<relation>(?ai:{_WORDS}))?\s*"
_ONE = re.compile(rf"{_RELATION}(?P<number>[+{_MINUS}]?{_UNSIGNED})\s*")
_RANGE = re.compile(
    rf"{_RELATION}(?:(?P<low>{_UNSIGNED})\s*[{_MINUS}]\s*(?P<high>{_UNSIGNED})"
    rf"|(?P<from>[+{_MINUS}]?{_UNSIGNED})\s+(?ai:to)\s+(?P<to>[+{_MINUS}]?{_UNSIGNED}))\s*"
)
_DECIMAL_COMMA = re.compile(r"[0-9],[0-9]")
_FORM = "a number as printed and without its unit, such as 0.085, 1,899, < .001 or 11 to 20"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A number as printed.

    Two are equal if they are printed alike; to compare sizes, compare `value`.

    Parameters
    ----------
    text : str
        The characters as they stand in the record.
    value : Decimal
        The number, exactly as printed; for a printed range, its lower end.
    decimals : int
        Digits printed after the point, trailing zeros counted.
    relation : str
        ``=``, ``<``, ``<=``, ``>``, ``>=``, ``~`` (about) or ``~-`` (almost: a little less).
    upper : Decimal or None
        The upper end of a printed range ("11 to 20"), else None.

    Examples
    --------
    >>> parse("3.50").decimals
    2
    >>> [str(end) for end in parse("0.085").interval]
    ['0.0845', '0.0855']
    """

    text: str
    value: Decimal
    decimals: int
    relation: Relation = "="
    upper: Decimal | None = None

    @property
    def half_unit(self) -> Decimal:
        """Half a unit in the last printed digit."""
        return Decimal(5).scaleb(-self.decimals - 1)

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """The closed interval of numbers that round to this one, either way of rounding a five."""
        high = self.value if self.upper is None else self.upper
        return self.value - self.half_unit, high + self.half_unit

    @property
    def exact(self) -> bool:
        """Whether the number is printed as such: no relation, no range."""
        return self.relation == "=" and self.upper is None

    def __float__(self) -> float:
        """The printed value; the middle of a printed range."""
        if self.upper is None:
            return float(self.value)
        return float((self.value + self.upper) / 2)

    def __int__(self) -> int:
        if self.value != self.value.to_integral_value() or self.upper is not None:
            raise ValueError(f"{self.text!r} is not a whole number")
        return int(self.value)

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Reported:
    """Read a number as printed.

    A hyphen or dash between two numbers makes a range of them; a range that begins or ends below
    zero is written with "to".

    Raises
    ------
    ValueError
        If the text is not one number or one range, with what was expected.

    Examples
    --------
    >>> parse("< .001").relation, str(parse("1,899").value), str(parse("−0.5").value)
    ('<', '1899', '-0.5')
    >>> str(parse("11 to 20").upper)
    '20'
    """
    if len(text) <= MAX_DIGITS and _PLAIN.fullmatch(text):  # most are, and it is quick
        return Reported(text=text, value=Decimal(text), decimals=_decimals(text))
    if len(text) > MAX_LENGTH:
        raise ValueError(f"{_FORM}; at most {MAX_LENGTH} characters")
    ranged = _RANGE.fullmatch(text)
    if ranged is not None:
        low, high = ranged["low"] or ranged["from"] or "", ranged["high"] or ranged["to"] or ""
        if _digits(low) and _digits(high):
            return _range(text, ranged["relation"], low, high)
    one = _ONE.fullmatch(text)
    if one is None or not _digits(one["number"]):
        comma = "; decimals follow a point" if _DECIMAL_COMMA.search(text) else ""
        raise ValueError(f"{_FORM}{comma}")
    return Reported(
        text=text,
        value=_decimal(one["number"]),
        decimals=_decimals(one["number"]),
        relation=_relation(one["relation"]),
    )


def agree(said: Reported, printed: Reported) -> bool:
    """Whether a number said by a writer stands for a number printed in a record.

    The record rounded to the writer's decimals, either way of rounding a five; "about" within
    :data:`ABOUT` of the number said, "almost" the same on the side of zero only, and "more than"
    the same on the other side. "Less than" holds for any smaller number. A range must be the same
    range, and what is printed as a bound must be said as one.

    Examples
    --------
    >>> agree(parse("0.09"), parse("0.085")), agree(parse("0.08"), parse("0.085"))
    (True, True)
    >>> agree(parse("almost 1,900"), parse("1899")), agree(parse("almost 1,900"), parse("327"))
    (True, False)
    >>> agree(parse("< .05"), parse("< .001")), agree(parse(".001"), parse("< .001"))
    (True, False)
    """
    if said.upper is not None or printed.upper is not None:
        return (said.value, said.upper) == (printed.value, printed.upper)
    bound = printed.relation[0] if printed.relation[0] in "<>" else None
    if bound is not None and said.relation[0] != bound:
        return False
    # A bound meets itself; a number that is printed as such lies strictly below or above.
    meets = said.value == printed.value and (bound is not None or said.relation in {"<=", ">="})
    slack = ABOUT * abs(said.value)
    if said.relation in {"<", "<="}:
        return meets or printed.value < said.value
    if said.relation in {">", ">="}:
        return meets or said.value < printed.value <= said.value + slack
    if said.relation == "~-":
        return abs(said.value) - slack <= abs(printed.value) <= abs(said.value) and (
            printed.value * said.value >= 0
        )
    if said.relation == "~":
        return abs(printed.value - said.value) <= slack
    if said.decimals >= printed.decimals:
        return said.value == printed.value
    return abs(printed.value - said.value) <= said.half_unit


def _range(text: str, relation: str | None, low: str, high: str) -> Reported:
    lower, upper = _decimal(low), _decimal(high)
    if lower >= upper:
        raise ValueError("a range that runs from the lower to the higher number")
    return Reported(
        text=text,
        value=lower,
        decimals=max(_decimals(low), _decimals(high)),
        relation=_relation(relation),
        upper=upper,
    )


def _relation(word: str | None) -> Relation:
    return RELATIONS[" ".join((word or "").lower().split())]


def _decimal(text: str) -> Decimal:
    if _digits(text) > MAX_DIGITS:
        raise ValueError(f"a number of at most {MAX_DIGITS} digits")
    plain = re.sub(rf"[{_GAP}]", "", text)
    return Decimal(re.sub(rf"^[{_MINUS}]", "-", plain))


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)
