"""The articles side by side, each article's page, and the list of bodies: all that is said, once.

The golden page is made again by ``reviewkit explain column --evidence
tests/functional/small-review``; read what moved before it is committed.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from reviewkit.evidence import load
from reviewkit.records import WORDING
from reviewkit.report.bodies import body_account
from reviewkit.report.body_rows import body_rows
from reviewkit.report.page_source import source_page
from reviewkit.report.side_by_side import Group, by_verdict, by_wording
from reviewkit.report.sources import SourceAccount, source_account, source_accounts
from reviewkit.review import Graded, grade
from tests.functional.commands import FLAGSHIP, GOLDEN, ROOT, SMALL, change, copy_of_small, run
from tests.functional.html_pages import read, text_of

NAPS = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
TRIALS = "222b0bd51fcef7e65c2e62db2ed65457013bab56be6fafeb19ee11d453153c80"


@cache
def graded(review: Path) -> Graded:
    return grade(load(review))


@cache
def sources(review: Path) -> list[SourceAccount]:
    return source_accounts(graded(review))


each_review = pytest.mark.parametrize("review", [SMALL, FLAGSHIP], ids=lambda path: path.name)
ARTICLES = [
    (review, path.stem)
    for review in (SMALL, FLAGSHIP)
    for path in sorted((review / "sources").glob("*.yaml"))
]


@pytest.fixture(params=ARTICLES, ids=lambda param: param[1])
def source(request: pytest.FixtureRequest) -> SourceAccount:
    """Each article of each review in turn."""
    review, name = request.param
    return source_account(graded(review), name)


def two_articles(folder: Path) -> Path:
    """The small review with a second article, before the first by its id, that says one thing."""
    review = copy_of_small(folder)
    (review / "sources/blog.yaml").write_text(
        f"id: blog\ntitle: Naps & <b>nights</b>\npublisher: The Pillow\nsha256: {NAPS}\n"
        "read: 2026-01-06\n",
        encoding="utf-8",
    )
    change(review / "claims/many-trials.yaml", "source: column", "source: blog")
    return review


# -- one article -----------------------------------------------------------------------------------


def test_golden_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = run("explain", "column", evidence=SMALL.relative_to(ROOT)).stdout
    assert shown == (GOLDEN / "column.txt").read_text(encoding="utf-8")


@each_review
def test_each_mention_stands_on_one_page_once(review: Path) -> None:
    recorded = Counter(
        (mention.source, mention.line, mention.sentence, claim.id, mention.says)
        for claim in graded(review).evidence.claims.values()
        for mention in claim.mentions
    )
    told = Counter(
        (source.id, sentence.line, sentence.sentence, said.claim, said.mention.says)
        for source in sources(review)
        for sentence in source.sentences
        for said in sentence.claims
    )
    assert told == recorded


def test_sentences_stand_in_the_order_of_the_text_each_once(source: SourceAccount) -> None:
    places = [(sentence.line, sentence.sentence) for sentence in source.sentences]
    assert places == sorted(set(places))


def test_a_page_shows_each_mention_with_its_wording_verdict_and_severity(
    source: SourceAccount,
) -> None:
    blocks = iter(source_page(source).blocks)
    for sentence in source.sentences:
        place = f"line {sentence.line}, sentence {sentence.sentence} ("
        assert next(b for b in blocks if b.kind == "part").text.startswith(place)
        for said in sentence.claims:
            part = next(block for block in blocks if block.kind == "part")
            ruling = said.mention.ruling
            severity = f" ({ruling.severity})" if ruling.severity != "none" else ""
            assert part.text == f"{said.claim}: {ruling.verdict}{severity}"
            assert [(link.folder, link.name) for link in part.links] == [("claims", said.claim)]
            labels = [next(blocks) for _ in range(3)]
            assert [label.name for label in labels] == ["says", "wording", "why"]
            told = {label.name: label.text for label in labels}
            assert told["says"] == said.mention.says
            assert f"level {said.mention.wording} (cue “{said.mention.cue}”)" in told["wording"]
            assert told["why"]


def test_a_page_fits_a_hundred_columns(source: SourceAccount) -> None:
    lines = source_page(source).text().splitlines()
    assert [line for line in lines if len(line) > 100] == []


def test_a_sentence_with_two_claims_stands_once_with_both(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    claim = review / "claims/many-trials.yaml"
    change(claim, "sentence: 2", "sentence: 1")
    change(claim, TRIALS, "8b5b9db0c13db24256c829aa364aa90c6d2eba318b9232a4ab9313b954d3555f")
    shown = run("explain", "column", evidence=review).stdout
    assert shown.count("line 9, sentence 1 (In short): 2 claims\n") == 1
    assert shown.count("line 9,") == 1
    grouped = shown.partition("line 9, sentence 1")[2].partition("  line 11,")[0]
    assert "faster-reactions: overstated (error)\n" in grouped
    assert "many-trials: wrong (error)\n" in grouped


def test_what_goes_against_a_claim_is_counted_beside_its_short_reason() -> None:
    shown = " ".join(run("explain", "column").stdout.split())
    assert shown.count("Beside it, 1 body does not favour the claim.") == 2


def test_an_article_is_explained_by_the_beginning_of_its_name_and_as_json() -> None:
    assert run("explain", "col").stdout == run("explain", "column").stdout
    found = json.loads(run("explain", "column", "--format", "json").stdout)
    assert found["counts"]["mentions"] == sum(len(s["claims"]) for s in found["sentences"]) == 6
    assert found["counts"]["by_severity"] == {"error": 3, "warning": 1, "none": 2}
    assert found["counts"]["by_wording"]["never"] == {"error": 1}


def test_a_publisher_stands_where_one_is_known(tmp_path: Path) -> None:
    review = two_articles(tmp_path)
    assert "  publisher   The Pillow\n" in run("explain", "blog", evidence=review).stdout
    assert "  publisher " not in run("explain", "column", evidence=review).stdout


def test_an_article_without_a_recorded_claim_says_so(tmp_path: Path) -> None:
    review = two_articles(tmp_path)
    change(review / "claims/many-trials.yaml", "source: blog", "source: column")
    shown = run("explain", "blog", evidence=review).stdout
    assert "  mentions    no claim of it is recorded\n" in shown
    assert "severity" not in shown


# -- side by side ----------------------------------------------------------------------------------


@each_review
def test_counts_side_by_side_are_those_of_the_mentions(review: Path) -> None:
    mentions = [
        (mention.mention.source, mention.ruling.severity, mention.ruling.shown, level)
        for claim in graded(review).claims.values()
        for mention in claim.mentions
        for level in [WORDING[mention.mention.wording]]
    ]

    def counted(*, wording: bool) -> dict[tuple[str, str], tuple[int, ...]]:
        keys = {(m[3], m[1]) if wording else (m[1], m[2]) for m in mentions}
        return {
            key: tuple(
                sum(
                    ((m[3], m[1]) if wording else (m[1], m[2])) == key
                    for m in mentions
                    if m[0] == s
                )
                for s in sorted(graded(review).evidence.sources)
            )
            for key in keys
        }

    assert cells(by_verdict(sources(review))) == named(counted(wording=False))
    assert cells(by_wording(sources(review))) == named(counted(wording=True))


def cells(groups: list[Group]) -> dict[tuple[str, str], tuple[int, ...]]:
    return {(group.total.label, row.label): row.counts for group in groups for row in group.rows}


def named(counts: dict[tuple[str, str], tuple[int, ...]]) -> dict[tuple[str, str], tuple[int, ...]]:
    """The same with the name that a severity of none has where it is counted."""
    name = {"none": "without a finding"}
    return {(name.get(a, a), name.get(b, b)): found for (a, b), found in counts.items()}


@each_review
def test_a_total_is_the_sum_of_its_rows(review: Path) -> None:
    for group in (*by_verdict(sources(review)), *by_wording(sources(review))):
        assert group.total.counts == tuple(
            map(sum, zip(*(r.counts for r in group.rows), strict=True))
        )


def test_a_verdict_that_one_article_has_is_a_zero_for_the_other(tmp_path: Path) -> None:
    found = source_accounts(grade(load(two_articles(tmp_path))))
    assert [source.id for source in found] == ["blog", "column"]
    verdicts = cells(by_verdict(found))
    assert verdicts["error", "wrong"] == (1, 0)
    assert verdicts["error", "misattributed"] == (0, 1)


def test_the_list_of_articles_shows_them_by_id_with_their_publishers(tmp_path: Path) -> None:
    review = two_articles(tmp_path)
    run("report", "--to", tmp_path / "out", evidence=review)
    page = read(tmp_path / "out/articles.html")
    led = [link for link in page.links if link.startswith("articles/")]
    assert led == 3 * ["articles/blog.html", "articles/column.html"]
    text = text_of(tmp_path / "out/articles.html")
    assert "not a score" in text
    assert "Project judgements using GRADE domains." in text
    assert text.index("The Pillow") < text.index("Sleep on it")
    for name in ("articles.html", "articles/blog.html"):
        assert "b" not in read(tmp_path / "out" / name).seen
        assert "Naps & <b>nights</b>" in text_of(tmp_path / "out" / name)


# -- bodies ----------------------------------------------------------------------------------------


@each_review
def test_every_body_has_a_row_with_the_claims_that_name_it(review: Path) -> None:
    found = graded(review)
    accounts = [body_account(found.evidence, body) for body in found.bodies.values()]
    rows = body_rows(found.evidence, accounts)
    assert [row["id"] for row in rows] == list(found.bodies)
    for row in rows:
        claims = found.evidence.claims.values()
        own = [c.id for c in claims if row["id"] in {c.body, *(link.body for link in c.links)}]
        beside = [c.id for c in claims if row["id"] in {b.body for b in c.beside}]
        assert row["claims"] == own
        assert row["beside"] == [name for name in beside if name not in own]
        assert (row["certainty"] or "none") == found.bodies[row["id"]].main.certainty


def test_a_body_is_listed_with_its_question_and_what_counts(tmp_path: Path) -> None:
    run("report", "--to", tmp_path / "out")
    text = " ".join(" ".join(read(tmp_path / "out/bodies.html").text).split())
    assert "reaction-nap reaction time low 2 results of 700 people faster-reactions" in text
    assert "alertness-survey" in text
    assert "beside: faster-reactions" in text
