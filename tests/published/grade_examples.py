"""GRADE tables that others published: the numbers that imprecision is rated on, and their rating.

Each row is as printed on the page named; nothing is added to it. `theirs` is the levels that the
authors rated down for imprecision. Where the engine rates otherwise, `why` names the reason, one of
`REASONS`; no rule was fitted to a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from reviewkit.certainty import CERTAINTY
from reviewkit.certainty.imprecision_facts import Absolute, ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts, inconsistency
from reviewkit.certainty.rating_up import RatingUpFacts, rating_up
from reviewkit.certainty.start import StartFacts, start

#: Why the engine and the authors of a table differ.
REASONS = {
    "sample size": (
        "the authors rate down for few people although the interval clears no difference and the "
        "effect is modest, the rule of thumb of 2011; by Core GRADE 2 the number of people is "
        "asked only where the effect is implausibly large"
    ),
    "interval not looked at": (
        "the interval includes no difference, and the authors do not rate down for imprecision"
    ),
    "information not asked": (
        "the effect is implausibly large by Core GRADE 2, and the authors do not hold it against "
        "the width of its interval or the optimal information size"
    ),
    "no SD printed": (
        "the table gives no standard deviation, so that the engine cannot know whether the effect "
        "is modest; it asks for the people that would see 0.2 of them, a convention"
    ),
    "no baseline risk printed": (
        "the table gives no risk in the comparison group, so that the optimal information size "
        "cannot be computed; the engine rates down one level, a convention"
    ),
    "two levels by convention": (
        "the ratio may be below 0.75 and above 1.25; that this rates down two levels where no "
        "minimal important difference is known is a convention of this project"
    ),
    "not about the interval": (
        "the authors rate down for how the number was read from a figure, not for its interval"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page with a table, and how it came to be read."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One row of a table.

    `estimate`, `lower` and `upper` are as printed, ratios as ratios.
    """

    source: str
    outcome: str
    measure: str
    estimate: float
    lower: float
    upper: float
    n: int
    theirs: int
    sd: float | None = None
    control_risk: float | None = None
    events: int | None = None
    mid: float | None = None
    absolute: Absolute | None = None
    why: str = ""
    note: str = ""

    def facts(self) -> ImprecisionFacts:
        """Return what the rule sees: the null as the threshold unless the row has an MID."""
        ratio = self.measure in {"RR", "OR", "HR"}
        estimate, lower, upper = (
            log(value) if ratio else value for value in (self.estimate, self.lower, self.upper)
        )
        return ImprecisionFacts(
            measure=self.measure,
            lower=lower,
            upper=upper,
            threshold=self.absolute.mid if self.absolute else 0.0,
            mid=self.mid,
            standardised=self._standardised(),
            estimate=estimate,
            control_risk=self.control_risk,
            paired=False,
            n=self.n,
            k=2,
            absolute=self.absolute,
            events=self.events,
        )

    def _standardised(self) -> float | None:
        if self.measure == "SMD":
            return self.estimate
        return None if self.sd is None else self.estimate / self.sd


SOURCES = {
    "naltrexone": Source(
        title="naltrexone and bupropion for weight, table 3 of an article in Br J Clin Pharmacol",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC7098870/table/bcp14210-tbl-0003",
    ),
    "three times": Source(
        title="a table of standardised differences at three times, Br J Sports Med, table 3",
        address="http://bjsm.bmj.com/highwire/markup/107845/expansion",
    ),
    "rp": Source(
        title="PG against placebo, severity, frequency and duration of RP, table 6",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC11685323/table/tab6",
    ),
    "acupuncture": Source(
        title="acupuncture against sham, J Pain Res 2019;12:527, doi:10.2147/JPR.S186227, table 2",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC6365227/table/t2-jpr-12-527",
    ),
    "hazard": Source(
        title="six observational studies, a hazard ratio, table 3, Biology 2022",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC9138061/table/biology-11-00651-t003",
    ),
    "nutrients": Source(
        title="an odds ratio over 107,194 people, table 4, Nutrients 2024",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC11548003/table/nutrients-16-03767-t004",
    ),
    "antidepressants": Source(
        title="people withdrawn from active medication and placebo, table T2",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC4297244/table/T2",
    ),
    "vascular": Source(
        title="vascular events, three outcomes of observational studies, table 4",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC3406223/table/tbl4",
    ),
    "budesonide": Source(
        title="inhaled corticosteroids in COVID-19, table 6, adopted from the Australian guideline",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC9398787/table/tbl6",
    ),
    "corticosteroids": Source(
        title="corticosteroids in COVID-19, cohort studies, table 4",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC7290628/table/t4",
    ),
    "haematuria": Source(
        title="haematuria, four trials, table 6 of an article in Medicina 2022",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC9609720/table/medicina-58-01441-t006",
    ),
    "bowel": Source(
        title="physical activity in bowel disease, doi:10.1093/jcag/gwad021, table 3",
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC10558194/table/T3",
    ),
    "anxiety": Source(
        title="exercise for anxiety in general practice, doi:10.1186/s12913-018-3313-5, table 4",
        address="https://bmchealthservres.biomedcentral.com/articles/10.1186/s12913-018-3313-5"
        "/tables/4",
    ),
    "stockings": Source(
        title="stockings on long flights, Cochrane Handbook 5.1, figure 11.5.a, with the people "
        "and the certainty of Cochrane review CD004002",
        address="http://handbook-5-1.cochrane.org/chapter_11"
        "/figure_11_5_a_example_of_a_summary_of_findings_table.htm",
    ),
    "strokes": Source(
        title="the hypothetical review of GRADE guidelines 6, as MAGIC's help centre has it",
        address="https://help.magicapp.org/knowledgebase/articles/294934-how-to-rate-imprecision",
    ),
    "pmatools": Source(
        title="tests of pmatools, the transcription that these rules were read in: not independent",
        address="https://github.com/ykfrkw/pmatools/blob/main/tests/testthat/test-imprecision.R",
    ),
}


def _difference(
    row: tuple[str, str], n: int, values: tuple[float, float, float], theirs: int, why: str = ""
) -> Example:
    """A row of a difference: its table and outcome; people; estimate, lower and upper limit."""
    (source, outcome), (estimate, lower, upper) = row, values
    return Example(
        source=source,
        outcome=outcome,
        measure="SMD" if source in _STANDARDISED else "MD",
        estimate=estimate,
        lower=lower,
        upper=upper,
        n=n,
        theirs=theirs,
        why=why,
    )


#: Tables whose differences are standardised.
_STANDARDISED = {"three times", "bowel", "anxiety"}


EXAMPLES = (
    Example(
        source="naltrexone",
        outcome="serious adverse events",
        measure="RR",
        estimate=1.70,
        lower=1.38,
        upper=2.1,
        n=3088 + 1448,
        control_risk=101 / 1448,
        events=375 + 101,
        theirs=0,
        why="information not asked",
    ),
    Example(
        source="naltrexone",
        outcome="serious adverse events related to it",
        measure="RR",
        estimate=5.72,
        lower=3.09,
        upper=10.58,
        n=3088 + 1448,
        control_risk=19 / 1448,
        events=260 + 19,
        theirs=0,
        why="information not asked",
    ),
    _difference(("three times", "short term"), 385, (-0.28, -0.49, -0.08), 1, "sample size"),
    _difference(("three times", "medium term"), 173, (-0.59, -1.03, -0.15), 1, "sample size"),
    _difference(("three times", "long term"), 345, (0.01, -0.39, 0.41), 1),
    _difference(
        ("three times", "short term, without limitations"),
        215,
        (-0.27, -0.54, -0.05),
        1,
        "sample size",
    ),
    _difference(("three times", "medium term, without limitations"), 40, (-0.32, -0.95, 0.31), 1),
    _difference(("three times", "long term, without limitations"), 215, (0.13, -0.14, 0.40), 1),
    _difference(("rp", "severity"), 491 + 435, (-0.18, -0.37, 0.01), 0, "interval not looked at"),
    _difference(("rp", "frequency"), 329 + 302, (-0.32, -0.76, 0.13), 0, "interval not looked at"),
    _difference(("rp", "duration"), 275 + 243, (-4.79, -14.69, 5.12), 1),
    _difference(
        ("acupuncture", "pain, any acupuncture"),
        266 + 262,
        (-1.04, -1.70, -0.38),
        0,
        "no SD printed",
    ),
    _difference(
        ("acupuncture", "pain, manual"), 213 + 211, (-1.14, -2.18, -0.09), 0, "no SD printed"
    ),
    _difference(
        ("acupuncture", "pain, electrical"), 53 + 51, (-0.94, -1.17, -0.72), 1, "no SD printed"
    ),
    _difference(("acupuncture", "pain on another scale"), 32 + 38, (-1.23, -4.74, 2.27), 1),
    _difference(("acupuncture", "impact, any acupuncture"), 152 + 155, (-13.39, -21.69, -5.1), 1),
    _difference(("acupuncture", "impact, manual"), 127 + 131, (-16.72, -22.51, -10.94), 1),
    _difference(("acupuncture", "impact, electrical"), 25 + 24, (-2.7, -9.06, 3.66), 1),
    Example(
        source="hazard",
        outcome="the one outcome",
        measure="HR",
        estimate=1.40,
        lower=1.13,
        upper=1.75,
        n=470,
        theirs=1,
        why="not about the interval",
    ),
    Example(
        source="nutrients",
        outcome="the one outcome",
        measure="OR",
        estimate=1.53,
        lower=1.20,
        upper=1.95,
        n=107_194,
        theirs=0,
        why="no baseline risk printed",
    ),
    Example(
        source="antidepressants",
        outcome="withdrawn for adverse effects",
        measure="RR",
        estimate=1.44,
        lower=0.11,
        upper=18.9,
        n=179,
        control_risk=0.011,
        theirs=2,
        note="three levels down for two reasons, results that differ in direction and very few "
        "events; taken as one and two",
    ),
    Example(
        source="vascular",
        outcome="myocardial infarction",
        measure="RR",
        estimate=1.23,
        lower=1.15,
        upper=1.31,
        n=1_082_977,
        theirs=0,
    ),
    Example(
        source="vascular",
        outcome="coronary events",
        measure="RR",
        estimate=1.24,
        lower=1.10,
        upper=1.39,
        n=1_530_070,
        theirs=0,
    ),
    Example(
        source="vascular",
        outcome="ischaemic stroke",
        measure="RR",
        estimate=1.05,
        lower=1.01,
        upper=1.09,
        n=80_787,
        theirs=0,
    ),
    Example(
        source="budesonide",
        outcome="death",
        measure="RR",
        estimate=0.61,
        lower=0.22,
        upper=1.67,
        n=2189,
        control_risk=0.009,
        theirs=2,
    ),
    Example(
        source="budesonide",
        outcome="oxygen",
        measure="RR",
        estimate=0.69,
        lower=0.49,
        upper=0.98,
        n=1559,
        control_risk=0.093,
        theirs=1,
        note="the heads of its two columns of risks are exchanged",
    ),
    Example(
        source="budesonide",
        outcome="serious adverse events",
        measure="RR",
        estimate=0.51,
        lower=0.09,
        upper=2.76,
        n=1647,
        control_risk=0.005,
        theirs=2,
        note="called serious, and two levels down, for imprecision alone",
    ),
    Example(
        source="corticosteroids",
        outcome="death",
        measure="RR",
        estimate=2.00,
        lower=0.69,
        upper=5.75,
        n=737,
        theirs=0,
        why="interval not looked at",
    ),
    _difference(
        ("corticosteroids", "days of fever"), 46, (-3.23, -3.56, -2.90), 0, "no SD printed"
    ),
    _difference(
        ("corticosteroids", "days of inflammation"),
        72,
        (-1.00, -2.91, 0.91),
        0,
        "interval not looked at",
    ),
    _difference(
        ("corticosteroids", "days in hospital"), 365, (2.43, 1.42, 3.43), 0, "no SD printed"
    ),
    Example(
        source="haematuria",
        outcome="haematuria",
        measure="RR",
        estimate=0.91,
        lower=0.62,
        upper=1.35,
        n=435,
        theirs=1,
        why="two levels by convention",
        note="called downgraded, beside a very serious risk of bias; taken as one level",
    ),
    _difference(("bowel", "quality of life"), 130 + 105, (0.34, -0.08, 0.77), 1),
    _difference(("bowel", "anxiety"), 96 + 82, (-0.35, -0.65, -0.05), 1, "sample size"),
    _difference(("bowel", "quality of life, without one study"), 108 + 92, (0.51, 0.22, 0.79), 0),
    _difference(("anxiety", "against no exercise"), 194, (-0.41, -0.70, -0.12), 0),
    _difference(("anxiety", "high against low intensity"), 174, (-0.38, -0.68, -0.08), 0),
    Example(
        source="stockings",
        outcome="thrombosis without symptoms",
        measure="RR",
        estimate=0.10,
        lower=0.04,
        upper=0.26,
        n=2637,
        control_risk=0.010,
        events=50,
        theirs=0,
        why="information not asked",
        note="50 events among 2,637 people",
    ),
    Example(
        source="strokes",
        outcome="strokes, where half a percent matters",
        measure="RD",
        estimate=-0.013,
        lower=-0.020,
        upper=-0.006,
        n=10_000,
        theirs=0,
        absolute=Absolute(lower=-20.0, upper=-6.0, mid=5.0),
        why="no baseline risk printed",
        note="hypothetical, without a number of people; 10,000 stand in, and decide nothing",
    ),
    Example(
        source="strokes",
        outcome="strokes, where one percent matters",
        measure="RD",
        estimate=-0.013,
        lower=-0.020,
        upper=-0.006,
        n=10_000,
        theirs=1,
        absolute=Absolute(lower=-20.0, upper=-6.0, mid=10.0),
        note="hypothetical, without a number of people; 10,000 stand in, and decide nothing",
    ),
    Example(
        source="pmatools",
        outcome="null as the threshold, both important differences inside",
        measure="RR",
        estimate=1.32,
        lower=0.758,
        upper=2.298,
        n=1000,
        mid=log(1.20),
        theirs=2,
        note="two studies of log 1.32, SE 0.40",
    ),
    Example(
        source="pmatools",
        outcome="the same without an important difference",
        measure="RR",
        estimate=1.32,
        lower=0.758,
        upper=2.298,
        n=1000,
        theirs=1,
        note="two studies of log 1.32, SE 0.40",
    ),
    Example(
        source="pmatools",
        outcome="large, and few people",
        measure="MD",
        estimate=-2.0,
        lower=-2.83,
        upper=-1.17,
        sd=2.0,
        n=90,
        theirs=2,
        note="pooled from two studies of 20 and 20, 25 and 25 people, means 2 apart, SD 2",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """Another rating of one of these tables: what the authors rated, and what the engine does.

    `ours` is what a rule gives on the facts of the row.
    """

    source: str
    what: str
    theirs: int
    ours: int
    why: str = ""


def _up(start: str, measure: str, ratio: float, down: int) -> int:
    facts = RatingUpFacts(
        start=CERTAINTY.index(start), down=down, measure=measure, estimate=log(ratio)
    )
    return rating_up(facts).up


def _starts(design: str, allocation: str) -> int:
    facts = StartFacts(
        contrast="between-arms",
        allocation=allocation,
        design=design,
        setting="people",
        immediate=False,
        stable=False,
    )
    return start(facts).level or 0


BEYOND = (
    Beyond(
        source="rp",
        what="randomised trials start high (level 3)",
        theirs=3,
        ours=_starts("parallel-trial", "randomised"),
    ),
    Beyond(
        source="corticosteroids",
        what="cohort studies start low (level 1)",
        theirs=1,
        ours=_starts("cohort", "not randomised"),
    ),
    Beyond(
        source="naltrexone",
        what="a risk ratio of 5.72 in randomised trials, rated down twice: levels up",
        theirs=2,
        ours=_up("high", "RR", 5.72, 2),
        why="only what does not start high, and nothing rates down, is rated up (GRADE guidelines "
        "18, table 1)",
    ),
    Beyond(
        source="vascular",
        what="a risk ratio of 1.23 in observational studies: levels up",
        theirs=1,
        ours=_up("low", "RR", 1.23, 0),
        why="the authors rate up since exposure asked once dilutes the effect; Core GRADE drops "
        "plausible confounding, and dilution is a matter for the step back",
    ),
    Beyond(
        source="hazard",
        what="a hazard ratio of 1.40, rated down once: levels up",
        theirs=1,
        ours=_up("low", "HR", 1.40, 1),
        why="the authors rate up for plausible confounding, which Core GRADE drops",
    ),
    Beyond(
        source="three times",
        what="one trial of 40 people: levels down for inconsistency",
        theirs=1,
        ours=inconsistency(
            InconsistencyFacts(
                intervals=((-0.32, -0.95, 0.31),), directions=("decreases",), threshold=0.0
            )
        ).down,
        why="one study has nothing to be inconsistent with; that it is small is imprecision",
    ),
)
