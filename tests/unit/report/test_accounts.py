"""What pages, rows and frames say of a body: ratios of the opposite, rating up, links, people."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from reviewkit.evidence import load
from reviewkit.plots import certainty, forest
from reviewkit.report.bodies import BodyAccount, body_account
from reviewkit.report.rows import effects_csv
from reviewkit.report.studies import studies_rows
from reviewkit.report.turning import turning_of
from reviewkit.review import Graded, deciding_body
from tests.unit.builder import GONE, Folder

SHIPPED = Path(__file__).parents[3] / "evidence" / "head-massage"
RISING = "rising as the outcome falls"
RATIO = """
groups: {gone}
unit: {gone}
reversed: "true"
direction: decreases
estimate: {{measure: RR, value: "3.00", lower: "2.10", upper: "4.20", level: "95"}}
""".format(gone=repr(GONE))

LARGE = """
groups:
  bath: {{n: "500", after: {gone}}}
  none: {{n: "500", after: {gone}, events: "250", total: "500"}}
unit: {gone}
estimate: {{measure: RR, value: "0.40", lower: "0.35", upper: "0.46", level: "95"}}
""".format(gone=repr(GONE))


def review(tmp_path: Path, *pieces: str) -> Graded:
    """One study that prints a risk ratio of people who improved."""
    folder = Folder(tmp_path).study("alpha", *pieces, onset=RATIO)
    return (
        folder.body("onset", "uses: [{result: alpha#onset}]").claim("sooner", "body: onset").grade()
    )


def account(graded: Graded) -> BodyAccount:
    return body_account(graded.evidence, graded.bodies["onset"])


def test_a_ratio_of_the_opposite_is_called_one_on_the_page_and_in_every_row(tmp_path: Path) -> None:
    graded = review(tmp_path)
    body = account(graded)
    (result,) = body.results
    assert result.finding == f"risk ratio ({RISING}) 3.00 (95% CI 2.10 to 4.20)"
    assert (body.reversed, result.reversed) == (True, True)
    (row,) = csv.DictReader(io.StringIO(effects_csv([body])))
    assert row["reversed"] == RISING
    frames = graded.frames()
    assert frames["effects"]["reversed"].tolist() == [True]
    assert frames["specifications"]["reversed"].all()
    (run, *_) = turning_of(graded, graded.claims["sooner"]).runs
    assert run.shown == f"3.00 (95% CI 2.10 to 4.20), {RISING}"


def test_the_axis_of_a_forest_plot_says_so_too(tmp_path: Path) -> None:
    ax = forest(review(tmp_path).bodies["onset"])
    assert ax.get_xlabel() == f"onset: risk ratio, {RISING} (logarithmic axis)"


def test_rating_up_is_part_of_the_sum_and_of_the_ladder(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study(
        "alpha",
        "design: {allocation: not randomised}\npopulation: {n: {analysed: '1000'}}",
        onset=LARGE,
    )
    graded = folder.body("onset", "uses: [{result: alpha#onset}]").grade()
    body = account(graded)
    assert body.rated_up == 1
    assert body.sum.endswith(f" + 1 (rated up) = {body.summed}")
    ax = certainty(graded.bodies["onset"])
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names[-2:] == ["rating up", "certainty"]


def test_the_weakest_link_decides_in_the_claim_and_in_what_it_turns_on(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha")
    folder.study("beta", "design: {allocation: not randomised}")
    folder.body("strong", "uses: [{result: alpha#onset}]")
    folder.body("weak", "uses: [{result: beta#onset}]")
    links = "{name: a, body: strong, favours: decreases}, {name: b, body: weak, favours: decreases}"
    graded = folder.claim("how", f"{{kind: mechanism, links: [{links}]}}").grade()
    claim = graded.claims["how"]
    mains = {name: body.main for name, body in graded.bodies.items()}
    assert mains["weak"].certainty != mains["strong"].certainty
    assert deciding_body(claim.claim, mains) == "weak"
    assert turning_of(graded, claim).runs[0].certainty == claim.certainty == mains["weak"].certainty


def test_people_looked_at_for_eligibility_are_not_those_studied() -> None:
    (row,) = [row for row in studies_rows(load(SHIPPED)) if row["id"] == "sherman-2014"]
    assert (row["n"], row["n_is"]) == ("228", "randomised")
