"""A review as it stood in a revision of its git repository, for as long as it is read."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewkit.cli.locate import MARK
from reviewkit.errors import UserError


@contextmanager
def checked_out(folder: Path, revision: str) -> Iterator[Path]:
    """Yield a temporary folder that holds a review as it stood in a revision.

    Nothing of the repository is touched: neither its working tree, nor its index, nor its HEAD.

    Parameters
    ----------
    folder
        The review's folder as it is now; links are followed.
    revision
        A commit by any name that git knows: a hash, a branch, a tag, ``HEAD~3``.

    Raises
    ------
    UserError
        If git is not installed, the folder is in no repository, the revision is unknown, or there
        is no review in that place then.
    """
    real = folder.resolve()
    top = _git(real, "rev-parse", "--show-toplevel")
    if top is None:
        raise UserError(
            f"{folder} is in no git repository, so it has no revision {revision}: name two folders"
        )
    home = Path(top.decode().strip()).resolve()
    commit = _git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{}}")
    commit = commit and _git(
        home, "rev-parse", "--verify", "--quiet", f"{_text(commit)}^{{commit}}"
    )
    if commit is None:
        raise UserError(
            f'"{revision}" is neither a folder that holds {MARK} nor a commit that git knows in '
            f"{home}: name a hash, a branch, a tag or a folder"
        )
    inside = real.relative_to(home).as_posix()
    name = _text(commit)
    path = MARK if inside == "." else f"{inside}/{MARK}"
    if _git(home, "cat-file", "-e", f"{name}:{path}") is None:
        raise UserError(f"{revision} ({name[:9]}) holds no review at {inside}: there is no {path}")
    with tempfile.TemporaryDirectory(prefix="reviewkit-") as temporary:
        archive = _git(home, "archive", "--format=tar", name, "--", inside)
        if archive is None:
            raise UserError(f"git cannot read {inside} of {revision} ({name[:9]})")
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(temporary, filter="data")
        yield Path(temporary) / inside


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints; None where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 a fixed program; what is typed follows --end-of-options
            ["git", "-C", str(folder), *arguments],  # noqa: S607 git is found as a user's shell does
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UserError(
            f"git cannot be run ({error.strerror or error}): install it, or name two folders"
        ) from None
    return done.stdout if done.returncode == 0 else None


def _text(printed: bytes) -> str:
    return printed.decode("ascii").strip()
