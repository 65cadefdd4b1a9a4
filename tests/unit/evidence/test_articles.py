"""Articles held against the record: invented ones, each changed in one way."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewkit import source
from reviewkit.errors import UserError
from reviewkit.evidence import Evidence, articles, checks, folder, translate
from reviewkit.evidence.articles import Held, articles_in, hold, matched, strays
from reviewkit.evidence.fingerprint import sentences_of
from reviewkit.evidence.placing import nearest
from reviewkit.findings import Finding, render_all, to_json
from reviewkit.records import CODES as MISFITS
from tests.unit.builder import Folder

TEXT = """\
Why bathe

A warm bath makes you fall asleep sooner. It feels good. Who knew?
  • It calms the mind.

In short

A warm bath makes you sleep. It feels good.
"""
CLAIMED = ((3, 1), (3, 2), (4, 1), (8, 1))
WITHOUT = ((1, 1), (3, 3), (6, 1), (8, 2))
#: The fingerprint of each sentence, by its place.
PRINTS = {sentence.place: sentence.sha256 for sentence in sentences_of(TEXT)}

Place = tuple[int, int]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder that holds the article."""
    found = tmp_path / "articles"
    found.mkdir()
    (found / "a.txt").write_text(TEXT, encoding="utf-8")
    return found


@pytest.fixture
def review(tmp_path: Path) -> Folder:
    """A review of the article, with a mention of each sentence that makes a claim."""
    return recorded(tmp_path / "review", {place: PRINTS[place] for place in CLAIMED})


def recorded(home: Path, prints: dict[Place, str]) -> Folder:
    """Write a review of the article, with a mention of each place under the fingerprint given."""
    mentions = (
        f"{{line: {a}, sentence: {b}, sha256: {found}}}" for (a, b), found in prints.items()
    )
    written = Folder(home).change("sources/article.yaml", f"sha256: {digest(TEXT)}")
    return written.body("onset").claim("sooner", "body: onset", mentions=tuple(mentions))


def held(evidence: Evidence, shelf: Path) -> Held:
    (one,) = hold(evidence, articles_in(shelf))
    return one


def told(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """Return code, severity and field of what does not fit."""
    return [(f.code, f.severity, f.where) for f in findings if f.code != articles.LISTED]


def test_every_fingerprint_is_in_place_whatever_the_file_is_called(
    review: Folder, shelf: Path
) -> None:
    (shelf / "a.txt").rename(shelf / "any name, no ending")
    found = held(review.load(), shelf)
    assert told(found.findings) == []
    assert (found.mentions, found.in_place) == (len(CLAIMED), len(CLAIMED))
    assert found.article is not None
    assert found.article.path == (shelf / "any name, no ending").as_posix()


def test_sentences_without_a_claim_are_listed_by_place(review: Folder, shelf: Path) -> None:
    found = held(review.load(), shelf)
    assert tuple(sentence.place for sentence in found.unrecorded) == WITHOUT
    hints = found.findings
    assert {(hint.code, hint.severity) for hint in hints} == {("R305", "hint")}
    for hint, (line, ordinal) in zip(hints, WITHOUT, strict=True):
        assert hint.span is not None
        assert (hint.span.path, hint.span.line) == ((shelf / "a.txt").as_posix(), line)
        assert hint.where == f"article, line {line}, sentence {ordinal}"
        assert PRINTS[line, ordinal] in str(hint.found)


def test_a_sentence_that_stands_twice_is_recorded_at_each_place_apart(
    tmp_path: Path, shelf: Path
) -> None:
    assert PRINTS[3, 2] == PRINTS[8, 2]
    found = held(recorded(tmp_path / "review", {(8, 2): PRINTS[8, 2]}).load(), shelf)
    places = {sentence.place for sentence in found.unrecorded}
    assert (found.in_place, (8, 2) in places, (3, 2) in places) == (1, False, True)


@pytest.mark.parametrize(
    ("place", "stands_at", "field"),
    [((5, 1), (4, 1), "line"), ((3, 4), (3, 1), "sentence"), ((4, 2), (3, 2), "line")],
)
def test_a_fingerprint_elsewhere_is_an_error_of_the_record(
    tmp_path: Path, shelf: Path, place: Place, stands_at: Place, field: str
) -> None:
    found = held(recorded(tmp_path / "review", {place: PRINTS[stands_at]}).load(), shelf)
    wrong, *hints = found.findings
    assert told(found.findings) == [("R304", "error", f"mentions[0].{field}")]
    assert wrong.found == f"line {place[0]}, sentence {place[1]}"
    assert wrong.expected is not None
    assert wrong.expected.startswith(f"line {stands_at[0]}, sentence {stands_at[1]} of ")
    assert found.in_place == 0
    assert stands_at not in {sentence.place for sentence in found.unrecorded}
    assert len(hints) == len(found.unrecorded) == len(PRINTS) - 1


def test_a_fingerprint_of_no_sentence_is_an_error_with_the_line_to_look_at(
    tmp_path: Path, shelf: Path
) -> None:
    written = recorded(tmp_path / "review", {(5, 1): digest("not there"), (8, 1): PRINTS[8, 1]})
    found = held(written.load(), shelf)
    assert told(found.findings) == [("R303", "error", "mentions[0].sha256")]
    assert f"look at {shelf.as_posix()}/a.txt:4, the nearest line" in str(found.findings[0].fix)
    assert (found.mentions, found.in_place) == (2, 1)


def test_in_a_changed_article_nothing_is_an_error(review: Folder, shelf: Path) -> None:
    changed = "An advert\n\n" + TEXT.replace("calms the mind", "calms the body")
    (shelf / "a.txt").write_text(changed, encoding="utf-8")
    found = held(review.load(), shelf)
    assert told(found.findings) == [
        ("R302", "warning", "sha256"),
        ("R304", "warning", "mentions[0].line"),
        ("R304", "warning", "mentions[1].line"),
        ("R303", "warning", "mentions[2].sha256"),
        ("R304", "warning", "mentions[3].line"),
    ]
    text, _, _, lost, *_ = found.findings
    assert text.found is not None
    assert text.found.startswith(digest(changed))
    assert text.expected == f"{digest(TEXT)}, as recorded"
    assert "a.txt:6, the nearest line" in str(lost.fix)  # two lines down, as those around it
    assert (found.mentions, found.in_place) == (4, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.encode("cp1252"),
    ],
    ids=["byte-order mark", "line ends of Windows", "another encoding"],
)
def test_a_file_saved_otherwise_has_changed_and_its_sentences_have_not(
    review: Folder, shelf: Path, data: bytes
) -> None:
    (shelf / "a.txt").write_bytes(data)
    found = held(review.load(), shelf)
    codes = [code for code, _, _ in told(found.findings)]
    bullet_lost = ["R303"] if data == TEXT.encode("cp1252") else []
    assert codes == ["R302", *bullet_lost]
    assert found.in_place == len(CLAIMED) - len(bullet_lost)


def test_a_source_without_a_file_is_a_warning_and_the_file_a_stray(
    review: Folder, shelf: Path
) -> None:
    (shelf / "a.txt").write_text("Another text.\n", encoding="utf-8")
    (shelf / ".hidden").write_text(TEXT, encoding="utf-8")
    (shelf / "inner").mkdir()
    (shelf / "inner" / "a.txt").write_text(TEXT, encoding="utf-8")
    texts = articles_in(shelf)
    (found,) = hold(review.load(), texts)
    assert told(found.findings) == [("R301", "warning", "sha256")]
    assert (found.article, found.in_place, found.unrecorded) == (None, 0, ())
    assert [stray.code for stray in strays([[found]], texts)] == ["R306"]


def test_a_copy_is_no_stray(review: Folder, shelf: Path) -> None:
    (shelf / "copy.txt").write_text(TEXT, encoding="utf-8")
    texts = articles_in(shelf)
    assert list(strays([hold(review.load(), texts)], texts)) == []


def test_a_changed_article_is_the_one_that_shares_most(review: Folder, shelf: Path) -> None:
    sentence = "A warm bath makes you fall asleep sooner."
    (shelf / "a.txt").write_text(f"{sentence} Or so they say.\n", encoding="utf-8")
    (shelf / "b.txt").write_text(TEXT.replace("Who knew?", "Now you know."), encoding="utf-8")
    texts = articles_in(shelf)
    evidence = review.load()
    assert matched(evidence, texts)["article"].path.endswith("b.txt")
    assert [str(stray.span) for stray in strays([hold(evidence, texts)], texts)] == [
        f"{shelf.as_posix()}/a.txt:1:1"
    ]


def test_the_text_on_record_goes_before_one_that_shares_as_much(
    review: Folder, shelf: Path
) -> None:
    (shelf / "0.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    assert matched(review.load(), articles_in(shelf))["article"].path.endswith("a.txt")


def test_one_changed_article_is_not_that_of_two_sources(review: Folder, shelf: Path) -> None:
    """The second has no fingerprint that fits, so its file is absent."""
    piece = f"{{id: other, sha256: {digest('other')}}}"
    (review.folder / "sources/other.yaml").write_text(
        (review.folder / "sources/article.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    review.change("sources/other.yaml", piece)
    (shelf / "a.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    changed, absent = hold(review.load(), articles_in(shelf))
    assert told(changed.findings) == [("R302", "warning", "sha256")]
    assert told(absent.findings) == [("R301", "warning", "sha256")]


def test_no_finding_holds_a_word_of_the_article(tmp_path: Path, shelf: Path) -> None:
    written = recorded(
        tmp_path / "review", {(5, 1): digest("not there"), (9, 1): PRINTS[8, 1]}
    ).load()
    found = held(written, shelf).findings
    assert {finding.code for finding in found} == {"R303", "R304", "R305"}
    for sentence in sentences_of(TEXT):
        assert sentence.words not in render_all(found) + to_json(found)


@pytest.mark.parametrize(
    ("line", "moved", "near"),
    [
        (3, {}, 3),
        (5, {}, 4),
        (7, {}, 6),
        (99, {}, 8),
        (4, {3: 5, 8: 8}, 6),
        (7, {3: 5, 8: 8}, 6),
    ],
)
def test_nearest_line_has_text_and_moves_with_its_neighbours(
    line: int, moved: dict[int, int], near: int
) -> None:
    found = nearest(line, moved, list(sentences_of(TEXT)))
    assert found is not None
    assert found.line == near


def test_there_is_no_nearest_line_in_an_empty_article(review: Folder, shelf: Path) -> None:
    assert nearest(3, {}, []) is None
    (shelf / "a.txt").write_text("", encoding="utf-8")
    evidence = review.change("sources/article.yaml", f"sha256: {digest('')}").load()
    found = held(evidence, shelf)
    assert [code for code, _, _ in told(found.findings)] == ["R303"] * len(CLAIMED)
    assert str(found.findings[0].fix).startswith("correct the mention")


def test_what_cannot_be_read_is_the_users_to_mend(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: No such file"):
        articles_in(tmp_path / "nowhere")


def test_a_huge_file_is_read_no_further_than_a_record(review: Folder, shelf: Path) -> None:
    (shelf / "a.txt").write_bytes(TEXT.encode() + b"\n" * source.MAX_BYTES)
    found = held(review.load(), shelf)
    assert told(found.findings) == [("R302", "warning", "sha256")]


def test_codes_are_those_of_this_layer_alone() -> None:
    others = (source.CODES, translate.CODES, MISFITS, folder.CODES, checks.CODES)
    assert all(not set(articles.CODES) & set(other) for other in others)
