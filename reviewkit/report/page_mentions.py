"""A mention in words: its verdict, how strongly it is said, how it was read, what it turns on."""

from __future__ import annotations

from reviewkit import display
from reviewkit.report.explanation import MentionAccount, RulingAccount
from reviewkit.report.lines import Role
from reviewkit.report.words import choice

_ROLES: dict[str, Role] = {"error": "error", "warning": "warning", "suggestion": "suggestion"}


def role(severity: str) -> Role:
    """Return how a line of that severity is shown."""
    return _ROLES.get(severity, "strong")


def verdict_text(ruling: RulingAccount) -> str:
    """Return a verdict with its severity, where it has one."""
    if ruling.severity == "none":
        return ruling.verdict
    return f"{ruling.verdict} ({ruling.severity})"


def kind_text(route: str) -> str:
    """Return a kind of mention, or the way it went, in words."""
    return route.replace("-", " ")


def wording_text(mention: MentionAccount) -> str:
    """Return the level of a mention's wording, its cue and stance, and what would be carried."""
    stance = "" if mention.stance == "asserts" else f"; it {mention.stance}"
    carries = f"; the evidence carries {mention.ruling.carries}" if mention.ruling.carries else ""
    level = f"{mention.wording_name}, level {mention.wording}"
    return f"{level} (cue “{mention.cue}”){stance}{carries}"


def turns_text(mention: MentionAccount) -> str:
    """Return the choices that a mention's verdict turns on."""
    return f"{display.joined(map(choice, mention.turns_on))}; the most cautious is shown"
