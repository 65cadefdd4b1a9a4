"""The index: light when warm, never stale, and never in the way of a disk or a second process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import reviewkit
from reviewkit import index
from reviewkit.errors import InvalidEvidence
from reviewkit.index import rows
from tests.unit.builder import Folder

HEAVY = ("pydantic", "yaml", "numpy", "pandas", "scipy", "reviewkit.records", "reviewkit.evidence")
WARM = f"""
import json, sys
from pathlib import Path
from reviewkit.index import open_index
found = open_index(Path(sys.argv[1]))
print(json.dumps([sorted(set({HEAVY!r}) & set(sys.modules)), found["claims"][0]["id"]]))
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own; not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(index.CACHE_VARIABLE, str(folder))
    return folder


@pytest.fixture
def review(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "sleep").study("alpha")
    folder.body("onset", "uses: [{result: alpha#onset}]")
    return folder.claim("sooner", "body: onset")


def opened(folder: Path) -> Any:
    """Open an index in a process of its own: what it loaded, and the first claim."""
    done = subprocess.run(
        [sys.executable, "-c", WARM, str(folder)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(reviewkit.__file__).parent.parent,
    )
    return json.loads(done.stdout)


def test_a_warm_index_loads_nothing_heavy(review: Folder, cache: Path) -> None:
    cold, claim = opened(review.folder)
    assert "pydantic" in cold
    assert len(list(cache.iterdir())) == 1
    assert opened(review.folder) == [[], "sooner"]
    assert claim == "sooner"


def test_a_warm_index_is_the_one_that_was_built(review: Folder, cache: Path) -> None:
    built = index.open_index(review.folder)
    assert cache.is_dir()
    assert index.open_index(review.folder) == built == json.loads(json.dumps(built))
    assert set(built) == {"format", *index.PARTS}


def test_what_an_index_holds(review: Folder) -> None:
    found = index.build(review.grade())
    (row,) = found["claims"]
    assert (row["id"], row["verdict"], row["certainty"]) == ("sooner", "overstated", "low")
    assert row["mentions"][0]["severity"] == "warning"
    assert found["allowed"] == {"sooner": 1}
    assert found["shown"]["sooner"]["verdict"] == "overstated"
    (study,) = found["studies"]
    (mean,) = (n for n in study["numbers"] if n["path"].endswith("groups.bath.after.mean"))
    assert (mean["text"], mean["unit"]) == ("20.0", "minutes")
    file, line = mean["at"].split(":")[:2]
    assert "20.0" in Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_figures_are_numbers_and_no_words(review: Folder) -> None:
    (study,) = index.build(review.grade())["studies"]
    texts = [number["text"] for number in study["numbers"]]
    assert "40" in texts
    assert "minutes" not in texts


def test_one_byte_of_evidence_makes_another_key(review: Folder) -> None:
    before = index.key(review.folder)
    assert index.key(review.folder) == before
    path = review.folder / "studies/alpha.yaml"
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    after = index.key(review.folder)
    assert after != before
    path.rename(path.with_name("beta.yaml"))
    assert index.key(review.folder) not in {before, after}


def test_what_is_no_evidence_makes_no_other_key(review: Folder) -> None:
    before = index.key(review.folder)
    (review.folder / "reviewkit.lock").write_text("{}", encoding="utf-8")
    (review.folder / "notes.txt").write_text("a", encoding="utf-8")
    (review.folder / "a-folder.yaml").mkdir()
    assert index.key(review.folder) == before


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's place, so that code can change."""
    folder = tmp_path / "package"
    (folder / "verdict").mkdir(parents=True)
    for name in ("index.py", "verdict/routes.py", "verdict/wording.py"):
        (folder / name).write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(index, "__file__", str(folder / "index.py"))
    return folder


def test_changed_code_makes_another_key(review: Folder, code: Path) -> None:
    before = index.key(review.folder)
    module = code / "verdict/routes.py"
    module.write_text("a = 2\n", encoding="utf-8")
    os.utime(module, ns=(0, module.stat().st_mtime_ns + 1))
    after = index.key(review.folder)
    assert after != before
    module.rename(code / "verdict/other.py")
    assert index.key(review.folder) not in {before, after}


def test_another_version_makes_another_key(review: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index.key(review.folder)
    monkeypatch.setattr(reviewkit, "__version__", "0.0.0.test")
    assert index.key(review.folder) != before


def test_a_changed_number_is_seen_at_once(review: Folder, cache: Path) -> None:
    before = index.open_index(review.folder)
    review.change("studies/alpha.yaml", "design: {allocation: not randomised}")
    after = index.open_index(review.folder)
    assert [row["certainty"] for row in (*before["claims"], *after["claims"])] == [
        "low",
        "very low",
    ]
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"{", b"\xff\xfe", b"[]", b"{}", b"null", b'{"format": 1}', b'{"format": 0}'),
        b"[" * 100_000,
        json.dumps({"format": index.FORMAT, **dict.fromkeys(index.PARTS)}).encode(),
    ],
)
def test_a_damaged_cache_is_built_again(review: Folder, cache: Path, damage: bytes) -> None:
    built = index.open_index(review.folder)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert index.open_index(review.folder) == built
    assert kept.read_bytes() == whole


@pytest.mark.parametrize("keep", [-1, -2, 400])
def test_an_index_that_is_cut_short_is_built_again(review: Folder, cache: Path, keep: int) -> None:
    built = index.open_index(review.folder)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:keep])
    assert index.open_index(review.folder) == built
    assert kept.read_bytes() == whole


@pytest.mark.usefixtures("cache")
def test_rows_of_a_warm_index_are_parsed_when_asked_for(review: Folder) -> None:
    index.open_index(review.folder)
    rulings = index.open_index(review.folder)["rulings"]
    assert list(rulings) == ["sooner"]
    assert "sooner" in rulings
    assert rulings._parsed == {}
    assert rulings["sooner"]["asserts"] is rulings["sooner"]["asserts"]


def test_a_cache_that_cannot_be_written_stays_in_memory(
    review: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv(index.CACHE_VARIABLE, str(in_the_way / "cache"))
    assert index.open_index(review.folder)["claims"][0]["id"] == "sooner"
    assert in_the_way.read_text(encoding="utf-8") == "not a folder"


def test_a_disk_that_fails_while_writing_leaves_nothing_behind(
    review: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left on the device")

    monkeypatch.setattr(Path, "replace", fails)
    assert index.open_index(review.folder)["claims"][0]["id"] == "sooner"
    assert list(cache.iterdir()) == []


def test_the_same_review_elsewhere_tells_its_own_places(review: Folder, cache: Path) -> None:
    copy = Path(shutil.copytree(review.folder, review.folder.parent / "copy"))
    here, there = (
        index.open_index(folder)["studies"][0]["numbers"][0] for folder in (review.folder, copy)
    )
    assert here["at"].startswith(review.folder.as_posix())
    assert there["at"].startswith(copy.as_posix())
    assert len(list(cache.iterdir())) == 2


def test_the_newest_indexes_are_kept(
    review: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "KEPT", 2)
    cache.mkdir()
    for age, letter in enumerate("abc", start=1):
        (old := cache / f"{letter * 64}.json").write_text("{}", encoding="utf-8")
        os.utime(old, ns=(0, 10**9 * age))
    (cache / "notes.json").write_text("mine", encoding="utf-8")
    index.open_index(review.folder)
    assert {path.name for path in cache.iterdir()} == {
        "notes.json",
        f"{'c' * 64}.json",
        f"{index.key(review.folder)}.json",
    }


def test_without_a_home_nothing_is_kept(review: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in (index.CACHE_VARIABLE, "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert index.cache_folder() is None
    assert index.open_index(review.folder)["claims"][0]["id"] == "sooner"


def test_a_record_that_cannot_be_read_is_left_to_the_loader(
    review: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(entry: os.DirEntry[str]) -> bytes:
        raise PermissionError(13, "Permission denied", entry.path)

    before = index.key(review.folder)
    monkeypatch.setattr(index, "_content", refused)
    assert index.key(review.folder) != before


def test_writers_at_once_leave_one_whole_index(review: Folder, cache: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: index.open_index(review.folder), range(8)))
    assert all(one == found[0] for one in found)
    (kept,) = cache.iterdir()
    assert rows.read(kept.read_bytes()) == found[0]


def test_invalid_evidence_is_not_kept(review: Folder, cache: Path) -> None:
    review.change("studies/alpha.yaml", "design: {type: no such design}")
    with pytest.raises(InvalidEvidence):
        index.open_index(review.folder)
    assert not cache.exists()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({index.CACHE_VARIABLE: "a"}, Path("a")),
        ({"XDG_CACHE_HOME": "b"}, Path("b/reviewkit")),
        ({index.CACHE_VARIABLE: "a", "XDG_CACHE_HOME": "b"}, Path("a")),
        ({"HOME": "c"}, Path("c/.cache/reviewkit")),
    ],
)
def test_where_the_cache_is(
    variables: dict[str, str], expected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (index.CACHE_VARIABLE, "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert index.cache_folder() == expected


def test_the_standing_words(review: Folder) -> None:
    text = index.caption(index.build(review.grade()))
    assert text.startswith(
        "Project judgements using GRADE domains. Not a systematic review, no duplicate extraction, "
        "not endorsed by the GRADE working group."
    )
    assert "not medical advice" in text
    assert "nobody should start or stop a treatment on it" in text
    assert text.endswith("Interests of the maintainers: a test: none.")
