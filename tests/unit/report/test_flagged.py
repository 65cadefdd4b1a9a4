"""A claim's page says whether its flagged numbers matter."""

from __future__ import annotations

from pathlib import Path

from reviewkit.report.flagged import flagged_account
from reviewkit.report.pages import page_of
from tests.unit.builder import Folder

#: Thirty minutes against twenty with a spread of two: five SDs apart.
NARROW = """
groups:
  bath: {after: {sd: "2.0"}}
  none: {after: {sd: "2.0"}}
"""


def folder(tmp_path: Path, *names: str) -> Folder:
    found = Folder(tmp_path)
    for name in names:
        found.study(name, onset=NARROW if name.startswith("narrow") else "")
    uses = ", ".join(f"{{result: {name}#onset}}" for name in names)
    return found.body("onset", f"uses: [{uses}]").claim("sooner", "body: onset")


def test_no_flag_no_word(tmp_path: Path) -> None:
    graded = folder(tmp_path, "alpha", "beta").grade()
    found = flagged_account(graded, "sooner")
    assert (found.flags, found.told()) == ((), "")
    assert (
        "PRINTED NUMBERS" not in str(page_of(graded, "claim", "sooner").page().lines(100)).upper()
    )


def test_the_verdict_is_the_same_without_it(tmp_path: Path) -> None:
    graded = folder(tmp_path, "alpha", "beta", "gamma", "narrow").grade()
    found = flagged_account(graded, "sooner")
    assert found.results == ("narrow#onset",)
    assert [flag.code for flag in found.flags] == ["A304"]
    assert found.moves == ()
    assert found.told() == "Without the flagged result (narrow#onset) every verdict is the same."


def test_nothing_is_left_without_it(tmp_path: Path) -> None:
    found = flagged_account(folder(tmp_path, "narrow").grade(), "sooner")
    assert found.told().startswith(
        "Without the flagged result (narrow#onset) the claim goes from favours, "
    )
    assert found.told().endswith("and the verdict of 1 sentence moves.")
    assert found.to_dict()["told"] == found.told()
