from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reviewkit import audit
from reviewkit.plots import power

PEOPLE = range(2, 101)
TABLE = pd.DataFrame(
    {
        "to one decimal": [audit.power(1, n) for n in PEOPLE],
        "to two": [audit.power(2, n) for n in PEOPLE],
    },
    index=PEOPLE,
)


def test_each_curve_is_its_column() -> None:
    ax = power(TABLE)
    drawn = {str(line.get_gid()): np.asarray(line.get_ydata()) for line in ax.get_lines()}
    assert list(drawn) == list(TABLE.columns)
    for name, shares in drawn.items():
        assert shares.tolist() == TABLE[name].tolist()


def test_all_of_it_is_on_the_page_and_said_of_which_numbers() -> None:
    ax = power(TABLE, wrong="means made up at random")
    low, high = ax.get_ylim()
    assert low < 0
    assert high > 1
    assert ax.get_xlim() == (2, 100)
    assert ax.get_ylabel() == "means made up at random that are seen"


def test_curves_differ_in_their_marks_too() -> None:
    assert len({str(line.get_marker()) for line in power(TABLE).get_lines()}) == 2


def test_a_percentage_is_no_proportion() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        power(TABLE * 100)
