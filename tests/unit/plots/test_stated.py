from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from reviewkit.plots import stated
from reviewkit.plots.stated import OWN_PEOPLE, QUESTIONS, STATES
from reviewkit.review import Graded
from tests.unit.builder import Folder

TOLD, NOT_REPORTED, NOT_READ, NOT_SOUGHT = STATES


def drawn(ax: Axes) -> dict[str, dict[str, int]]:
    """Return, of each question, the studies in each state."""
    names = [label.get_text() for label in ax.get_yticklabels()]
    found: dict[str, dict[str, int]] = {name: {} for name in names}
    for bars in ax.containers:
        for name, bar in zip(names, bars, strict=True):
            assert isinstance(bar, Rectangle)
            if bar.get_width():
                found[name][str(bar.get_gid())] = round(bar.get_width())
    return found


@pytest.mark.parametrize(
    ("piece", "question", "state"),
    [
        ("population: {country: Iceland}", "country", TOLD),
        ("population: {country: not reported}", "country", NOT_REPORTED),
        ("population: {country: not in what was read}", "country", NOT_READ),
        ("population: {country: (left out)}", "country", NOT_SOUGHT),
        ("{}", "how people came into their groups", TOLD),
        ("design: {blinding: not reported}", "who was blinded", NOT_REPORTED),
        (
            "population: {n: {analysed: (left out), enrolled: '40'}}",
            "how many were analysed",
            NOT_SOUGHT,
        ),
        ("{}", "minutes of a session", TOLD),
        ("arms: {bath: {minutes: not in what was read}}", "minutes of a session", NOT_READ),
        ("arms: {bath: {sessions: '12'}}", "how often, or how many sessions", TOLD),
        ("arms: {bath: {times: daily}}", "how often, or how many sessions", TOLD),
        ("arms: {bath: {sessions: '12'}}", "for how long, or one session", NOT_SOUGHT),
        ("arms: {bath: {sessions: '1'}}", "for how long, or one session", TOLD),
        ("arms: {bath: {months: '6'}}", "for how long, or one session", TOLD),
        ("registration: not in what was read", "registered", NOT_READ),
        ("funding: (left out)", "who paid", NOT_SOUGHT),
    ],
)
def test_a_study_is_counted_by_what_it_says(
    tmp_path: Path, piece: str, question: str, state: str
) -> None:
    assert drawn(stated(Folder(tmp_path).study("alpha", piece).load()))[question] == {state: 1}


def test_a_study_without_a_treated_arm_is_asked_nothing_of_the_treatment(tmp_path: Path) -> None:
    pieces = "{arms: {bath: {intervention: none}}}"
    found = drawn(stated(Folder(tmp_path).study("alpha", pieces).load()))
    assert found["minutes of a session"] == {}
    assert found["country"] == {NOT_SOUGHT: 1}


def test_reviews_and_laboratories_are_not_asked_about_people(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", "design: {type: systematic-review}").study("beta")
    assert drawn(stated(folder.load()))["who paid"] == {TOLD: 1}


def test_every_study_of_people_is_in_the_row_of_every_question_on_studies(review: Graded) -> None:
    people = [s for s in review.evidence.studies.values() if s.design.type in OWN_PEOPLE]
    found = drawn(stated(review.evidence))
    assert list(found) == list(QUESTIONS)
    for question in ("country", "who was blinded", "who paid", "registered"):
        assert sum(found[question].values()) == len(people)


def test_states_run_from_dark_to_light_so_that_grey_print_keeps_them() -> None:
    shades = [sum(to_rgb(colour)) for colour in STATES.values()]
    assert shades == sorted(shades)


def test_the_legend_tells_what_is_drawn_and_no_more(tmp_path: Path) -> None:
    ax = stated(Folder(tmp_path).study("alpha").load())
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "told in what was read",
        "not sought",
    ]
