"""Test statistics in pasted text, as psychologists print them: ``t(28) = 2.20, p = .03``.

The style is that of the APA, with its degrees of freedom in brackets and the p after a comma, in
the variants that journals make of it; what is reported otherwise is passed over, never guessed. The
tests are those of statcheck (Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reviewkit.audit.pvalues import Statistic
from reviewkit.audit.statcheck import StatcheckFit, statcheck
from reviewkit.reported import Reported, parse

# Every repetition has an end, so that no text, however odd, takes long; what is longer is no number
# that papers print, and is passed over.
_GAP = r"\s{0,4}"
_NUMBER = r"[+\-−–]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{0,9})(?:\.[0-9]{1,8})?(?<=[0-9])"
_REL = r"[=<>≤≥]"
_DF = r"[0-9]{1,7}(?:\.[0-9]{1,6})?"
_P = (
    rf"{_GAP}[,;]?{_GAP}\(?{_GAP}(?:[Pp](?:[\s-]?(?:value)?){_GAP}(?P<p_is>{_REL}){_GAP}"
    r"(?P<p>[01]?\.[0-9]{1,15}(?![0-9])|[01](?![0-9.]))|(?P<ns>n\.?\s?s\.?(?![A-Za-z])))"
)
_ONE: dict[Statistic, str] = {
    "t": rf"t{_GAP}\({_GAP}(?P<df>{_DF}){_GAP}\)",
    "F": rf"F{_GAP}\({_GAP}(?P<df>{_DF}){_GAP},{_GAP}(?P<df2>{_DF}){_GAP}\)",
    "r": rf"r{_GAP}\({_GAP}(?P<df>{_DF}){_GAP}\)",
    "z": r"[zZ]",
    "chi2": rf"(?:[χΧ𝜒]\s?[2²]?|[Xx][2²]|[Cc]hi[\s_-]?(?:2|²|squared?)){_GAP}"
    rf"\({_GAP}(?P<df>{_DF}){_GAP}(?:,{_GAP}[Nn]{_GAP}={_GAP}[0-9,]{{1,12}}{_GAP})?\)",
    "Q": rf"Q(?:[\s_-]?[A-Za-z]{{1,8}})?{_GAP}\({_GAP}(?P<df>{_DF}){_GAP}\)",
}
_PATTERNS: dict[Statistic, re.Pattern[str]] = {
    name: re.compile(rf"(?<![A-Za-z0-9_]){head}{_GAP}(?P<is>{_REL}){_GAP}(?P<value>{_NUMBER}){_P}")
    for name, head in _ONE.items()
}
_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_ONE_SIDED = re.compile(r"(?:one|1)[\s-]*(?:tail(?:ed)?|sided)\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s+[A-ZÄÖÜ(])|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A test statistic with its p in a text.

    Parameters
    ----------
    statistic, value, dfs, p
        As `statcheck` takes them.
    one_sided
        Whether its sentence says that the test was one-sided.
    start, end
        Where it stands, in characters.
    text
        The characters themselves.
    """

    statistic: Statistic
    value: Reported
    dfs: tuple[Reported, ...]
    p: Reported
    one_sided: bool
    start: int
    end: int
    text: str

    def check(self) -> StatcheckFit:
        """Return whether the p follows from the statistic."""
        return statcheck(self.statistic, self.value, self.p, dfs=self.dfs, one_sided=self.one_sided)


def statistics_in(text: str) -> tuple[Pasted, ...]:
    """Return every test statistic that is printed with its df and its p, in order.

    Examples
    --------
    >>> found = statistics_in("It rose, t(28) = 2.20, p = .03; χ²(1, N = 86) = 7.0, p = .008.")
    >>> [(one.statistic, one.text, one.start) for one in found]
    [('t', 't(28) = 2.20, p = .03', 9), ('chi2', 'χ²(1, N = 86) = 7.0, p = .008', 32)]
    >>> [one.check().fits for one in found]
    [False, True]
    """
    return tuple(sorted(_found(text), key=lambda one: one.start))


def _found(text: str) -> Iterator[Pasted]:
    plain = _SPACES.sub(" ", text)
    matches = [
        (statistic, match)
        for statistic, pattern in _PATTERNS.items()
        for match in pattern.finditer(plain)
    ]
    starts = sorted(match.start() for _, match in matches)
    stops = [(stop.start(), stop.end()) for stop in _END.finditer(plain)]
    for statistic, match in matches:
        groups = match.groupdict()
        value = _related(groups["is"], groups["value"])
        p = parse("> .05") if groups["ns"] else _related(groups["p_is"], groups["p"])
        dfs = tuple(parse(groups[name]) for name in ("df", "df2") if groups.get(name))
        if _possible(statistic, value, p, dfs):
            yield Pasted(
                statistic=statistic,
                value=value,
                dfs=dfs,
                p=p,
                one_sided=bool(_ONE_SIDED.search(_around(plain, match.span(), starts, stops))),
                start=match.start(),
                end=match.end(),
                text=text[match.start() : match.end()],
            )


def _related(relation: str, number: str) -> Reported:
    return parse(number if relation == "=" else f"{relation} {number}")


def _possible(
    statistic: Statistic, value: Reported, p: Reported, dfs: tuple[Reported, ...]
) -> bool:
    """Pass over what cannot be such a statistic: a p above 1, a correlation beyond it, no df."""
    squares = statistic in {"F", "chi2", "Q"} and value.value < 0
    beyond = statistic == "r" and abs(value.value) > 1
    return p.value <= 1 and not squares and not beyond and all(df.value > 0 for df in dfs)


def _around(
    text: str, own: tuple[int, int], starts: list[int], stops: list[tuple[int, int]]
) -> str:
    """The words of a statistic: up to the next one, and, for the first of a sentence, before it."""
    start, end = own
    at = bisect_right(stops, (start, start))
    sentence = stops[at - 1][1] if at else 0
    after = bisect_right(stops, (end, -1))
    last = stops[after][0] if after < len(stops) else len(text)
    place = bisect_right(starts, start)
    following = starts[place] if place < len(starts) else len(text)
    first = bisect_left(starts, sentence) == bisect_left(starts, start)
    before = text[sentence:start] if first else ""
    return f"{before} {text[end : max(end, min(last, following))]}"
