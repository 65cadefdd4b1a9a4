"""The validation page: `python -m tests.oracles.page` solves every pinned case and writes it.

What is printed of a difference is a bound, a power of ten with room for another machine's last
bits, so that the page is the same wherever it is written; `test_page.py` holds each against what is
measured there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import ceil, log10
from pathlib import Path

from reviewkit.effects.sizes import MEASURES
from tests.oracles import page_texts
from tests.oracles.adapter import Unsupported, solve
from tests.oracles.comparing import deviations, differences, tolerance
from tests.oracles.page_lists import laws, published
from tests.oracles.page_texts import NOT_COMPARED, OF_WHAT
from tests.oracles.pinned import CASES, OFFERED, Answer, Case, compared, why_it_differs

PAGE = Path(__file__).resolve().parents[2] / "docs" / "validation.md"

ROOM = 3.0
"""How many times the measured difference a printed bound leaves for another machine."""

LEAST = 1e-13
"""Below this a difference is a matter of the last bits."""

NONE = "–"

KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "SE, variance": "vi se coef_se sei vcov V s2w filled_vi cov.r",
        "test": "zval pval zi stat z QM QMp MH MHp CO COp TA TAp p.k0 LRT dffits rstudent",
        "limits": "ci.lb ci.ub pi.lb pi.ub est.ci.lb est.ci.ub exp_est",
        "τ², I², H², Q": "tau2 tau I2 H2 QE QEp Q Qp vt R2 sigma2 rho G phi gamma2 se.tau2 tau2.del"
        " QE.del confint_QP confint_PL confint_Wald confint_Wald.log confint_Wald.sqrt",
        "likelihood": "fit_ML fit_REML",
        "weights, leverage": "weights weights_pct weight hat cook.d dfbs dfbs_intrcpt dfbs_mod",
    }.items()
}
"""Kinds of numbers by metafor's names of them; whatever is not listed is an estimate or a count."""

ESTIMATES = "estimate"
COLUMNS = (ESTIMATES, *KINDS)
HEAD = ("family", "what", "cases", "numbers", *COLUMNS, "tolerance")


def kind_of(family: str, path: str) -> str:
    """Return the kind of a number by its path: its first name decides, else its last.

    >>> kind_of("rma_uni", ".confint_QP.tau2.ci.lb"), kind_of("rma_reg", ".predict.ci.lb[3]")
    ('τ², I², H², Q', 'limits')
    """
    if family == "ranktest":  # Its τ is Kendall's.
        return "test"
    whole = re.sub(r"\[\d+\]", "", path).lstrip(".")
    for kind, keys in KINDS.items():
        if any(whole == key or whole.startswith(f"{key}.") for key in keys):
            return kind
    for kind, keys in KINDS.items():
        if any(whole.endswith(f".{key}") for key in keys):
            return kind
    return ESTIMATES


@dataclass(slots=True)
class Measured:
    """What came out for the cases of one family."""

    family: str
    cases: int = 0
    numbers: int = 0
    tolerances: set[float] = field(default_factory=set)
    largest: dict[str, float] = field(default_factory=dict)

    def add(self, found: Answer, expected: Answer, *, rtol: float) -> None:
        """Count one case."""
        self.cases += 1
        self.tolerances.add(rtol)
        for path, relative in deviations(found, expected, rtol=rtol):
            self.numbers += 1
            kind = kind_of(self.family, path)
            self.largest[kind] = max(self.largest.get(kind, 0.0), relative)


@dataclass(slots=True)
class Run:
    """One run over all pinned cases."""

    families: dict[str, Measured] = field(default_factory=dict)
    apart: dict[str, float] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    missing: Counter[tuple[str, str]] = field(default_factory=Counter)


@cache
def run() -> Run:
    """Solve every pinned case, and compare it with what R printed."""
    done = Run()
    for case in CASES:
        try:
            found = solve(case)
        except Unsupported as refusal:
            done.refused[f"`{case['family']}`: {refusal}"] += 1
            continue
        rtol, expected = tolerance(case), case["expected"]
        done.missing.update((case["family"], key) for key in expected if key not in found)
        family = done.families.setdefault(case["family"], Measured(case["family"]))
        family.add(compared(case, found), compared(case, expected), rtol=rtol)
        if why_it_differs(case) and any(differences(found, expected, rtol=rtol)):
            done.apart[case["id"]] = max(
                each.relative for each in deviations(found, expected, rtol=rtol)
            )
    return done


def bound(relative: float | None, *, room: float = ROOM, most: float = 1.0) -> str:
    """Return the power of ten that a difference stays below on any machine, at most `most`.

    >>> bound(2e-12), bound(4e-12), bound(0.0), bound(None)
    ('1e-11', '1e-10', '1e-13', '–')
    """
    if relative is None:
        return NONE
    power = 10.0 ** ceil(log10(max(LEAST, room * relative)))
    return f"{min(power, most):.0e}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    lines = [list(head), *([*row] for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def page(*, room: float = ROOM) -> str:
    """Return the page, its bounds so many times what was measured."""
    done = run()
    agree = len(OFFERED) - len(done.apart)
    return "\n".join(
        [
            page_texts.head(cases=len(CASES), agree=agree, apart=len(done.apart)),
            "## What agrees\n",
            page_texts.HOW_TO_READ,
            table(
                ["family", "what", "cases", "numbers", *COLUMNS, "tolerance"], _families(done, room)
            ),
            "### Measures, methods and options\n",
            "How many cases have each; a case without the option has R's default.\n",
            table(["family", "what the cases ask for"], _asked()),
            "## What does not agree, and why\n",
            page_texts.APART,
            *_apart(done, room),
            "",
            page_texts.SAID_OTHERWISE,
            "## What is refused\n",
            page_texts.REFUSED,
            *(f"- {what}: {count} cases" for what, count in sorted(done.refused.items())),
            "",
            "## What is not compared\n",
            "Numbers of R that the cases hold and that no answer has:\n",
            table(["family", "number", "cases", "why"], _not_compared(done)),
            page_texts.BEYOND_THE_CASES + _without_a_case() + "\n",
            "## Published analyses\n",
            page_texts.PUBLISHED,
            table(["analysis", "tests", "file"], published()),
            "## Laws\n",
            page_texts.LAWS,
            laws(),
        ]
    )


def _families(done: Run, room: float) -> Iterator[list[str]]:
    for family, found in done.families.items():
        tolerances = [f"{each:.0e}" for each in sorted(found.tolerances)]
        largest = [
            bound(found.largest.get(kind), room=room, most=max(found.tolerances))
            for kind in COLUMNS
        ]
        yield [
            f"`{family}`",
            OF_WHAT[family],
            str(found.cases),
            f"{found.numbers:,}",
            *largest,
            " to ".join(dict.fromkeys([tolerances[0], tolerances[-1]])),
        ]


def _asked() -> Iterator[list[str]]:
    families: dict[str, list[Case]] = defaultdict(list)
    for case in OFFERED:
        families[case["family"]].append(case)
    for family, cases in families.items():
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for case in cases:
            for option, value in case["call"]["options"].items():
                if option in page_texts.OPTIONS and value is not None:
                    counted[option][_said(value)] += 1
        if counted:
            parts = [
                f"{option}: " + ", ".join(f"{name} {n}" for name, n in sorted(values.items()))
                for option, values in counted.items()
            ]
            yield [f"`{family}`", "; ".join(parts)]


def _said(value: object) -> str:
    if isinstance(value, list):
        return "/".join(dict.fromkeys(map(str, value)))
    return str(value).upper() if isinstance(value, bool) else str(value)


def _apart(done: Run, room: float) -> Iterator[str]:
    reasons: dict[str, list[str]] = defaultdict(list)
    for case in OFFERED:
        if case["id"] in done.apart:
            far = bound(done.apart[case["id"]], room=room)
            reasons[str(why_it_differs(case))].append(f"`{case['id']}` ({far})")
    for why, cases in reasons.items():
        yield f"- {why[0].upper()}{why[1:]}. {len(cases)}: {', '.join(cases)}."


def _without_a_case() -> str:
    asked = {case["call"]["options"].get("measure") for case in CASES} | {"GEN"}
    return f"- Measures without a case: {', '.join(sorted(set(MEASURES) - asked))}."


def _not_compared(done: Run) -> Iterator[list[str]]:
    grouped: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for (family, key), count in done.missing.items():
        grouped[family, count, NOT_COMPARED[family, key]].append(f"`{key}`")
    for (family, count, why), keys in grouped.items():
        yield [f"`{family}`", ", ".join(keys), str(count), why]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
