"""From a verdict back to a printed number: nothing is lost on the way.

Held on the whole of each review that the repository ships: every number that went into an effect
and every figure that a sentence is held against is followed to a line of YAML that prints it, in a
document with an address; every sentence that a claim judges to its place in the article.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewkit.evidence import load
from reviewkit.findings import Span
from reviewkit.records import Figure, Mention
from reviewkit.reported import Reported
from reviewkit.review import Graded, grade
from reviewkit.verdict import check_figure

EVIDENCE = Path(__file__).resolve().parents[2] / "evidence"
REVIEWS = sorted(path.name for path in EVIDENCE.iterdir() if path.is_dir())
#: What each has to follow: figures that are said, and mentions.
SAID = {"head-massage": (20, 223), "bcg-vaccine": (2, 0)}
DIGEST = re.compile(r"[0-9a-f]{64}")


@cache
def graded_from(review: str) -> Graded:
    return grade(load(EVIDENCE / review))


_review: list[str] = []


@pytest.fixture(params=REVIEWS, autouse=True)
def review(request: pytest.FixtureRequest) -> str:
    """The review that a test is held on; each test on each."""
    _review[:] = [request.param]
    return str(request.param)


def graded() -> Graded:
    return graded_from(*_review)


@cache
def lines(path: str) -> tuple[str, ...]:
    return tuple(Path(path).read_text(encoding="utf-8").splitlines())


def at(span: Span) -> str:
    """Return what stands at a place, up to the end of its line."""
    return lines(span.path)[span.line - 1][span.column - 1 :]


def prints(span: Span, text: str) -> bool:
    """Whether a scalar stands at a place: plain, quoted, or as the first line of a folded text."""
    return at(span).lstrip("\"'").startswith(text)


def folded(span: Span) -> bool:
    """Whether a text stands there that is folded over lines of its own."""
    return at(span).startswith((">", "|"))


def written(span: Span) -> str:
    """Return the scalar between the ends of a place; of a folded text, its first line."""
    if folded(span):
        return " ".join(lines(span.path)[span.line].split())
    own = [*lines(span.path)[span.line - 1 : span.end_line]]
    own[-1] = own[-1][: span.end_column - 1]
    own[0] = own[0][span.column - 1 :]
    scalar = yaml.load("\n".join(own), Loader=yaml.BaseLoader)  # noqa: S506 BaseLoader makes text only
    return " ".join(scalar.split())


def numbers() -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    """Yield every number that went into an effect: body, study, path, text."""
    for body in graded().bodies.values():
        for grading in body.all:
            for result in grading.results:
                for printed in result.effect.printed:
                    yield grading.body.id, result.effect.study, printed.path, printed.text


def figures() -> Iterator[tuple[str, Figure]]:
    """Yield every figure that a claim or a mention of it gives."""
    for name, claim in graded().claims.items():
        given = [*claim.claim.numbers, *(n for m in claim.claim.mentions for n in m.numbers)]
        yield from ((name, figure) for figure in given)


def mentions() -> list[tuple[str, int, Mention]]:
    return [
        (name, position, mention)
        for name, claim in graded().claims.items()
        for position, mention in enumerate(claim.claim.mentions)
    ]


def test_there_is_something_to_follow(review: str) -> None:
    told, made = SAID[review]
    assert sum(1 for _ in numbers()) > 100
    assert sum(1 for _ in figures()) >= told
    assert len(mentions()) == made


def test_every_number_of_an_effect_stands_on_its_line() -> None:
    evidence = graded().evidence
    for body, study, path, text in set(numbers()):
        span = evidence.place("studies", study, path)
        assert prints(span, text), f"{body}: {text} is not at {span}"


def test_every_figure_stands_on_its_line() -> None:
    evidence = graded().evidence
    for claim, figure in figures():
        study, _, path = figure.of.partition("#")
        value = evidence.value(figure.of)
        if isinstance(value, Reported):
            span = evidence.place("studies", study, tuple(path.split(".")))
            assert prints(span, value.text), f"{claim}: {value.text} is not at {span}"
            assert value.text in (check_figure(evidence, figure).expected or "")


def test_every_number_in_the_ruling_on_a_figure_is_one_of_the_sentence() -> None:
    for name, claim in graded().claims.items():
        for found in claim.mentions:
            for ruling in (found.ruling, *found.others):
                if ruling.route == "figure" and found.mention.numbers:
                    told = [number.says.text in ruling.reason for number in found.mention.numbers]
                    assert all(told), f"{name}: {ruling.reason}"


def test_every_result_that_is_used_stands_in_a_document_with_an_address() -> None:
    evidence = graded().evidence
    for body in evidence.bodies.values():
        for use in body.uses:
            study, result = evidence.result(use.result)
            read = study.read[result.at]
            assert re.match(r"https?://\S+\.\S+", read.url), use.result
            assert read.access in {"full-text", "abstract", "registry", "dataset", "secondary"}


def test_every_result_is_at_its_place() -> None:
    evidence = graded().evidence
    for name, study in evidence.studies.items():
        for result in study.results:
            key = evidence.documents["studies", name].key_place(("results", result))
            assert prints(key, f"{result}:"), f"{name}#{result} is not at {key}"


@pytest.mark.parametrize("kind", ["studies", "bodies", "claims", "sources"])
def test_every_value_of_a_record_stands_at_its_place(kind: str) -> None:
    evidence = graded().evidence
    followed = 0
    for (part, name), document in evidence.documents.items():
        if part != kind:
            continue
        for steps, span in document.places():
            value: Any = document.data
            for step in steps:
                value = value[step]
            if isinstance(value, str) and value:
                text, words = written(span), " ".join(value.split())
                whole = words.startswith(text) if folded(span) else words == text
                assert text, f"{name} {steps} at {span}"
                assert whole, f"{name} {steps} at {span}"
                followed += 1
    assert followed > 10 or not any(part == kind for part, _ in evidence.documents)


def test_every_judgement_names_documents_that_the_records_hold() -> None:
    evidence = graded().evidence
    for body in evidence.bodies.values():
        for domain, judgement in body.judgements.items():
            for document in judgement.read:
                study, _, key = document.partition("/")
                assert key in evidence.studies[study].read, f"{body.id} {domain}: {document}"


def test_every_reason_names_its_certainty_and_its_studies() -> None:
    """A verdict on a body says how many studies there are, or that there is none."""
    for name, claim in graded().claims.items():
        if claim.claim.kind in {"benefit", "comparison"}:
            assert re.search(
                r"\d stud(y|ies)|no study|nothing that counts", claim.ruling.reason, re.IGNORECASE
            ), name


def test_no_reason_speaks_as_the_methods_forbid() -> None:
    """Never “not significant”, never “no effect” for an imprecise result, no recommendation."""
    forbidden = re.compile(
        r"not significant|insignificant|has no effect\b(?! is not)|\byou should\b", re.IGNORECASE
    )
    for claim in graded().claims.values():
        for ruling in (claim.ruling, *(m.ruling for m in claim.mentions)):
            own_words = ruling.reason.replace("That it has no effect is not shown either.", "")
            if ruling.route in {"benefit", "mechanism", "advice", "experience"}:
                assert not forbidden.search(own_words), ruling.reason


# -- sentences of the articles, which are not in the repository ------------------------------------


def test_every_sentence_has_one_fingerprint_of_its_own() -> None:
    by_place: dict[tuple[str, int, int], set[str]] = {}
    for _, _, mention in mentions():
        assert DIGEST.fullmatch(mention.sha256)
        place = (mention.source, mention.line, mention.sentence)
        by_place.setdefault(place, set()).add(mention.sha256)
    assert all(len(found) == 1 for found in by_place.values())


def test_every_mention_stands_on_its_line_of_yaml() -> None:
    evidence = graded().evidence
    for name, position, mention in mentions():
        span = evidence.place("claims", name, ("mentions", position, "sha256"))
        assert prints(span, mention.sha256)


BULLET = re.compile(r"^(?:[•*-]\s+|#+\s+)")
ENDS = re.compile(r"""(?<=[.!?])(?P<close>["'”’)]*)\s+(?=["'“‘(]?[A-Z])""")


def normal(text: str) -> str:
    """Unicode NFKC, every run of whitespace to one space, nothing around it, no bullet."""
    spaced = " ".join(unicodedata.normalize("NFKC", text).split())
    return BULLET.sub("", spaced)


def digests(line: str) -> set[str]:
    """Return the fingerprints of all sentences that a line can be cut into, and of the line."""
    whole = normal(line)
    ends = [0, *(m.end() for m in ENDS.finditer(whole)), len(whole)]
    stretches = {
        whole[first:last].strip() for i, first in enumerate(ends) for last in ends[i + 1 :]
    }
    return {hashlib.sha256(text.encode()).hexdigest() for text in stretches}


@pytest.mark.articles
def test_every_fingerprint_is_that_of_a_sentence_on_its_line(articles: Path) -> None:
    texts = {path.name[:3]: path for path in articles.glob("*.txt")}
    for name, _, mention in mentions():
        line = texts[mention.source].read_text(encoding="utf-8").split("\n")[mention.line - 1]
        place = f"{name}: {mention.source}:{mention.line}:{mention.sentence}"
        assert mention.sha256 in digests(line), place


@pytest.mark.articles
def test_every_source_is_the_document_that_was_read(articles: Path) -> None:
    texts = {path.name[:3]: path for path in articles.glob("*.txt")}
    for name, source in graded().evidence.sources.items():
        assert hashlib.sha256(texts[name].read_bytes()).hexdigest() == source.sha256, name


@pytest.mark.articles
def test_no_mention_is_told_in_the_words_of_its_sentence(articles: Path) -> None:
    text = " ".join(
        normal(line).lower()
        for path in articles.glob("*.txt")
        for line in path.read_text(encoding="utf-8").split("\n")
    )
    for name, _, mention in mentions():
        told = normal(mention.says).lower().rstrip(".")
        assert len(told) < 25 or told not in text, f"{name}: {mention.says}"
