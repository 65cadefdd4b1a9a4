"""The branches of imprecision, with the numbers that part them and who says so."""

from __future__ import annotations

from reviewkit.certainty.proposal import CORE_GRADE_2, MURAD, PROJECT, branches

#: A standardised difference from which an effect is implausibly large (pmatools' convention).
LARGE_SMD = 0.8
#: A relative change of a risk above which an effect is possibly, and certainly, implausibly large
#: (Core GRADE 2).
LARGE_RRR, CERTAINLY_LARGE_RRR = 0.3, 0.4
#: Share of the optimal information size below which two levels are considered (Core GRADE 2).
FAR_BELOW = 0.3
#: People in two arms who are enough for a continuous outcome, whatever the size asks for
#: (Core GRADE 2's rule of thumb, 400 in each arm).
ENOUGH = 800
#: Ratio of the limits of a ratio's interval from which two levels are considered (Core GRADE 2 for
#: risk and odds ratios; for hazard ratios pmatools' convention).
WIDE = {"RR": 3.0, "HR": 3.0, "OR": 2.5}
#: Measures of events. A risk difference has no ratio of its limits.
OF_EVENTS = frozenset({*WIDE, "RD"})
#: Ratios below and above which a benefit or harm is appreciable where no minimal important
#: difference is known (GRADE guidelines 6, doi:10.1016/j.jclinepi.2011.01.012: "a rough guide").
APPRECIABLE = (0.75, 1.25)
#: Events in all groups below which there are very few (a convention of this project).
FEW_EVENTS = 10
#: People up to which a synthesis without intervals is rated down (Murad 2017), and below which
#: twice (a convention of this project).
FEW, VERY_FEW = 400, 100
#: Studies that a sign test needs to be able to reach .05.
SIGN_TEST = 6

BRANCHES = branches(
    "imprecision",
    {
        "crosses": (
            1,
            CORE_GRADE_2,
            "transcribed",
            "the 95% interval crosses the threshold, whatever the sample",
        ),
        "benefit-and-harm": (
            2,
            CORE_GRADE_2,
            "transcribed",
            "it includes both important benefit and important harm",
        ),
        "appreciable-both-ways": (
            2,
            PROJECT,
            "convention",
            (
                "a ratio without a known minimal important difference: it reaches below 0.75 and "
                "above 1.25, which GRADE guidelines 6 offers as a rough guide to appreciable "
                "benefit and harm; that both rate down two levels is a convention"
            ),
        ),
        "very-few-events": (
            3,
            PROJECT,
            "convention",
            (
                "either of these two, and fewer than 10 events in all; that so few may justify "
                "three levels is said by the authors of Core GRADE (clarityresearch.ca, frequently "
                "asked questions), the number is a convention"
            ),
        ),
        "modest": (
            0,
            PROJECT,
            "convention",
            "it does not cross, and the effect is below 0.8 standard deviations",
        ),
        "modest-ratio": (
            0,
            CORE_GRADE_2,
            "transcribed",
            "it does not cross, and the risk changes by no more than 30%",
        ),
        "limits-far-apart": (
            2,
            CORE_GRADE_2,
            "transcribed",
            (
                "implausibly large, and the upper limit of the risk ratio is at least 3 times the "
                "lower, of an odds ratio 2.5 times"
            ),
        ),
        "limits-far-apart-hazard": (
            2,
            PROJECT,
            "convention",
            (
                "implausibly large, and the upper limit of the hazard ratio is at least 3 times "
                "the lower"
            ),
        ),
        "enough-events-information": (
            0,
            CORE_GRADE_2,
            "transcribed",
            "implausibly large; as many people as the optimal information size, or more",
        ),
        "too-little-events-information": (
            1,
            CORE_GRADE_2,
            "transcribed",
            "implausibly large; fewer people than the optimal information size",
        ),
        "baseline-risk-unknown": (
            1,
            PROJECT,
            "convention",
            (
                "implausibly large, and without the risk in the comparison group the optimal "
                "information size cannot be computed"
            ),
        ),
        "enough-information": (
            0,
            PROJECT,
            "convention",
            (
                "large in standard deviations, or of a size unknown in them; as many people as the "
                "optimal information size, or 800 in two arms"
            ),
        ),
        "too-little-information": (1, PROJECT, "convention", "fewer people than that"),
        "far-too-little-information": (
            2,
            PROJECT,
            "convention",
            "fewer than 30% of the optimal information size",
        ),
        "people-unknown": (
            1,
            PROJECT,
            "convention",
            "the information is to be checked, and how many people there were is not known",
        ),
        "no-interval-many": (
            0,
            MURAD,
            "published",
            "no usable interval; more than 400 people",
        ),
        "no-interval-few": (1, MURAD, "published", "no usable interval; 400 people or fewer"),
        "no-interval-very-few": (
            2,
            PROJECT,
            "convention",
            "no usable interval; fewer than 100 people",
        ),
        "no-interval-people-unknown": (
            1,
            PROJECT,
            "convention",
            "no usable interval, and how many people there were is not known",
        ),
    },
)
