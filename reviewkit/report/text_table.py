"""A table of words for a notebook: a data frame with its text on the left and at the top.

Notebooks set the cells of a data frame on the right, which suits numbers and makes sentences hard
to read. What is shown here is the same everywhere: no random ids, and no address in its text form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_CELL = re.compile(r"<t[dh](?=[ >])")
_LEFT = ' style="text-align: left; vertical-align: top"'


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TextTable:
    """A data frame that a notebook shows as a table of text."""

    frame: pd.DataFrame

    def __repr__(self) -> str:
        return self.frame.to_string()

    def _repr_html_(self) -> str:
        html = self.frame.to_html(border=0, justify="left", max_rows=None)
        return _CELL.sub(rf"\g<0>{_LEFT}", html)


def text_table(frame: pd.DataFrame) -> TextTable:
    """Return a data frame as a table of text, for the last line of a notebook's cell.

    Sentences are shown whole if ``display.max_colwidth`` of pandas is None.

    Examples
    --------
    >>> import pandas as pd
    >>> table = text_table(pd.DataFrame({"says": ["<may> help"]}, index=["001"]))
    >>> table
               says
    001  <may> help
    >>> "&lt;may&gt; help</td>" in table._repr_html_()
    True
    """
    return TextTable(frame=frame)
