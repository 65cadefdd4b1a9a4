"""From the printed numbers of published studies to what a sentence may say.

``load`` reads a folder of records, ``grade`` grades every claim in it, ``check`` holds a text
against it. Importing this package is lazy: nothing heavy is loaded before it is used.

Examples
--------
>>> import reviewkit
>>> reviewkit.__version__
'0.1.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence, load
    from reviewkit.prose.checked import Checked, check
    from reviewkit.review import Graded, grade

__version__ = "0.1.0"
__all__ = ["Checked", "Evidence", "Graded", "__version__", "check", "grade", "load"]

_HOMES = {
    "Checked": "reviewkit.prose.checked",
    "Evidence": "reviewkit.evidence",
    "Graded": "reviewkit.review",
    "check": "reviewkit.prose.checked",
    "grade": "reviewkit.review",
    "load": "reviewkit.evidence",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
