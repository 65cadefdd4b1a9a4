"""A number as printed: its text, its decimals, its relation and the interval it stands for.

A paper prints ``0.085``, ``< .001``, ``1,899``, ``11-20`` or ``about 3``. Each is kept as text,
so that a trailing zero survives, and read once, here. Rounding intervals are closed at both ends,
because papers round a five either way and do not say which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering

#: Spelt-out and typographic relations, mapped to one spelling each.
RELATIONS = {
    "": "=",
    "=": "=",
    "<": "<",
    "≤": "<=",
    "<=": "<=",
    "≦": "<=",
    ">": ">",
    "≥": ">=",
    ">=": ">=",
    "~": "~",
    "≈": "~",
    "about": "~",
    "approximately": "~",
    "almost": "~-",
    "nearly": "~-",
    "over": ">",
    "more than": ">",
    "up to": "<=",
    "at least": ">=",
}
#: "About" and its like stand for any number within this share of the number said
#: (a convention of this project).
ABOUT = Decimal("0.05")

_NUMBER = r"[-+−–]?(?:\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|\d+)?(?:\.\d+)?"  # noqa: RUF001 typographic minus signs are what papers print
_WORDS = "|".join(sorted((re.escape(word) for word in RELATIONS if word), key=len, reverse=True))
_ONE = re.compile(rf"^\s*(?P<relation>{_WORDS})?\s*(?P<number>{_NUMBER})\s*$", re.IGNORECASE)
_RANGE = re.compile(
    rf"^\s*(?P<relation>{_WORDS})?\s*(?P<low>\d[\d,]*(?:\.\d+)?)\s*(?:-|–|to)\s*"  # noqa: RUF001 an en dash is how ranges are printed
    r"(?P<high>\d[\d,]*(?:\.\d+)?)\s*$",
    re.IGNORECASE,
)


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A number as printed.

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
    relation: str = "="
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

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reported) and self.text == other.text

    def __lt__(self, other: Reported) -> bool:
        return self.value < other.value

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text


def _decimal(text: str) -> Decimal:
    plain = re.sub(r"[,\u202f\u00a0 ]", "", text).replace("−", "-").replace("–", "-")  # noqa: RUF001 as above
    return Decimal(plain)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def parse(text: str) -> Reported:
    """Read a number as printed.

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
    ranged = _RANGE.match(text)
    if ranged:
        low, high = _decimal(ranged["low"]), _decimal(ranged["high"])
        if low >= high:
            raise ValueError("a range runs from the lower to the higher number")
        decimals = max(_decimals(ranged["low"]), _decimals(ranged["high"]))
        relation = RELATIONS[(ranged["relation"] or "").lower()]
        return Reported(text=text, value=low, decimals=decimals, relation=relation, upper=high)
    one = _ONE.match(text)
    if one is None or not any(character.isdigit() for character in one["number"]):
        raise ValueError("a number as printed, such as 0.085, 1,899, < .001 or 11 to 20")
    relation = RELATIONS[(one["relation"] or "").lower()]
    number = one["number"].strip()
    return Reported(
        text=text, value=_decimal(number), decimals=_decimals(number), relation=relation
    )


def agree(said: Reported, printed: Reported) -> bool:
    """Whether a number said by a writer stands for a number printed in a record.

    The record rounded to the writer's decimals, either way of rounding a five; "about" within
    :data:`ABOUT` of the number said, and "almost" the same on the lower side only. A range must
    be the same range.

    Examples
    --------
    >>> agree(parse("0.09"), parse("0.085")), agree(parse("0.08"), parse("0.085"))
    (True, True)
    >>> agree(parse("almost 1,900"), parse("1899")), agree(parse("almost 1,900"), parse("327"))
    (True, False)
    """
    if said.upper is not None or printed.upper is not None:
        return (said.value, said.upper) == (printed.value, printed.upper)
    if said.relation == "~":
        return abs(printed.value - said.value) <= ABOUT * abs(said.value)
    if said.relation == "~-":
        return said.value - ABOUT * abs(said.value) <= printed.value <= said.value
    if said.relation in {">", ">="}:
        # "More than 300" stands for a number a little above: within the same share as "about".
        return said.value <= printed.value <= said.value + ABOUT * abs(said.value)
    if said.relation in {"<", "<="}:
        return printed.value <= said.value
    if said.decimals >= printed.decimals:
        return said.value == printed.value
    return abs(printed.value - said.value) <= said.half_unit
