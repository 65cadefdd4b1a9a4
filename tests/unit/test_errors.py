"""The exception tree: what is the user's fault, and how it is told."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys

import pytest

from reviewkit import errors
from reviewkit.errors import (
    InvalidEvidence,
    NotEstimable,
    ReviewkitError,
    UnknownName,
    UserError,
    closest,
)
from reviewkit.findings import Finding

FINDING = Finding(code="R012", severity="error", where="n", message="stands twice")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    tree = errors.__doc__ or ""
    classes = [
        value
        for _, value in inspect.getmembers(errors, inspect.isclass)
        if issubclass(value, Exception)
    ]
    assert {c.__name__ for c in classes} == {
        line.replace("│", "").strip("├└─ ").split()[0]
        for line in tree.split("::")[1].splitlines()
        if line.startswith("    ") and line.strip()
    }
    assert all(issubclass(c, ReviewkitError) for c in classes)
    assert issubclass(InvalidEvidence, UserError)
    assert issubclass(UnknownName, UserError)
    assert not issubclass(NotEstimable, UserError)


def test_a_user_error_carries_findings_and_its_exit_code() -> None:
    error = InvalidEvidence("1 record cannot be read", [FINDING])
    assert str(error) == "1 record cannot be read"
    assert error.findings == (FINDING,)
    assert error.exit_code == 2
    assert UserError("no").findings == ()


def test_not_estimable_says_why() -> None:
    error = NotEstimable("the SD of change needs a correlation, and none is printed")
    assert error.reason == str(error)
    assert "needs a correlation" in error.reason


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("relaxatoin", 'no claim is called "relaxatoin"; did you mean "relaxation"?'),
        ("heart", 'no claim is called "heart"; did you mean "heart-rate" or "heart-rhythm"?'),
        ("xyz", 'no claim is called "xyz"'),
    ],
)
def test_an_unknown_name_offers_the_names_that_look_alike(name: str, expected: str) -> None:
    error = UnknownName(name, "claim", ["relaxation", "heart-rhythm", "heart-rate"])
    assert str(error) == expected


@pytest.mark.parametrize(
    "error",
    [
        InvalidEvidence("bad", [FINDING]),
        UnknownName("hart", "study", ["heart"]),
        NotEstimable("no variance"),
    ],
)
def test_an_error_survives_the_way_between_processes(error: ReviewkitError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # its own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_closest_names_do_not_depend_on_the_order_of_the_known_ones() -> None:
    known = ["means", "mean", "median", "unit", "mode"]
    assert closest("maen", known) == closest("maen", reversed(known))
    assert closest("maen", known)[:2] == ("mean", "means")
    assert closest("MEAN", known)[0] == "mean"
    assert closest("", known) == ()
    assert closest("mean", []) == ()


def test_no_more_than_three_names_are_offered() -> None:
    assert closest("mea", ["mean-a", "mean-b", "mean-c", "mean-d"]) == (
        "mean-a",
        "mean-b",
        "mean-c",
    )


def test_a_start_without_a_misspelt_name_does_not_load_the_matcher() -> None:
    script = "import sys, reviewkit.errors; print('rapidfuzz' in sys.modules)"
    printed = subprocess.check_output([sys.executable, "-c", script], text=True)
    assert printed.strip() == "False"
