from __future__ import annotations

import re

import pandas as pd

from reviewkit.report.text_table import text_table

FRAME = pd.DataFrame(
    {"says": ["Baths calm <everyone>.", None], "why": ["a & b", "c"]},
    index=pd.MultiIndex.from_tuples([("001", 7), ("001", 9)], names=["source", "line"]),
)


def test_every_cell_is_set_left_and_at_the_top() -> None:
    cells = re.findall(r"<t[dh]\b[^>]*>", text_table(FRAME)._repr_html_())
    assert len(cells) > FRAME.size
    assert all("text-align: left; vertical-align: top" in cell for cell in cells)


def test_what_stands_in_a_cell_is_no_markup() -> None:
    html = text_table(FRAME)._repr_html_()
    assert "Baths calm &lt;everyone&gt;." in html
    assert "a &amp; b" in html


def test_it_is_the_same_each_time_and_holds_no_address() -> None:
    assert text_table(FRAME)._repr_html_() == text_table(FRAME.copy())._repr_html_()
    assert "0x" not in repr(text_table(FRAME))


def test_its_text_is_the_frames() -> None:
    assert repr(text_table(FRAME)) == FRAME.to_string()
