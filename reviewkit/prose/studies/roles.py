"""The role of a head count in a sentence: asked, answered, did it, was randomised."""

from __future__ import annotations

import re

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.fields import Field
from reviewkit.prose.studies.said import Said

#: Roles of head counts, by the words that name them.
_ROLES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        lazily(r"\b(?:survey|questionnaire|poll|respond\w*|respondents?|answered|replied)\b"),
        frozenset({"answered", "received", "analysed"}),
    ),
    (
        lazily(
            r"\b(?:asked|contacted|invited|reached|surveyed|sent|approached|emailed|mailed|"
            r"screened|assessed|went (?:out )?to)\b"
        ),
        frozenset({"reached", "assessed"}),
    ),
    (
        lazily(
            r"\b(?:practi[sc]\w+|perform\w*|treated|tried|trying|attempted|did|used|"
            r"doing|followed)\b"
        ),
        frozenset({"received", "analysed", "enrolled", "randomised"}),
    ),
    (
        lazily(r"\brandom\w*\b"),
        frozenset({"randomised", "enrolled", "analysed"}),
    ),
)
#: What ends the words that say what the people of a count did: another clause or count.
_NEXT = re.compile(r"[;:,.](?=\s)|\s(?:and|while|but|of whom)\s|(?<=\s)\d")
#: A head count that is said to be the people of a study: "a trial of", "involving", "in".
OF_STUDY = lazily(
    r"\b(?:study|survey|trial|research|experiment|sample|group|involv\w+|includ\w+|recruit\w+|"
    r"enroll?\w+|among|with|in|on|of|had)\b(?: \w+){0,2} ?$"
)
#: Roles of those whom one counts as the people of a study.
MAIN = frozenset({"answered", "enrolled", "randomised", "received", "analysed"})
#: Roles of which nobody speaks who just counts the people of a study.
_NOT_THE_PEOPLE = frozenset({"reached", "assessed", "planned", "studies"})
#: Roles that the people of one group have too.
_OF_GROUPS = frozenset({"received", "randomised"})
#: Words to either side of a head count in which its role is looked for.
_NEAR_BEFORE, _NEAR_AFTER = 30, 60


def roles(said: Said, text: str) -> frozenset[str]:
    """Return the roles that a sentence may give a head count; empty where it names none.

    What stands behind the count decides, up to the next clause or count; else what stands before.
    """
    behind = text[said.end : said.end + _NEAR_AFTER]
    if (stop := _NEXT.search(behind)) is not None:
        behind = behind[: stop.start()]
    before = text[max(0, said.start - _NEAR_BEFORE) : said.start]
    for part, nearest in ((f"{said.noun} {behind}", 1), (before, -1)):
        met = [
            (nearest * match.start(), named)
            for pattern, named in _ROLES
            for match in pattern.finditer(part)
        ]
        if met:
            return min(met, key=lambda found: found[0])[1]
    return frozenset()


_IN_CONTROL = lazily(
    r"\s*(?:[a-z-]+ )?(?:(?:in|of|from|on|formed|as|served as|were) (?:the |a )?(?:\w+ )?"
    r"(?:control|comparison|placebo|waiting|untreated)[ -](?:group|list|arm|condition)|"
    r"(?:were|served as|as) (?:the )?controls)\b"
)


def in_control_group(said: Said, text: str) -> bool:
    """Whether a head count is said to be of the people who were not treated."""
    return _IN_CONTROL.match(text, said.end) is not None


_IN_EACH = lazily(r"\s*(?:[a-z-]+ ){0,2}?(?:in (?:each|either|every)|(?:per|each)) (?:group|arm)\b")


def in_each_group(said: Said, text: str) -> bool:
    """Whether a head count is said to be of every group."""
    return _IN_EACH.match(text, said.end) is not None


def plays(field: Field, named: frozenset[str], *, of_study: bool) -> bool:
    """Whether a head count of a record may be the one that is said, by the roles that are named."""
    if named:
        return field.key in named or (field.key == "n" and bool(named & _OF_GROUPS))
    return not of_study or field.key not in _NOT_THE_PEOPLE
