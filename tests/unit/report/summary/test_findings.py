"""Summary-of-findings tables and profiles: absolute effects, statements, footnotes, formats."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest

from reviewkit.report.summary import profile_tables, summary_rows, summary_tables
from reviewkit.report.summary.files import findings_file
from reviewkit.report.summary.rows import NOTHING
from reviewkit.report.summary.tables import PROFILE, SUMMARY, Table
from reviewkit.report.summary.writing import apart
from reviewkit.review import Graded
from tests.unit.builder import Folder

EVENTS = """
results:
  onset:
    groups:
      bath: {after: (left out), events: '%s', n: '100'}
      none: {after: (left out), events: '%s', n: '100'}
    unit: (left out)
    direction: decreases
"""


def events(tmp_path: Path, *pairs: tuple[int, int]) -> Folder:
    """Trials that print events of 100 people in each group, in one body."""
    folder = Folder(tmp_path)
    names = []
    for position, pair in enumerate(pairs):
        names.append(f"trial-{position}")
        folder.study(names[-1], EVENTS % pair)
    uses = ", ".join(f"{{result: {name}#onset}}" for name in names)
    return folder.body("onset", f"uses: [{uses}]")


def cells(graded: Graded, name: str = "onset") -> dict[str, str]:
    """The row of a body in a summary, without the marks of its footnotes."""
    (table,) = summary_tables(graded.evidence, summary_rows(graded, (name,)))
    (row,) = table.rows
    plain = ("\n".join(apart(line)[0] for line in cell.splitlines()) for cell in row)
    return dict(zip(table.head, plain, strict=True))


def test_a_risk_ratio_of_one_study_is_applied_to_its_own_comparison_group(tmp_path: Path) -> None:
    found = cells(events(tmp_path, (10, 20)).grade())
    assert found["Relative effect (95% CI)"].startswith("risk ratio 0.50 (95% CI 0.25 to 1.0")
    assert found["Without"] == "200 per 1,000"
    assert found["With"].startswith("100 per 1,000 (49 to 20")
    assert found["Difference (95% CI)"].startswith("100 fewer per 1,000 (151 fewer to ")
    assert found["People (studies, what they compare)"] == "200 people (1 study, groups compared)"


def test_the_baseline_of_several_studies_is_the_median_and_its_source_is_noted(
    tmp_path: Path,
) -> None:
    graded = events(tmp_path, (10, 20), (20, 40), (15, 30)).grade()
    assert cells(graded)["Without"] == "300 per 1,000"
    (table,) = summary_tables(graded.evidence, summary_rows(graded))
    assert any(
        text == "Risk without: the median of the comparison groups of 3 studies "
        "(200 to 400 per 1,000)."
        for _, text in table.footnotes
    )


def test_declared_baselines_come_first_one_line_each_with_their_sources(tmp_path: Path) -> None:
    low = "{risk: '1', people: those at low risk, source: a register}"
    high = "{risk: '20', people: those at high risk, source: a cohort}"
    folder = events(tmp_path, (10, 20)).review(
        f"outcomes: {{onset: {{baselines: [{low}, {high}]}}}}"
    )
    graded = folder.grade()
    found = cells(graded)
    assert found["Without"].splitlines() == [
        "10 per 1,000 (those at low risk)",
        "200 per 1,000 (those at high risk)",
    ]
    assert found["Difference (95% CI)"].splitlines()[0].startswith("5 fewer per 1,000 (7.5 fewer")
    (table,) = summary_tables(graded.evidence, summary_rows(graded))
    texts = [text for _, text in table.footnotes]
    assert "Risk without: a register." in texts
    assert "Risk without: a cohort." in texts


def test_a_difference_of_means_stands_in_its_own_unit(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").study("beta")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    found = cells(folder.grade())
    assert found["Relative effect (95% CI)"] == found["Without"] == found["With"] == NOTHING
    assert found["Difference (95% CI)"].startswith("mean difference −10 minutes (95% CI ")


def test_directions_are_told_where_nothing_is_pooled(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for name in ("alpha", "beta"):
        folder.study(name, onset="{groups: (left out), direction: decreases}")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    found = cells(folder.grade())
    assert found["Difference (95% CI)"] == "2 studies down; no interval can be had"


def test_a_ratio_without_a_known_risk_says_so(tmp_path: Path) -> None:
    estimate = "estimate: {measure: RR, value: '0.50', lower: '0.30', upper: '0.83'}"
    folder = Folder(tmp_path).study("alpha", onset=f"groups: (left out)\n{estimate}")
    found = cells(folder.body("onset", "uses: [{result: alpha#onset}]").grade())
    assert found["Difference (95% CI)"] == "not computed: the risk without is not known"
    assert found["Without"] == NOTHING


def test_a_body_without_a_result_is_a_row_that_says_so(tmp_path: Path) -> None:
    found = cells(Folder(tmp_path).body("onset").grade())
    assert found["People (studies, what they compare)"] == "none"
    assert found["Certainty of the evidence"] == "no direct evidence"
    assert found["What it may say"].startswith("No direct evidence was found of the effect of a ")


def judged(tmp_path: Path, is_: str, why: str, *, facts: str | None = None) -> Graded:
    folder = Folder(tmp_path).study("alpha").body("onset", "uses: [{result: alpha#onset}]")
    proposal = folder.grade().bodies["onset"].main.domains[0].proposal
    folder.change(
        "bodies/onset.yaml",
        f"""judgements: {{risk-of-bias: {{is: {is_}, by: project, on: 2020-01-02,
        read: [alpha/paper], why: {why}, proposal: {proposal.level},
        facts: {facts or proposal.facts}}}}}""",
    )
    return folder.grade()


def notes(graded: Graded) -> list[str]:
    (table,) = profile_tables(graded.evidence, summary_rows(graded))
    return [text for _, text in table.footnotes]


def test_where_a_judgement_departs_both_are_told_with_the_reason(tmp_path: Path) -> None:
    graded = judged(tmp_path, "serious", "nobody knew who had drawn the lots")
    (note,) = [text for text in notes(graded) if text.startswith("Risk of bias:")]
    assert note.startswith("Risk of bias: proposed not serious: ")
    assert (
        "Judged serious (project judgement, not independently reviewed, 2020-01-02): "
        "nobody knew who had drawn the lots. The judgement stands." in note
    )


def test_a_suspended_judgement_is_told_and_the_proposal_stands(tmp_path: Path) -> None:
    graded = judged(tmp_path, "serious", "a reason of more than five words", facts="0" * 12)
    (note,) = [text for text in notes(graded) if text.startswith("Risk of bias:")]
    assert note.endswith("What it saw has moved since: suspended, the proposal stands.")


def test_a_domain_that_rates_nothing_down_needs_no_footnote(tmp_path: Path) -> None:
    graded = judged(tmp_path, "not serious", "a reason of more than five words")
    assert not [text for text in notes(graded) if text.startswith("Risk of bias:")]


def test_every_mark_has_its_footnote_and_every_footnote_its_mark(review: Graded) -> None:
    rows = summary_rows(review)
    for make, head in ((summary_tables, SUMMARY), (profile_tables, PROFILE)):
        tables = make(review.evidence, rows)
        assert [name for table in tables for name in table.bodies] == [
            row.account.id for row in rows
        ]
        for table in tables:
            assert {len(row) for row in table.rows} == {len(head)}
            marks = [mark for mark, _ in table.footnotes]
            assert list(dict.fromkeys(used(table))) == marks


def used(table: Table) -> list[str]:
    return [
        mark
        for row in table.rows
        for cell in row
        for line in cell.splitlines()
        for mark in filter(None, apart(line)[1].split(","))
    ]


def test_every_level_rated_down_is_explained_in_both_tables(review: Graded) -> None:
    rows = summary_rows(review)
    profiles = {
        name: row
        for table in profile_tables(review.evidence, rows)
        for name, row in zip(table.bodies, table.rows, strict=True)
    }
    for row in rows:
        for domain, cell in zip(row.account.domains, profiles[row.account.id][3:8], strict=False):
            level, marks = apart(cell)
            assert level == domain.level
            assert marks or not domain.down


# -- formats ---------------------------------------------------------------------------------------


class Reading(HTMLParser):
    """The cells of the tables of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        self.inside = self.inside or tag in {"td", "th"}
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag == "br" and self.inside:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


@pytest.fixture
def graded(tmp_path: Path) -> Graded:
    """Two bodies of one intervention, one with two baseline risks and a pipe in its words."""
    baselines = (
        "[{risk: '1', people: low | lower, source: a register}, "
        "{risk: '20', people: high, source: a <cohort>}]"
    )
    folder = events(tmp_path, (10, 20)).review(f"outcomes: {{onset: {{baselines: {baselines}}}}}")
    folder.study("calm", onset="outcome: calm\nunit: points\ndirection: increases")
    folder.body("calm", "{question: {outcome: calm}, uses: [{result: calm#onset}]}")
    return folder.grade()


def plain(cell: str) -> str:
    """A cell with its marks bare, as formats raise them."""
    return "\n".join(" ".join(filter(None, apart(line))) for line in cell.splitlines())


def test_html_has_every_cell(graded: Graded) -> None:
    page = Reading()
    page.feed(findings_file(graded, ".html").decode())
    (table,) = summary_tables(graded.evidence, summary_rows(graded))
    assert page.rows[2:] == [list(map(plain, row)) for row in table.rows]
    assert page.rows[0] == [*SUMMARY[:3], "Absolute effects", *SUMMARY[6:]]


def test_markdown_has_every_cell_and_escapes_the_pipe(graded: Graded) -> None:
    text = findings_file(graded, ".md").decode()
    (table,) = summary_tables(graded.evidence, summary_rows(graded))
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(lines) == 2 + len(table.rows)
    assert all(line.replace("\\|", "").count("|") == len(SUMMARY) + 1 for line in lines)
    assert "low \\| lower" in text
    for mark, note in table.footnotes:
        assert f"[{mark}] {note[:30]}" in text


def test_csv_has_every_cell_and_its_footnotes_whole(graded: Graded) -> None:
    rows = list(csv.DictReader(io.StringIO(findings_file(graded, ".csv").decode())))
    (table,) = summary_tables(graded.evidence, summary_rows(graded))
    assert [row["body"] for row in rows] == list(table.bodies)
    assert [row["What it may say"] for row in rows] == [row[-1] for row in table.rows]
    assert "Risk without: a register." in rows[1]["footnotes"]


def test_word_has_every_cell(graded: Graded) -> None:
    document = docx.Document(io.BytesIO(findings_file(graded, ".docx")))
    (table,) = summary_tables(graded.evidence, summary_rows(graded))
    found = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert found[2:] == [list(map(plain, row)) for row in table.rows]
    assert found[0][3:6] == ["Absolute effects"] * 3
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert all(f"{mark} {text}" in texts for mark, text in table.footnotes)
    assert table.caption in texts


def test_another_ending_is_refused(graded: Graded) -> None:
    with pytest.raises(ValueError, match=r"are not written as \.pdf"):
        findings_file(graded, ".pdf")
