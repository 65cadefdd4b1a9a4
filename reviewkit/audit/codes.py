"""Every code of an audit flag: what it means, and how grave it is.

A *warning* is arithmetic alone: what is printed cannot all be true. A *hint* supposes something
that is not printed, such as the test used, or looks twice at what is rare. Of a record, how grave
a flag is goes by what it may do to a verdict besides: `reviewkit.report.audit.severity_of`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCode:
    """A code, what it means, and by which test it is given."""

    code: str
    means: str
    severity: Severity
    by: str


CODES: dict[str, AuditCode] = {
    found.code: found
    for found in (
        AuditCode(
            code="A101",
            means="a percentage that no whole number of these people gives",
            severity="warning",
            by="GRIM",
        ),
        AuditCode(
            code="A102",
            means="a percentage that is not that of its count",
            severity="warning",
            by="percentage against count",
        ),
        AuditCode(
            code="A103",
            means="a percentage that no whole number of the people of its arm gives",
            severity="hint",
            by="GRIM",
        ),
        AuditCode(
            code="A201",
            means="a p that does not follow from its test statistic",
            severity="warning",
            by="statcheck",
        ),
        AuditCode(
            code="A202",
            means="a p on the other side of .05 than its test statistic",
            severity="warning",
            by="statcheck",
        ),
        AuditCode(
            code="A203",
            means="a p that does not follow from its test statistic, if the df are those of the "
            "people",
            severity="hint",
            by="statcheck",
        ),
        AuditCode(
            code="A204",
            means="a p that no usual test of these counts gives",
            severity="hint",
            by="p of two counts",
        ),
        AuditCode(
            code="A205",
            means="a p that no t test of these means and spreads gives",
            severity="hint",
            by="p of two means, p of a change",
        ),
        AuditCode(
            code="A206",
            means="a p that does not go with its interval",
            severity="hint",
            by="interval against p",
        ),
        AuditCode(
            code="A207",
            means="called significant or not, against the p printed",
            severity="warning",
            by="the level of .05",
        ),
        AuditCode(
            code="A301",
            means="an estimate that is not in the middle of its interval",
            severity="hint",
            by="centre of the interval",
        ),
        AuditCode(
            code="A302",
            means="a change that is not after less before",
            severity="warning",
            by="change against before and after",
        ),
        AuditCode(
            code="A303",
            means="arms that do not add up to the people of the study",
            severity="hint",
            by="arms against total",
        ),
        AuditCode(
            code="A304",
            means="a spread too small for people, as a standard deviation",
            severity="hint",
            by="spread of people",
        ),
        AuditCode(
            code="A305",
            means="a standardised difference larger than people differ",
            severity="hint",
            by="spread of people",
        ),
        AuditCode(
            code="A306",
            means="a pooled value outside those of its subgroups",
            severity="hint",
            by="pool against its parts",
        ),
        AuditCode(
            code="A307",
            means="a change in percent that is not that of the means",
            severity="hint",
            by="percent change against before and after",
        ),
        AuditCode(
            code="A401",
            means="a mean or a difference beyond the ends of its scale",
            severity="warning",
            by="scale",
        ),
        AuditCode(
            code="A402",
            means="a mean that no whole answers of these people give",
            severity="warning",
            by="GRIM",
        ),
        AuditCode(
            code="A403",
            means="an SD that no whole answers with this mean have",
            severity="warning",
            by="GRIMMER",
        ),
        AuditCode(
            code="A404",
            means="an SD that no ones and zeros with this mean have",
            severity="warning",
            by="DEBIT",
        ),
        AuditCode(
            code="A405",
            means="a mean and an SD that no sample on this scale has",
            severity="warning",
            by="SPRITE",
        ),
        AuditCode(
            code="A406",
            means="a ± that no whole answers with this mean have, if it is an SD",
            severity="hint",
            by="GRIMMER, DEBIT, SPRITE",
        ),
        AuditCode(
            code="A407",
            means="two SDs from the mean lie beyond an end of the scale",
            severity="hint",
            by="mean and 2 SDs against the ends",
        ),
    )
}
