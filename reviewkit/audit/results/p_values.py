"""What a test printed: a statistic or correlation against its p, a p against what is called so."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.audit.pvalues import DFS, Statistic
from reviewkit.audit.results.check import Check
from reviewkit.audit.results.subject import Subject
from reviewkit.audit.statcheck import StatcheckFit, statcheck, words_fit
from reviewkit.records import PAIRED, Missing
from reviewkit.reported import Reported, parse

#: Statistics that a p can be recomputed from.
_KNOWN: dict[str, Statistic] = {name: name for name in DFS}


def checks(subject: Subject) -> Iterator[Check]:
    """Yield a statistic, a correlation and the word "significant", each against the p."""
    if subject.p is None:
        return
    yield from _statistic(subject, subject.p)
    yield from _correlation(subject, subject.p)
    said = subject.result.significant
    if not isinstance(said, Missing):
        yield subject.check("A207", words_fit(said == "yes", subject.p), "significant")


def _statistic(subject: Subject, p: Reported) -> Iterator[Check]:
    test = subject.result.test
    if test is None or test.value is None or test.statistic not in _KNOWN:
        return
    printed = tuple(df for df in (test.df, test.df2) if df is not None)
    statistic = _KNOWN[test.statistic]
    dfs = printed if len(printed) == DFS[statistic] else _supposed_dfs(subject, statistic)
    if dfs is not None:
        fit = statcheck(statistic, test.value, p, dfs=dfs)
        yield subject.check(_code(fit, whole=dfs == printed), fit, "p")


def _correlation(subject: Subject, p: Reported) -> Iterator[Check]:
    relation = subject.result.correlation
    if relation is None:
        return
    n = subject.people() if relation.n is None else int(relation.n)
    if n is not None and n > 2:  # noqa: PLR2004  # r has n - 2 degrees of freedom
        fit = statcheck("r", relation.r, p, dfs=(parse(str(n - 2)),))
        yield subject.check(_code(fit, whole=relation.n is not None), fit, "p")


def _supposed_dfs(subject: Subject, statistic: Statistic) -> tuple[Reported, ...] | None:
    """The df that people counted once give, where two times or two groups are compared."""
    n = subject.people()
    if n is None or statistic not in {"t", "F"}:
        return None
    contrast = subject.result.contrast
    once = contrast == "within-arm" or contrast in PAIRED
    df = n - 1 if once else n - 2
    if df < 1 or (not once and contrast != "between-arms"):
        return None
    error = parse(str(df))
    return (error,) if statistic == "t" else (parse("1"), error)


def _code(fit: StatcheckFit, *, whole: bool) -> str:
    """The code of a p against its statistic; without printed df it supposes them."""
    return "A203" if not whole else "A202" if fit.decision else "A201"
