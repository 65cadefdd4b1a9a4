"""The short run of CI, and that the fuzz would find what it looks for."""

from __future__ import annotations

from collections import Counter

import pytest

from reviewkit.prose.documents import Kind, read_data
from tests.fuzz import fuzz
from tests.fuzz.drafts import DRAFTS

DOCUMENTS = 300
SEED = 1


def test_a_few_hundred_documents_are_read_or_refused() -> None:
    outcomes = list(fuzz.run(SEED, range(DOCUMENTS), jobs=1))
    failures = {one.number: fuzz.failed(one) for one in outcomes if fuzz.failed(one)}
    assert failures == {}
    read = Counter(one.kind for one in outcomes if not one.refused)
    assert set(read) == set(DRAFTS)
    assert min(read.values()) > DOCUMENTS / len(DRAFTS) / 4  # it is not all refused at the door


@pytest.mark.parametrize("kind", sorted(DRAFTS))
def test_the_drafts_are_sound_before_they_are_mutated(kind: Kind) -> None:
    document = read_data(DRAFTS[kind], "draft", kind)
    assert len(document.sentences) > 5
    assert len(document.ignores) > 0
    fuzz.hold(document, [{"file": "draft", "findings": []}], DRAFTS[kind], kind)


def test_a_document_is_always_the_same() -> None:
    assert [fuzz.made(SEED, number) for number in range(20)] == [
        fuzz.made(SEED, number) for number in range(20)
    ]


def test_a_bug_a_hang_and_too_much_memory_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a bug")

    def stuck(*_: object) -> None:
        while True:
            pass

    with monkeypatch.context() as patch:
        patch.setattr(fuzz, "read_data", broken)
        assert "KeyError: 'a bug'" in fuzz.failed(fuzz.tried(SEED, 0))
    with monkeypatch.context() as patch:
        patch.setattr(fuzz, "read_data", stuck)
        patch.setattr(fuzz, "SECONDS", 0.2)
        assert "Hang: 0.2 s" in fuzz.failed(fuzz.tried(SEED, 0))
    monkeypatch.setattr(fuzz, "MEGABYTES", -1)
    assert "MB" in fuzz.failed(fuzz.tried(SEED, 0))
