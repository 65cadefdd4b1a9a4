from __future__ import annotations

from matplotlib.axes import Axes

from reviewkit.appraisal import Assessment, DomainAssessment
from reviewkit.plots import forest
from reviewkit.plots.bias_columns import bias_columns
from reviewkit.review import Graded
from tests.unit.plots.making import texts, xs, ys

#: Three randomised trials by RoB 2; one left out that was appraised by another instrument.
BODY = "headache-intensity-no-treatment"


def marks(ax: Axes) -> list[tuple[float, str, bool]]:
    """Return the row, the risk and whether a mark is filled, of all marks of bias."""
    return [
        (
            ys(line)[0],
            str(line.get_gid()).removeprefix("bias: "),
            line.get_markerfacecolor() != "white",
        )
        for line in ax.lines
        if str(line.get_gid()).startswith("bias: ")
    ]


def test_without_the_evidence_there_are_no_marks(review: Graded) -> None:
    assert marks(forest(review.bodies[BODY])) == []


def test_each_domain_and_the_whole_have_a_mark(review: Graded) -> None:
    grade = review.bodies[BODY].main
    drawn = marks(forest(review.bodies[BODY], evidence=review.evidence))
    for row, result in enumerate(grade.counted):
        found = review.evidence.studies[result.effect.study].assessed(
            result.use.result.partition("#")[2]
        )
        assert found is not None
        risks = found.instrument.risks
        parts: list[Assessment | DomainAssessment] = [*found.domains, found]
        wanted = [
            (f"{risks[part.judgement]}, {'settled' if part.settled else 'open'}", part.settled)
            for part in parts
        ]
        assert [(risk, filled) for at, risk, filled in drawn if at == row] == wanted


def test_a_result_of_another_instrument_has_the_whole_alone(review: Graded) -> None:
    grade = review.bodies[BODY].main
    left_out = [result for result in grade.results if not result.counts]
    (other,) = bias_columns([], left_out, review.evidence).rows
    table = bias_columns(grade.counted, left_out, review.evidence)
    assert table.instrument is not None
    assert table.instrument.key == "rob-2"
    *domains, whole = table.rows[-1]
    assert domains == [(None, True)] * len(table.instrument.domains)
    assert other == (whole,)
    row = len(grade.counted) + 1  # below the row of what they come to
    drawn = marks(forest(review.bodies[BODY], evidence=review.evidence))
    assert len([at for at, *_ in drawn if at == row]) == 1


def test_the_legend_names_the_domains(review: Graded) -> None:
    legend = forest(review.bodies[BODY], evidence=review.evidence).get_legend()
    assert legend is not None
    told = [text.get_text() for text in legend.get_texts()]
    assert "1 randomisation" in told
    assert "hollow: turns on what was not read" in told


def test_marks_stand_right_of_the_text(review: Graded) -> None:
    ax = forest(review.bodies[BODY], evidence=review.evidence)
    heads = texts(ax)
    assert heads.index("effect") < heads.index("1") < heads.index("bias")
    places = [
        float(line.get_transform().transform((xs(line)[0], 0))[0])
        for line in ax.lines
        if str(line.get_gid()).startswith("bias: ") and ys(line) == [0.0]
    ]
    assert places == sorted(places)
    assert places[0] > float(ax.transAxes.transform((1, 0))[0])
