"""The files of a folder: which are read, and how they are opened without risk."""

from __future__ import annotations

import stat
from pathlib import Path

from reviewkit.findings import Finding, Severity, Span, ordered
from reviewkit.source.document import Document
from reviewkit.source.scan import LINE_END, read_text

SUFFIX = ".yaml"
"""How the name of a record ends."""

MAX_BYTES = 2_000_000
"""Largest file that is read; a study's record takes 3 to 20 kB."""

_ALMOST_SUFFIX = {".yaml", ".yml"}


def walk(root: Path) -> tuple[list[Path], list[Finding]]:
    """Return the .yaml files under a folder, sorted, and findings about what was left aside.

    Names that begin with a dot are passed over, and linked folders are not entered.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    pending = [root]
    while pending:
        folder = pending.pop()
        try:
            entries = list(folder.iterdir())
        except OSError as error:
            findings.append(_unreadable(folder, error))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if finding := _left_aside(entry, root):
                findings.append(finding)
            elif entry.suffix == SUFFIX:
                files.append(entry)  # a folder of such a name too: `read` says that it is one
            elif entry.is_dir():
                pending.append(entry)
    return sorted(files), ordered(findings)


def read(path: Path, *, root: Path) -> tuple[Document | None, list[Finding]]:
    """Read one file of the folder `root`.

    Returns
    -------
    Document or None
        None where there is no tree to go on with. Beside findings there may still be one, so
        that whatever else is wrong with the record can be said in the same run.
    list of Finding
        In order of place.
    """
    try:
        if not _within(path, root):
            return None, [_outside(path)]
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            message = "only regular files are read"
            return None, [_about(path, "R002", message, found=_KINDS[stat.S_IFMT(status.st_mode)])]
        if status.st_size > MAX_BYTES:
            return None, [_too_large(path, f"{status.st_size:,} bytes")]
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as error:
        return None, [_unreadable(path, error)]
    if len(data) > MAX_BYTES:  # a file of the system may be longer than it says
        return None, [_too_large(path, f"more than {MAX_BYTES:,} bytes")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, error)]
    return read_text(text, path.as_posix())


_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def _within(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _left_aside(entry: Path, root: Path) -> Finding | None:
    """Return why an entry of a folder is neither read nor entered, if it is not."""
    if entry.is_symlink():
        try:
            if not _within(entry, root):
                return _outside(entry)
        except (OSError, RuntimeError) as error:
            return _unreadable(entry, error)
        if entry.is_dir():
            fix = "move the folder here in place of the link"
            return _about(entry, "R021", "a linked folder is not entered", "warning", fix=fix)
    if entry.suffix != SUFFIX and entry.suffix.lower() in _ALMOST_SUFFIX and entry.is_file():
        fix = f"rename it to {entry.stem}{SUFFIX}"
        return _about(
            entry, "R020", f"not read: its name does not end in {SUFFIX}", "hint", fix=fix
        )
    return None


def _about(
    path: Path,
    code: str,
    message: str,
    severity: Severity = "error",
    *,
    found: str | None = None,
    expected: str | None = None,
    fix: str | None = None,
) -> Finding:
    """Return a finding about a file as a whole."""
    return Finding(
        code=code,
        severity=severity,
        where="",
        message=message,
        span=Span(path=path.as_posix(), line=1, column=1, end_line=1, end_column=1),
        found=found,
        expected=expected,
        fix=fix,
    )


def _outside(path: Path) -> Finding:
    fix = "put the file itself into the folder"
    return _about(path, "R003", "leads out of the folder of the review", fix=fix)


def _too_large(path: Path, found: str) -> Finding:
    expected = f"at most {MAX_BYTES:,} bytes"
    return _about(path, "R004", "too large for a record", found=found, expected=expected)


def _unreadable(path: Path, error: OSError | RuntimeError) -> Finding:
    # Up to Python 3.12, a circle of links is a RuntimeError of pathlib.
    reason = error.strerror if isinstance(error, OSError) else "links that lead in a circle"
    return _about(path, "R001", f"cannot be read: {reason}")


def _not_utf8(path: Path, error: UnicodeDecodeError) -> Finding:
    before = LINE_END.split(error.object[: error.start].decode("utf-8"))
    line, column = len(before), len(before[-1]) + 1
    quoted = error.object[error.start :].decode("utf-8", "backslashreplace")
    rest = LINE_END.split(quoted, maxsplit=1)[0]
    return Finding(
        code="R005",
        severity="error",
        where="",
        message="not UTF-8",
        span=Span(
            path=path.as_posix(), line=line, column=column, end_line=line, end_column=column + 4
        ),
        found=f"the byte 0x{error.object[error.start]:02X}",
        expected="text in UTF-8",
        fix="save the file as UTF-8",
        source_line=before[-1] + rest,
    )
