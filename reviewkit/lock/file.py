"""The lock's file, beside the records of its review."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reviewkit.errors import UserError
from reviewkit.lock.entries import Entry

#: Format of the file.
FORMAT = 1
NAME = "reviewkit.lock"


def read(folder: Path) -> dict[str, Entry] | None:
    """Return the lock of a review's folder; None if there is none.

    Raises
    ------
    UserError
        If the file is no lock of this format.
    """
    path = folder / NAME
    try:
        if not path.exists():
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != FORMAT:
            raise UserError(f"{path} has format {found['format']}; this version writes {FORMAT}")
        return {name: _read_entry(entry) for name, entry in found["claims"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise UserError(
            f"{path} cannot be read as a lock ({error}); it is written, never edited: "
            "delete it and write it again with `reviewkit verify --write`"
        ) from error


def _read_entry(found: dict[str, Any]) -> Entry:
    """Return an entry as it was written; anything else is a TypeError."""
    entry = Entry(**{**found, "mentions": tuple(found["mentions"])})
    words = [entry.verdict, entry.severity, *entry.mentions, *entry.rests_on.values()]
    words += [word for word in (entry.evidence, entry.certainty) if word is not None]
    if not isinstance(found["mentions"], list) or not isinstance(entry.robust, bool):
        raise TypeError("an entry of another form")
    if not all(isinstance(word, str) for word in words):
        raise TypeError("a word is expected where something else stands")
    return entry


def write(folder: Path, entries: Mapping[str, Entry]) -> Path:
    """Write the lock of a review beside its records, whole or not at all, and return its path.

    Raises
    ------
    UserError
        If the folder cannot be written to.
    """
    path = folder / NAME
    content = {
        "format": FORMAT,
        "note": "Written by reviewkit verify --write; not to be edited.",
        "claims": {name: entry.to_dict() for name, entry in sorted(entries.items())},
    }
    text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
    draft = path.with_name(f".{NAME}.{os.getpid()}")
    try:
        draft.write_text(text + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written: {error.strerror or error}") from error
    return path
