"""Writing a report into a folder without ever writing over what a person put there.

A folder that a report was written to holds a marker file with a digest of each file. It may be
written again as long as those files are as they were left; any other folder must be empty.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from reviewkit.errors import UserError

#: The file that marks a folder as a report's, with the digest of each file in it.
MARKER = ".reviewkit-report.json"


def write_files(folder: Path, files: Mapping[str, str], *, force: bool = False) -> None:
    """Write a report's files, and take away those of an earlier report that it no longer has.

    Parameters
    ----------
    folder
        Made if it is not there.
    files
        Text by path inside the folder.
    force
        Write into a folder that is not a report's, or over files that were changed since. Files
        that the report does not have are left alone even so.

    Raises
    ------
    UserError
        If the folder is somebody's, or a file was changed since it was written.
    """
    before = _marker(folder)
    if not force:
        _refuse(folder, before)
    for name in sorted(set(before) - set(files)):
        if force or _digest(folder / name) == before[name]:
            (folder / name).unlink(missing_ok=True)
    digests = {}
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = text.encode("utf-8", "backslashreplace")
            path.write_bytes(data)
            digests[name] = hashlib.sha256(data).hexdigest()
        text = json.dumps({"files": digests}, indent=1, sort_keys=True)
        (folder / MARKER).write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise UserError(f"cannot write to {folder}: {error.strerror or error}") from None


def _marker(folder: Path) -> dict[str, str]:
    """The files of an earlier report with their digests; none where there is no report."""
    try:
        found = json.loads((folder / MARKER).read_text(encoding="utf-8"))["files"]
        return {str(name): str(digest) for name, digest in found.items() if _inside(str(name))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _refuse(folder: Path, before: Mapping[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is a file: name a folder to write the report to")
    if not folder.exists():
        return
    if not before and any(folder.iterdir()):
        raise UserError(
            f"{folder} is not empty and no report was written there: name another folder, or "
            "--force to write into it (files that the report does not have stay as they are)"
        )
    changed = [
        name
        for name, digest in sorted(before.items())
        if (folder / name).exists() and _digest(folder / name) != digest
    ]
    if changed:
        raise UserError(
            f"changed since the report was written to {folder}: {', '.join(changed)}; move what "
            "you need, or --force to write over them"
        )


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
