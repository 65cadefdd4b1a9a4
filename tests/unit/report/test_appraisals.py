"""An appraisal as pages and frames tell it, each answer down to its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.report.appraisals import AppraisalAccount, appraisal_accounts
from reviewkit.report.pages import page_of
from tests.unit.builder import Folder

SINGLE = """
design: {type: before-after, allocation: not randomised}
results:
  onset:
    contrast: within-arm
    versus: (left out)
    groups: (left out)
    before: {mean: "30.0", sd: "10.0", time: baseline}
    after: {mean: "20.0", sd: "10.0", time: 4 weeks}
appraisal: (left out)
appraisals:
  onset:
    of: [onset]
    instrument: jbi-single-arm
    items:
      "1": {answer: "yes", why: measured before and after, at: paper, where: Methods}
      "2": {answer: not applicable, why: one group, at: paper}
      "3": {answer: not applicable, why: one group, at: paper}
      "4": {answer: "no", why: nobody went without a bath, at: paper}
      "5": {answer: "yes", why: every night of the week before, at: paper}
      "6": not reported
      "7": {answer: "yes", why: the same diary, at: paper}
      "8": not in what was read
      "9": {answer: unclear, why: a test that is not named, at: paper}
    why: Sleep comes and goes.
    by: project
    on: 2020-01-02
    read: [paper]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path).study("alpha", SINGLE)
    return folder.body("onset", "uses: [{result: alpha#onset}]")


@pytest.fixture
def account(folder: Folder) -> AppraisalAccount:
    evidence = folder.grade().evidence
    (found,) = appraisal_accounts(evidence, evidence.studies["alpha"])
    return found


def test_the_account_says_what_it_comes_to(account: AppraisalAccount) -> None:
    assert (account.judgement, account.at_best, account.risk) == ("high", "high", "high")
    assert account.told == (
        "high, whatever stands in what was not read (7 of 9 items answered); beside what the "
        "start charges some concerns to high"
    )


def test_each_item_has_its_answer_reason_and_line(account: AppraisalAccount) -> None:
    first, eighth = account.items[0], account.items[7]
    assert first.told.startswith("yes: measured before and after (paper; Methods; ")
    assert eighth.answer == "not in what was read"
    for item in account.items:
        path, line, column = item.place.rsplit(":", 2)
        text = Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert item.answer in text[int(column) - 1 :]


def test_each_domain_names_the_item_that_decides(account: AppraisalAccount) -> None:
    control = account.domains[3]
    assert (control.judgement, control.at_start, control.decides.id) == ("high", True, "4")
    assert control.rule == "convention of this project"


def test_pages_of_body_and_study_tell_it(folder: Folder) -> None:
    graded = folder.grade()
    body = page_of(graded, "body", "onset").page().text(400)
    assert "there was a group to compare with: high; charged where certainty starts; 4 no" in body
    study = page_of(graded, "study", "alpha")
    told = study.page().text(400)
    assert "RISK OF BIAS, ITEM BY ITEM" in told
    assert "domain 4 is charged where certainty starts, so not again" in told
    assert "Sleep comes and goes." in told
    assert study.to_dict()["appraisals"][0]["items"][0]["answer"] == "yes"


def test_the_frame_has_a_row_for_each_item(folder: Folder) -> None:
    frame = folder.grade().evidence.frames()["appraisals"].set_index("item")
    found = [frame.loc["4", column] for column in ("answer", "document", "risk")]
    assert found == ["no", "paper", "high"]
    assert frame.loc["8", "answer"] == "not in what was read"
    assert len(frame) == 9


def test_results_that_differ_are_said_to(tmp_path: Path) -> None:
    unread = ", ".join(f"'{item}': not in what was read" for item in range(1, 10))
    second = (
        "{results: {calm: {outcome: calm, contrast: within-arm, arm: bath, time: 4 weeks, "
        "direction: increases, at: paper}}, appraisals: {calm: {of: [calm], "
        "instrument: jbi-single-arm, by: project, on: 2020-01-02, read: [paper], "
        f"items: {{{unread}}}}}}}}}"
    )
    folder = Folder(tmp_path).study("alpha", SINGLE, second)
    folder.body("onset", "uses: [{result: alpha#onset}]")
    assert folder.grade().evidence.studies["alpha"].risk == "by result"
