"""Patterns that are compiled when they are first looked for.

Compiling is a quarter of a short run, and most texts never come to most patterns: a rule looks for
its own only where a sentence holds one of its hints.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class Lazy:
    """Stands for a pattern. Once compiled, its methods are the pattern's own, at no more cost."""

    __slots__ = ("_flags", "_text", *_METHODS)

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        """Compile; called only for what is not there yet."""
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(text: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; in either case unless flags say.

    Examples
    --------
    >>> lazily(r"hairs?").search("Thick HAIR")[0]
    'HAIR'
    """
    return cast("re.Pattern[str]", Lazy(text, flags))
