"""What `make bench` times is sound, or it would time the wrong thing: the review, the drafts."""

from __future__ import annotations

from pathlib import Path

from reviewkit.evidence import check
from reviewkit.prose.documents import read_text
from tests.benchmarks.drafts import article, drafts
from tests.benchmarks.generated import OUTCOMES, STUDIES_IN_A_BODY, write_review


def test_generated_review_has_no_findings_and_every_record(tmp_path: Path) -> None:
    studies = STUDIES_IN_A_BODY + 1  # so that a second set of bodies begins
    evidence, findings = check(write_review(tmp_path / "generated", studies))
    assert findings == ()
    assert evidence is not None
    assert len(evidence.studies) == studies
    assert len(evidence.bodies) == len(evidence.claims) == 2 * len(OUTCOMES)


def test_generated_review_is_the_same_every_time(tmp_path: Path) -> None:
    first, second = (write_review(tmp_path / name, 3) for name in ("one", "two"))
    texts = [
        {
            path.relative_to(folder): path.read_text(encoding="utf-8")
            for path in folder.rglob("*.yaml")
        }
        for folder in (first, second)
    ]
    assert texts[0] == texts[1]


def test_an_article_has_the_words_asked_for_and_whole_blocks() -> None:
    text = article(1_000)
    assert 1_000 <= len(text.split()) < 1_100
    assert "\n".join(drafts()).startswith(text.rstrip())


def test_a_draft_is_read_as_the_sentences_that_were_labelled() -> None:
    document = read_text(drafts()[0], "draft", "md")
    assert {sentence.kind for sentence in document.sentences} >= {"heading", "paragraph"}
    assert document.title
