"""The project's configuration of ``reviewkit check``: the table [tool.reviewkit.check].

It is looked for in ``.reviewkit.toml`` and ``pyproject.toml``, here and in every folder above; the
nearest file that has the table decides, and options of the command line go before it. Everything
that is wrong with it is told at once, each with its place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
        self.wrong: list[dict[str, Any]] = []
        self.table: Mapping[str, Any] = table if isinstance(table, Mapping) else {}
        if not isinstance(table, Mapping):
            self.refuse((), WRONG_TYPE, "not a table", expected="a table")
        for key in self.table:
            if key not in KEYS:
                self.refuse((key,), UNKNOWN_KEY, "no key goes by that name", known=KEYS)

    def configuration(self) -> Configuration:
        """Return what the table says, or raise all that is wrong with it."""
        read = Configuration(
            folder=self.file.parent,
            evidence=self.text("evidence"),
            fail_on=self.text("fail-on", FAIL_ON),
            exclude=tuple(self.texts("exclude")),
            settings=Settings(
                select=frozenset(
                    c for name in self.texts("select") for c in self.codes("select", name)
                ),
                ignore=self.reasons(),
                severity=self.severities(),
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
            self.refuse((key,), WRONG_TYPE, "not what this key holds", expected=KEYS[key])
            return None
        if allowed and value not in allowed:
            self.refuse((key, value), WRONG_VALUE, "no such value", KEYS[key], known=allowed)
        return value

    def texts(self, key: str) -> list[str]:
        value = self.table.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return value
        self.refuse((key,), WRONG_TYPE, "not what this key holds", expected=KEYS[key])
        return []

    def pairs(self, key: str) -> dict[str, str]:
        """Return the codes of a table with their texts, each code that one names."""
        value = self.table.get(key, {})
        if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
            self.refuse((key,), WRONG_TYPE, "not what this key holds", expected=KEYS[key])
            return {}
        # The shorter first: what is said of one code goes before what is said of its family.
        named = sorted(value, key=len)
        return {code: value[name] for name in named for code in self.codes(key, name)}

    def reasons(self) -> dict[str, str]:
        found = self.pairs("ignore")
        for code, reason in found.items():
            if not reason.strip():
                what = "what is ignored has a reason"
                self.refuse(("ignore", code), NO_REASON, what, expected="why it may be let pass")
        return found

    def severities(self) -> dict[str, str]:
        found = self.pairs("severity")
        for severity in sorted(set(found.values()) - set(SEVERITIES)):
            expected = f"{', '.join(SEVERITIES)}; to let a code pass, `ignore` it with a reason"
            self.refuse(("severity", severity), WRONG_VALUE, "no severity", expected)
        return found

    def codes(self, key: str, name: str) -> list[str]:
        """Return the codes that a name stands for: its own, or all that begin so (``P3``)."""
        found = [code for code in CODES if len(name) > 1 and code.startswith(name)]
        if not found:
            by_name = {code.name: code.code for code in CODES.values()}
            known = [by_name[name]] if name in by_name else [*CODES, *by_name]
            self.refuse((key, name), UNKNOWN_CODE, "no problem goes by that code", known=known)
        return found

    def refuse(
        self,
        keys: tuple[str, ...],
        code: str,
        message: str,
        expected: str | None = None,
        known: Collection[str] = (),
    ) -> None:
        """Keep one thing that is wrong; `known` are the names that could have been meant."""
        found = keys[-1] if keys else ""
        likely = tuple(known) if len(known) == 1 else closest(found, known) if known else ()
        self.wrong.append(
            {
                "where": ".".join((*TABLE, *keys)),
                "keys": (*TABLE, *keys),
                "code": code,
                "message": message,
                "expected": expected or (", ".join(known) if known is KEYS else None),
                "did_you_mean": likely,
            }
        )

    def told(self) -> str:
        """Return all that is wrong, as findings are printed."""
        from reviewkit.cli.toml_places import place
        from reviewkit.findings import Finding, render_all

        text = self.file.read_text(encoding="utf-8-sig")
        findings = []
        for wrong in self.wrong:
            span, line = place(text, str(self.file), wrong.pop("keys"))
            findings.append(Finding(severity="error", span=span, source_line=line, **wrong))
        return f"the configuration has errors\n\n{render_all(findings)}"
