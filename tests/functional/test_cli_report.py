"""``report``: what is written, that it hangs together, and that nobody's file is lost."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from reviewkit.report.folder import MARKER
from tests.functional.commands import change, copy_of_small, run
from tests.functional.html_pages import read, text_of

DATA = {
    *("claims.csv", "claims.json", "mentions.csv", "effects.csv", "certainty.csv", "studies.csv"),
    "multiverse.csv",
    *("findings.csv", "profile.csv"),
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of the small review."""
    folder = tmp_path_factory.mktemp("report") / "out"
    found = run("report", "--to", folder)
    assert found.exit_code == 0
    assert found.stdout == f"{folder / 'index.html'}: {len(files(folder)) - 1} files written\n"
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


# -- what is written -------------------------------------------------------------------------------


def test_everything_is_there(written: Path) -> None:
    pages = {
        *("claims/faster-reactions.html", "claims/many-trials.html"),
        *("claims/not-after-four.html", "claims/survey-figures.html"),
        *("bodies/reaction-nap.html", "bodies/alertness-survey.html"),
        *("studies/early-2001.html", "studies/late-2005.html", "studies/survey-2010.html"),
        "articles/column.html",
    }
    lists = {"index.html", "articles.html", "bodies.html", "studies.html"}
    lists |= {"findings.html", "profile.html"}
    assert set(files(written)) == {*DATA, *pages, *lists, MARKER}


def test_the_same_evidence_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    run("report", "--to", tmp_path / "again")
    assert files(tmp_path / "again") == files(written)


def test_every_page_is_whole_and_loads_nothing(written: Path) -> None:
    for path in written.rglob("*.html"):
        reader = read(path)
        assert reader.seen.count("h1") == 1
        assert reader.loads == []


def test_every_link_leads_somewhere(written: Path) -> None:
    for path in written.rglob("*.html"):
        page = read(path)
        for link in page.links:
            if link.startswith("#"):
                assert page.ids.count(link[1:]) == 1, f"{path.name}: {link}"
            elif not link.startswith(("http://", "https://")):
                assert (path.parent / link).is_file(), f"{path.name}: {link}"


def test_every_page_leads_to_the_lists_and_tables(written: Path) -> None:
    lists = ["index.html", "articles.html", "bodies.html", "studies.html"]
    lists += ["findings.html", "profile.html"]
    for path in written.rglob("*.html"):
        led = [(path.parent / link).resolve() for link in read(path).links[: len(lists)]]
        assert led == [(written / name).resolve() for name in lists]


def test_what_has_a_page_leads_to_what_it_rests_on_and_back(written: Path) -> None:
    claim = "claims/faster-reactions.html"
    for there, back in (
        (claim, "articles/column.html"),
        (claim, "bodies/reaction-nap.html"),
        ("claims/survey-figures.html", "studies/survey-2010.html"),
        ("bodies/reaction-nap.html", "studies/late-2005.html"),
    ):
        for here, goal in ((there, back), (back, there)):
            assert f"../{goal}" in read(written / here).links, f"{here} does not lead to {goal}"


def test_every_table_with_a_head_has_a_caption(written: Path) -> None:
    for path in written.rglob("*.html"):
        tags = read(path).seen
        assert tags.count("thead") == tags.count("caption")


def test_a_claims_page_says_what_the_terminal_says(written: Path) -> None:
    shown = " ".join(run("explain", "faster-reactions").stdout.split()).lower()
    page = text_of(written / "claims/faster-reactions.html").lower()
    for words in (
        "“an afternoon nap makes people react faster.”",
        "favours the claim, with low certainty",
        "mean difference −22.5 ms (95% ci −32.1 to −12.9)",
        "without imprecision (−2) the sum would be high",
        "project judgements using grade domains.",
    ):
        assert words in shown
        assert words in page


def test_the_front_page_names_what_this_is_not_once(written: Path) -> None:
    text = text_of(written / "index.html")
    assert text.count("Project judgements using GRADE domains.") == 1
    assert "not medical advice" in text
    assert "Interests of the maintainers" in text


def test_text_from_records_is_escaped(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    statement = "An afternoon nap makes people react faster."
    hostile = '"<script>alert(1)</script> & <b>naps</b>"'
    change(review / "claims/faster-reactions.yaml", statement, hostile)
    run("report", "--to", tmp_path / "out", evidence=review)
    for name in ("index.html", "claims/faster-reactions.html"):
        reader = read(tmp_path / "out" / name)
        assert "script" not in reader.seen
        assert "b" not in reader.seen
        assert "<script>alert(1)</script> & <b>naps</b>" in "".join(reader.text)


def test_the_data_say_what_the_pages_say(written: Path) -> None:
    claims = json.loads((written / "claims.json").read_text(encoding="utf-8"))
    assert claims == json.loads(run("claims", "--format", "json").stdout)
    assert {row["id"] for row in rows(written / "claims.csv")} == {c["id"] for c in claims}
    effects = {row["result"]: row for row in rows(written / "effects.csv")}
    early = effects["early-2001#reaction"]
    assert float(early["estimate"]) == 301.5 - 324.0
    assert "mean (groups, nap, after): 301.5 (" in early["printed"]
    assert "early-2001.yaml:18:35" in early["printed"]
    certainty = rows(written / "certainty.csv")
    assert [row["domain"] for row in certainty if row["body"] == "reaction-nap"] == [
        *("risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"),
        "overall",
    ]
    mentions = rows(written / "mentions.csv")
    assert len(mentions) == sum(len(claim["mentions"]) for claim in claims)


# -- nobody's file is lost -------------------------------------------------------------------------


def test_a_folder_with_somebodys_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("mine", encoding="utf-8")
    found = run("report", "--to", tmp_path)
    assert found.exit_code == 2
    assert "is not empty and no report was written there" in found.stderr
    assert files(tmp_path) == {"claims.csv": b"mine"}


def test_force_writes_there_and_leaves_the_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("report", "--to", tmp_path, "--force").exit_code == 0
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "index.html").is_file()


def test_a_report_may_be_written_again_and_drops_what_it_no_longer_has(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    folder = tmp_path / "out"
    assert run("report", "--to", folder, evidence=review).exit_code == 0
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (review / "claims/not-after-four.yaml").unlink()
    assert run("report", "--to", folder, evidence=review).exit_code == 0
    assert not (folder / "claims/not-after-four.html").exists()
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_changed_since_is_not_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run("report", "--to", folder)
    (folder / "claims.csv").write_text("mine now", encoding="utf-8")
    found = run("report", "--to", folder)
    assert found.exit_code == 2
    assert "changed since the report was written" in found.stderr
    assert "claims.csv" in found.stderr
    assert (folder / "claims.csv").read_text(encoding="utf-8") == "mine now"
    assert run("report", "--to", folder, "--force").exit_code == 0
    assert (folder / "claims.csv").read_text(encoding="utf-8").startswith("id,kind,")


def test_a_marker_cannot_point_out_of_its_folder(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    marker = {"files": {"../mine.txt": "0", str(mine): "0"}}
    (folder / MARKER).write_text(json.dumps(marker), encoding="utf-8")
    run("report", "--to", folder, "--force")
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    found = run("report", "--to", tmp_path / "out")
    assert found.exit_code == 2
    assert "is a file" in found.stderr


def test_several_reviews_go_to_a_folder_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = copy_of_small(tmp_path / "evidence")
    second = first.rename(first.parent / "other")
    copy_of_small(tmp_path / "evidence")
    change(second / "review.yaml", "id: small-review", "id: other")
    monkeypatch.chdir(tmp_path)
    assert run("report", "--to", "out", evidence=None).exit_code == 0
    assert (tmp_path / "out/small-review/index.html").is_file()
    assert (tmp_path / "out/other/index.html").is_file()
