"""The project's configuration of ``reviewkit check``: the table [tool.reviewkit.check].

It is looked for in ``.reviewkit.toml`` and ``pyproject.toml``, here and in every folder above; the
nearest file that has the table decides, and options of the command line go before it. Everything
that is wrong with it is told at once, each with its place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from reviewkit.cli.locate import candidates, parsed
from reviewkit.errors import UserError, closest
from reviewkit.prose.codes import CODES
from reviewkit.prose.settings import Settings

TABLE = ("tool", "reviewkit", "check")
#: What each key holds, as an error tells it.
KEYS: Mapping[str, str] = {
    "evidence": "a text: a review's folder or name",
    "fail-on": "a text: suggestion, warning, error or never",
    "select": 'a list of codes, such as ["P101", "P2"]',
    "ignore": 'a table of codes, each with the reason, such as {P203 = "why"}',
    "severity": 'a table of codes, each with its severity, such as {P304 = "warning"}',
    "exclude": 'a list of patterns of paths, such as ["archive/*"]',
}
FAIL_ON = ("suggestion", "warning", "error", "never")
SEVERITIES = ("suggestion", "warning", "error")
_NOT_SUCH = "this is not what the key holds"
#: The codes of what can be wrong with a configuration.
UNKNOWN_KEY, WRONG_TYPE, UNKNOWN_CODE, WRONG_VALUE, NO_REASON = (
    "C101",
    "C102",
    "C103",
    "C104",
    "C105",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What a project has decided about its checks.

    Parameters
    ----------
    folder
        That paths in it start from: the file's own; the working folder if there is no file.
    evidence, fail_on
        As the options of the same names; None where it does not say.
    exclude
        Patterns of paths that are not checked.
    settings
        Which codes are told, let pass, or of another severity.
    """

    folder: Path
    evidence: str | None = None
    fail_on: str | None = None
    exclude: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)


def configuration(named: Path | None = None) -> Configuration:
    """Return the project's configuration, or the default one where there is none.

    Parameters
    ----------
    named
        The file to take it from, as given with ``--config``; None looks for it.

    Raises
    ------
    UserError
        If a file on the way cannot be read, the one that is named has no such table, or anything in
        the table is wrong.
    """
    for file in [named] if named is not None else candidates(Path.cwd()):
        value: Any = parsed(file)
        for part in TABLE:
            value = value.get(part) if isinstance(value, Mapping) else None
        if value is not None:
            return _Reader(file, value).configuration()
    if named is not None:
        raise UserError(f"{named} has no table [{'.'.join(TABLE)}]")
    return Configuration(folder=Path.cwd())


class _Reader:
    """Reads the table of one file, and keeps what is wrong with it until all of it is read."""

    def __init__(self, file: Path, table: Any) -> None:
        self.file = file
        self.wrong: list[_Wrong] = []
        self.table: Mapping[str, Any] = table if isinstance(table, Mapping) else {}
        if not isinstance(table, Mapping):
            self.refuse(WRONG_TYPE, (), "this is a table")
        for key in self.table:
            if key not in KEYS:
                likely = closest(key, KEYS)
                self.refuse(UNKNOWN_KEY, (key,), "no key goes by that name", likely=likely)

    def configuration(self) -> Configuration:
        """Return what the table says, or raise all that is wrong with it."""
        read = Configuration(
            folder=self.file.parent,
            evidence=self.text("evidence"),
            fail_on=self.text("fail-on", FAIL_ON),
            exclude=tuple(self.texts("exclude")),
            settings=Settings(
                select=self.selected(), ignore=self.reasons(), severity=self.severities()
            ),
        )
        if self.wrong:
            raise UserError(self.told())
        return read

    def text(self, key: str, allowed: Collection[str] = ()) -> str | None:
        value = self.table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value:
            self.refuse(WRONG_TYPE, (key,), _NOT_SUCH)
            return None
        if allowed and value not in allowed:
            likely = closest(value, allowed)
            self.refuse(WRONG_VALUE, (key,), "there is no such value", found=value, likely=likely)
        return value

    def texts(self, key: str) -> list[str]:
        value = self.table.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return value
        self.refuse(WRONG_TYPE, (key,), _NOT_SUCH)
        return []

    def pairs(self, key: str) -> list[tuple[str, str]]:
        """Return the codes of a table with their texts, what is said of a family first.

        What is said of one code then goes before that.
        """
        value = self.table.get(key, {})
        if isinstance(value, Mapping) and all(isinstance(text, str) for text in value.values()):
            return sorted(value.items(), key=lambda pair: len(pair[0]))
        self.refuse(WRONG_TYPE, (key,), _NOT_SUCH)
        return []

    def selected(self) -> frozenset[str]:
        names = self.texts("select")
        return frozenset(code for name in names for code in self.codes(name, ("select",), name))

    def reasons(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, reason in self.pairs("ignore"):
            found |= dict.fromkeys(self.codes(name, ("ignore", name)), reason)
            if not reason.strip():
                self.refuse(NO_REASON, ("ignore", name), "what is let pass has a reason")
        return found

    def severities(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, severity in self.pairs("severity"):
            found |= dict.fromkeys(self.codes(name, ("severity", name)), severity)
            if severity not in SEVERITIES:
                message = "no severity; to let a code pass, give the reason under `ignore`"
                likely = closest(severity, SEVERITIES)
                keys = ("severity", name)
                self.refuse(WRONG_VALUE, keys, message, found=severity, likely=likely)
        return found

    def codes(self, name: str, keys: tuple[str, ...], found: str | None = None) -> list[str]:
        """Return the codes that a name stands for: its own, or all that begin so (``P3``)."""
        meant = [code for code in CODES if len(name) > 1 and code.startswith(name)]
        if not meant:
            by_name = {code.name: code.code for code in CODES.values()}
            likely = [by_name.get(one, one) for one in closest(name, [*by_name, *CODES])]
            message = "no problem goes by that code"
            self.refuse(UNKNOWN_CODE, keys, message, found=found, likely=tuple(likely))
        return meant

    def refuse(
        self,
        code: str,
        keys: tuple[str, ...],
        message: str,
        *,
        found: str | None = None,
        likely: tuple[str, ...] = (),
    ) -> None:
        """Keep one thing that is wrong; `likely` are the names that were probably meant."""
        self.wrong.append(_Wrong(code, keys, message, found, likely))

    def told(self) -> str:
        """Return all that is wrong, as findings are printed."""
        from reviewkit.cli.toml_places import place
        from reviewkit.findings import Finding, render_all

        text, here = self.file.read_text(encoding="utf-8"), Path.cwd()
        path = self.file.relative_to(here) if self.file.is_relative_to(here) else self.file
        findings = []
        for wrong in self.wrong:
            keys = (*TABLE, *wrong.keys)
            # A value that is wrong stands after its key, or is an item of a list.
            inside = (*keys, wrong.found) if wrong.found and len(wrong.keys) == 1 else keys
            span, line = place(text, str(path), inside)
            findings.append(
                Finding(
                    code=wrong.code,
                    severity="error",
                    where=".".join(keys),
                    message=wrong.message,
                    span=span,
                    found=wrong.found,
                    expected=KEYS.get(wrong.keys[0], ", ".join(KEYS)) if wrong.keys else None,
                    did_you_mean=wrong.likely,
                    source_line=line,
                )
            )
        return f"the configuration has errors\n\n{render_all(findings)}"


class _Wrong(NamedTuple):
    """One thing that is wrong: its code, the keys on the way to it, and what is told of it."""

    code: str
    keys: tuple[str, ...]
    message: str
    found: str | None
    likely: tuple[str, ...]
