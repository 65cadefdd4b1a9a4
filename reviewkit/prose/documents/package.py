"""The parts of a Word document's package, each unpacked and parsed within bounds.

Zip and XML are read by the standard library, one part at a time and as a stream, so that a small
file that unpacks to a huge one is told before it is unpacked, and what a damaged one raises is a
short list that is caught where it is raised.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from posixpath import join, normpath, split
from xml.parsers import expat

from reviewkit.errors import UserError

LARGEST_PART = 20_000_000
"""Bytes of a part that is read; a long novel has some 5 million."""
MOST_PARTS = 10_000

_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_FLAG = 0x1
_LISTED = b"PK\x01\x02"
"""Begins the entry of a part in the list of a package."""
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,  # of zipfile: a feature that it cannot read
    UnicodeDecodeError,  # … a part's name
    ValueError,  # … a place outside the file
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Said = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose list of parts has been read; `name` is that of the file, for messages."""

    name: str
    archive: zipfile.ZipFile

    @classmethod
    def of(cls, data: bytes, name: str) -> Package:
        """Open a package.

        Raises
        ------
        UserError
            If the data are no package, damaged, encrypted, or of too many parts.
        """
        if data.startswith(_OLD_OR_ENCRYPTED):
            raise UserError(
                f"{name} is encrypted with a password, or an old .doc; save it as .docx without one"
            )
        parts = data.count(_LISTED)
        if parts > MOST_PARTS:
            raise UserError(f"{name} unpacks to too much: {parts:,} parts")
        try:
            return cls(name, zipfile.ZipFile(io.BytesIO(data)))
        except _DAMAGED as error:
            raise _damaged(name, error) from error

    def part(self, path: str) -> bytes | None:
        """Return what a part holds, or nothing if the package has none of this name.

        Raises
        ------
        UserError
            If it is damaged, encrypted or too large.
        """
        try:
            listed = self.archive.getinfo(path)
        except KeyError:
            return None
        if listed.flag_bits & _ENCRYPTED_FLAG:
            raise UserError(f"{self.name} is encrypted; save it without a password")
        if listed.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # Word writes no other, and of these alone zipfile unpacks no more than is asked for.
            raise _damaged(self.name, f"{path} is packed in a way that Word does not use")
        if listed.file_size > LARGEST_PART:
            raise UserError(
                f"{self.name} unpacks to too much: {listed.file_size / 1e6:,.0f} MB in {path}, and"
                f" the most is {LARGEST_PART / 1e6:,.0f} MB"
            )
        try:
            with self.archive.open(listed) as file:
                return file.read(LARGEST_PART)
        except _DAMAGED as error:
            raise _damaged(self.name, error) from error

    def parse(
        self, path: str, start: Start, end: End | None = None, said: Said | None = None
    ) -> bool:
        """Call `start`, `end` and `said` for what an XML part holds, names without their prefixes.

        Returns
        -------
        bool
            Whether the package has the part.

        Raises
        ------
        UserError
            As `part` does, and if the part is no XML or declares entities.
        """
        data = self.part(path)
        if data is None:
            return False
        # The encoding is said, so that one that Python does not know cannot be asked for.
        encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8"
        parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_declarations
        parser.StartElementHandler = lambda tag, given: start(_bare(tag), given)
        if end is not None:
            parser.EndElementHandler = lambda tag: end(_bare(tag))
        if said is not None:
            parser.CharacterDataHandler = said
        try:
            parser.Parse(data, True)  # noqa: FBT003  # positional in pyexpat
        except expat.ExpatError as error:
            raise _damaged(self.name, f"{path}: {error}") from error
        return True

    def related(self, part: str, kind: str) -> str | None:
        """Return the path of the part that `part` ("" for the package) names as its `kind`."""
        folder, file = split(part)
        found: list[str] = []

        def start(tag: str, given: dict[str, str]) -> None:
            if tag == "Relationship" and given.get("Type", "").endswith(f"/{kind}"):
                found.append(normpath(join("/", folder, given.get("Target", ""))).lstrip("/"))

        self.parse(join(folder, "_rels", f"{file}.rels"), start)
        return found[0] if found else None

    def _refuse_declarations(self, *_: object) -> None:
        raise _damaged(self.name, "it declares a document type, as only a trap does")


def attribute(given: dict[str, str], name: str) -> str:
    """Return the attribute of this name, whatever its prefix, or nothing."""
    return next((value for key, value in given.items() if _bare(key) == name), "")


def _bare(tag: str) -> str:
    return tag.rpartition(":")[2]


def _damaged(name: str, why: object) -> UserError:
    return UserError(f"{name} is damaged: no readable Word document ({why})")
