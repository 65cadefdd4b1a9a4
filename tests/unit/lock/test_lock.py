"""The lock: what each verdict rests on, what moved, and files that are no lock."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reviewkit import lock
from reviewkit.errors import UserError
from reviewkit.lock import parts
from tests.unit.builder import Folder

INVENTORY = """
kind: evidence
inventory:
  {designs: [parallel-trial], outcomes: [onset], interventions: [bath], at-least: "2", why: a test}
"""


def review(tmp_path: Path) -> Folder:
    """Two trials of sleep, one of calm; a claim on each, one on figures, one on the evidence."""
    folder = Folder(tmp_path).study("alpha").study("beta")
    folder.study("gamma", onset="outcome: calm\nunit: points\ndirection: increases")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    folder.body("calm", "{question: {outcome: calm}, uses: [{result: gamma#onset}]}")
    folder.claim("sooner", "body: onset")
    folder.claim("calmer", "{body: calm, outcome: calm, direction: increases}")
    figure = "{says: '20.0', of: alpha#results.onset.groups.bath.after.mean}"
    folder.claim("figures", "{kind: figure, record: alpha}", f"numbers: [{figure}]")
    folder.claim("trials", INVENTORY)
    report = "{result: gamma#onset, direction: increases}"
    return folder.claim("report", "{kind: study-report, record: gamma}", f"reports: [{report}]")


def moved(folder: Folder, before: dict[str, lock.Entry]) -> dict[str, tuple[str, ...]]:
    return {m.claim: m.parts for m in lock.compare(before, lock.of(folder.grade()))}


@pytest.mark.parametrize(
    ("file", "piece", "expected"),
    [
        (
            "studies/beta.yaml",
            "results: {onset: {groups: {bath: {after: {mean: '21.0'}}}}}",
            {"sooner": ("beta#onset",)},
        ),
        (
            "studies/beta.yaml",
            "population: {n: {analysed: '39'}}",
            {"sooner": ("studies/beta",)},
        ),
        ("studies/beta.yaml", "appraisal: {overall: high}", {"sooner": ("studies/beta",)}),
        ("studies/beta.yaml", "read: {paper: {access: abstract}}", {
            "sooner": ("beta#onset", "studies/beta")
        }),
        (
            "studies/alpha.yaml",
            "results: {onset: {groups: {bath: {after: {mean: '20.4'}}}}}",
            {
                "sooner": ("alpha#onset",),
                "figures": ("alpha#results.onset.groups.bath.after.mean",),
            },
        ),
        (
            "studies/alpha.yaml",
            "results: {onset: {groups: {none: {after: {mean: '31.0'}}}}}",
            {"sooner": ("alpha#onset",)},
        ),
        (
            "studies/alpha.yaml",
            "design: {type: crossover-trial}",
            {"sooner": ("studies/alpha",), "trials": ("inventory",)},
        ),
        (
            "studies/gamma.yaml",
            "results: {onset: {groups: {bath: {after: {mean: '21.0'}}}}}",
            {"calmer": ("gamma#onset",), "report": ("gamma#onset",)},
        ),
        (
            "studies/gamma.yaml",
            "funding: {industry: 'yes'}",
            {"calmer": ("studies/gamma",)},
        ),
        (
            "studies/gamma.yaml",
            "arms: {bath: {by: device}}",
            {"calmer": ("studies/gamma",), "report": ("people of gamma",)},
        ),
        ("bodies/calm.yaml", "directness: indirect", {"calmer": ("bodies/calm",)}),
        (
            "bodies/calm.yaml",
            "uses: [{result: gamma#onset, directness: {population: nurses}}]",
            {"calmer": ("bodies/calm",)},
        ),
        (
            "review.yaml",
            "outcomes: {calm: {about: disorder}}",
            {"calmer": ("outcome calm",), "report": ("outcome calm",)},
        ),
        (
            "review.yaml",
            "assumptions: {correlation: {main: '0.9'}}",
            dict.fromkeys(("calmer", "figures", "report", "sooner", "trials"), ("assumptions",)),
        ),
        (
            "claims/figures.yaml",
            "numbers: [{says: '20.00', of: alpha#results.onset.groups.bath.after.mean}]",
            {"figures": ("claims/figures",)},
        ),
        ("claims/sooner.yaml", "direction: increases", {"sooner": ("claims/sooner",)}),
    ],
)  # fmt: skip
def test_a_change_moves_the_claims_that_rest_on_it_and_says_why(
    tmp_path: Path, file: str, piece: str, expected: dict[str, tuple[str, ...]]
) -> None:
    folder = review(tmp_path)
    before = lock.of(folder.grade())
    assert moved(folder, before) == {}
    folder.change(file, piece)
    assert moved(folder, before) == expected


@pytest.mark.parametrize(
    ("file", "piece"),
    [
        ("review.yaml", "{title: Another title, question: Another question}"),
        ("review.yaml", "outcomes: {calm: {label: being calm, note: a note}}"),
        ("review.yaml", "assumptions: {correlation: {why: another reason}}"),
        ("studies/alpha.yaml", "citation: {title: Another title, authors: [Else B], year: '2018'}"),
        ("studies/alpha.yaml", "{note: a note, population: {who: other words, note: a note}}"),
        ("studies/alpha.yaml", "results: {onset: {says: other words, where: Table 2, note: a}}"),
        ("studies/alpha.yaml", "results: {onset: {scale: {least: '0', why: an amount}}}"),
        ("studies/alpha.yaml", "appraisal: {why: another rationale}"),
        ("studies/alpha.yaml", "arms: {bath: {label: the bath, where: Methods}}"),
        ("studies/alpha.yaml", "read: {paper: {url: 'https://example.org/moved', note: a}}"),
        ("bodies/onset.yaml", "{note: a note, searched: in other words}"),
        ("bodies/onset.yaml", "question: {population: grown-ups, time: a month}"),
        ("bodies/onset.yaml", "threshold: {why: another reason}"),
        ("bodies/onset.yaml", "excluded: [{study: gamma, why: another outcome}]"),
        ("claims/sooner.yaml", "{statement: A bath helps one fall asleep., note: a note}"),
        ("sources/article.yaml", "{title: Another title, url: 'https://example.org'}"),
    ],
)
def test_titles_notes_places_labels_and_reasons_move_nothing(
    tmp_path: Path, file: str, piece: str
) -> None:
    folder = review(tmp_path)
    before = lock.of(folder.grade())
    content = (tmp_path / file).read_text(encoding="utf-8")
    folder.change(file, piece)
    assert (tmp_path / file).read_text(encoding="utf-8") != content
    assert moved(folder, before) == {}


def test_what_moved_is_told_from_what_to_what_and_because_of_what(tmp_path: Path) -> None:
    folder = review(tmp_path)
    before = lock.of(folder.grade())
    folder.change("studies/alpha.yaml", "design: {allocation: not randomised}")
    folder.change("studies/beta.yaml", "design: {allocation: not randomised}")
    (found,) = lock.compare(before, lock.of(folder.grade()))
    assert found.render() == (
        "sooner: certainty moderate → very low; severity suggestion → error; "
        "mention article:1:1 overstated (suggestion) → overstated (error)\n"
        "  because of studies/alpha\n"
        "  because of studies/beta"
    )


def test_a_change_that_moves_no_verdict_is_told_as_that(tmp_path: Path) -> None:
    folder = review(tmp_path)
    before = lock.of(folder.grade())
    folder.change(
        "studies/beta.yaml", "results: {onset: {groups: {bath: {after: {mean: '20.1'}}}}}"
    )
    (found,) = lock.compare(before, lock.of(folder.grade()))
    assert found.render() == (
        "sooner: what it rests on changed; its verdicts did not\n  because of beta#onset"
    )


def test_claims_that_came_and_went(tmp_path: Path) -> None:
    before = lock.of(review(tmp_path).grade())
    after = {name: entry for name, entry in before.items() if name != "calmer"}
    after["other"] = before["calmer"]
    assert [m.render() for m in lock.compare(before, after)] == [
        "calmer: in the lock, no longer in the review",
        "other: new, not in the lock",
    ]


def test_other_rules_move_every_claim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = review(tmp_path)
    before = lock.of(folder.grade())
    monkeypatch.setattr(parts, "RULES", "another")
    assert set(moved(folder, before).values()) == {("rules",)}


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    entries = lock.of(review(tmp_path).grade())
    path = lock.write(tmp_path, entries)
    assert path == tmp_path / "reviewkit.lock"
    assert lock.read(tmp_path) == entries
    written = path.read_bytes()
    lock.write(tmp_path, dict(reversed(entries.items())))
    assert path.read_bytes() == written


def test_a_folder_that_cannot_be_written_is_told_and_the_lock_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = review(tmp_path)
    entries = lock.of(folder.grade())
    whole = lock.write(folder.folder, entries).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match=r"cannot be written: No space left"):
        lock.write(folder.folder, {})
    assert (folder.folder / lock.NAME).read_bytes() == whole
    assert not [path for path in folder.folder.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("claim", ["report", "figures"])
def test_the_outcome_of_what_is_told_is_part_of_a_lock(tmp_path: Path, claim: str) -> None:
    told, another = {"report": ("calm", "onset"), "figures": ("onset", "calm")}[claim]
    folder = review(tmp_path).change(f"claims/{claim}.yaml", f"outcome: {another}")
    assert f"outcome {told}" in lock.of(folder.grade())[claim].rests_on


def test_a_review_without_a_lock_has_none(tmp_path: Path) -> None:
    assert lock.read(tmp_path) is None


WHOLE = {
    "evidence": "favours",
    "certainty": "low",
    "verdict": "overstated",
    "severity": "warning",
    "robust": True,
    "mentions": [],
    "rests_on": {"rules": "1"},
}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        "null",
        "{}",
        '{"format": 1}',
        '{"format": 1, "claims": []}',
        '{"format": 1, "claims": {"a": []}}',
        '{"format": 1, "claims": {"a": {}}}',
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "another": 1}}}),
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "rests_on": None}}}),
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "rests_on": {"rules": 1}}}}),
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "mentions": "abc"}}}),
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "mentions": [1]}}}),
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "robust": "yes"}}}),
        json.dumps({"format": 1, "claims": {"a": {**WHOLE, "verdict": None}}}),
        "[" * 100_000,
    ],
)
def test_a_damaged_lock_is_the_users_error_and_says_what_to_do(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / lock.NAME).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r"cannot be read as a lock.*reviewkit verify --write"):
        lock.read(tmp_path)


def test_a_lock_that_is_not_text_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / lock.NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="cannot be read as a lock"):
        lock.read(tmp_path)


def test_a_folder_in_the_place_of_a_lock_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / lock.NAME).mkdir()
    with pytest.raises(UserError, match="cannot be read as a lock"):
        lock.read(tmp_path)


def test_a_lock_of_another_format_says_which(tmp_path: Path) -> None:
    (tmp_path / lock.NAME).write_text('{"format": 7, "claims": {}}', encoding="utf-8")
    with pytest.raises(UserError, match="has format 7; this version writes 1"):
        lock.read(tmp_path)


def test_entries_are_compared_whole() -> None:
    entry = lock.Entry(**{**WHOLE, "mentions": ()})  # type: ignore[arg-type]  # as a file has it
    other = replace(entry, robust=False)
    assert lock.compare({"a": entry}, {"a": entry}) == ()
    (found,) = lock.compare({"a": entry}, {"a": other})
    assert found.render() == "a: robust yes → no"
