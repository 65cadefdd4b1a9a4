from __future__ import annotations

import io
import os
import pickle
from pathlib import Path

import pytest

from reviewkit.prose.documents import LARGEST
from reviewkit.prose.documents.paths import Refusal, Standard, document, gather


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of drafts, which is the working directory."""
    for name in (
        *("b.md", "a.txt", "Z.HTML", "old/c.docx", "old/older/d.ipynb", "old/e[1].txt"),
        *("LICENSE", "p.pdf", ".hidden.md", ".git/x.md", "~$b.docx", "node_modules/n.md"),
        *("old/.ipynb_checkpoints/d.ipynb", "empty/p.png"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It calms.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(*arguments: str) -> list[str]:
    """What is gathered, as the paths of files and the messages of refusals."""
    return [
        one.message if isinstance(one, Refusal) else str(one)
        for one in gather(arguments, stdin=io.BytesIO(b""))
    ]


EVERYTHING = ["Z.HTML", "a.txt", "b.md", "old/c.docx", "old/e[1].txt", "old/older/d.ipynb"]
NOTHING = "(.txt, .text, .md, .markdown, .html, .htm, .xhtml, .docx, .ipynb)"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["."], EVERYTHING),
        (["b.md", "a.txt"], ["b.md", "a.txt"]),
        (["b.md", ".", "./b.md", "old/../a.txt"], ["b.md", "Z.HTML", "a.txt", *EVERYTHING[3:]]),
        (["old"], EVERYTHING[3:]),
        (["old/"], EVERYTHING[3:]),
        (["*"], EVERYTHING),
        (["*.md"], ["b.md"]),
        (["[ab].*"], ["a.txt", "b.md"]),
        (["**"], EVERYTHING),
        (["**/*.txt"], ["a.txt", "old/e[1].txt"]),
        (["**/**/older/*"], ["old/older/d.ipynb"]),
        (["old/**/*.ipynb"], ["old/older/d.ipynb"]),
        (["o?d/*.docx"], ["old/c.docx"]),
        (["old/e[1].txt"], ["old/e[1].txt"]),
        (
            [".hidden.md", "LICENSE", "p.pdf", "none.md"],
            [".hidden.md", "LICENSE", "p.pdf", "none.md"],
        ),
        (["empty"], [f"empty holds no document that is read {NOTHING}"]),
        (["*.tex", "a.txt"], [f"*.tex matches no document that is read {NOTHING}", "a.txt"]),
        (["none/*.md"], ["none cannot be looked into: No such file or directory"]),
        (["nu\0ll.txt"], ["nu\0ll.txt"]),
        ([], []),
    ],
)
def test_paths_name_documents_in_order_each_once(arguments: list[str], found: list[str]) -> None:
    assert named(*arguments) == found


def test_an_absolute_pattern_gives_absolute_paths(folder: Path) -> None:
    assert named(f"{folder}/*.md") == [f"{folder}/b.md"]


def test_links_are_read_once_and_loops_of_them_end(folder: Path) -> None:
    (folder / "old" / "up").symlink_to(folder)
    (folder / "old" / "older" / "up").symlink_to("..")
    (folder / "self.md").symlink_to("self.md")
    (folder / "twin.md").symlink_to("b.md")
    (folder / "gone.md").symlink_to("nowhere.md")
    assert named(".") == ["Z.HTML", "a.txt", "b.md", "gone.md", "self.md", *EVERYTHING[3:]]
    assert named("**/*.docx") == ["old/c.docx"]
    assert named("old/up") == [
        f"old/up/{name}" for name in ["Z.HTML", "a.txt", "b.md", "gone.md"]
    ] + [
        "old/up/self.md",
        *(f"old/up/{name}" for name in EVERYTHING[3:]),
    ]
    messages = [str(document(Path(name))) for name in ("gone.md", "self.md")]
    assert "gone.md cannot be read: No such file or directory" in messages[0]
    assert "self.md cannot be read: Too many levels of symbolic links" in messages[1]


def test_a_folder_that_may_not_be_looked_into_does_not_stop_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def closed(path: str) -> object:
        if path.endswith("older"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert (folder / "old" / "older").is_dir()
    assert named("old") == [
        "old/c.docx",
        "old/e[1].txt",
        "old/older cannot be looked into: Permission denied",
    ]


def test_standard_input_is_read_once_and_in_its_format() -> None:
    found = list(gather(["-", "-"], kind="md", stdin=io.BytesIO(b"# It *calms*")))
    assert found == [Standard(data=b"# It *calms*", kind="md")]
    read = document(pickle.loads(pickle.dumps(found[0])))  # noqa: S301  # its own
    assert not isinstance(read, Refusal)
    assert (read.file, [s.text for s in read.sentences]) == ("standard input", ["It calms"])


def test_standard_input_that_never_ends_or_is_closed_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Path("/dev/zero").open("rb") as endless:
        (found,) = gather(["-"], stdin=endless)
    assert isinstance(found, Standard)
    assert len(found.data) == LARGEST + 1
    assert "standard input is too large" in str(document(found))
    monkeypatch.setattr("sys.stdin", None)
    assert list(gather(["-"])) == [
        Refusal(file="standard input", message="standard input is closed")
    ]


def test_a_document_is_read_or_refused(folder: Path) -> None:
    read = document(folder / "a.txt")
    assert not isinstance(read, Refusal)
    assert [s.text for s in read.sentences] == ["It calms."]
    refused = document(Path("none.md"))
    assert refused == Refusal(
        file="none.md", message="none.md cannot be read: No such file or directory"
    )
