"""The field's words for what records and effects hold as short codes."""

from __future__ import annotations

CONTRASTS = {
    "between-arms": "groups compared",
    "between-conditions": "conditions compared in the same people",
    "between-sides": "two sides of the body compared",
    "within-arm": "before and after in one group, with nothing to compare",
    "association": "an observed association",
    "description": "a description of one group",
    "pooled": "several studies, pooled by the source",
}

ACCESS = {
    "full-text": "full text",
    "abstract": "abstract",
    "registry": "registry entry",
    "dataset": "published dataset",
    "secondary": "secondary source",
}

DOMAINS = {
    "risk-of-bias": "risk of bias",
    "inconsistency": "inconsistency",
    "indirectness": "indirectness",
    "imprecision": "imprecision",
    "publication-bias": "publication bias",
}

#: How the rule behind a proposal was read (methods: [P], [T] and [C]).
MARKS = {
    "published": "read in the source or its abstract",
    "transcribed": "read in a transcription of the source",
    "convention": "convention of this project",
}

SAYS = {
    "favours": "favours the claim",
    "against": "goes against the claim",
    "mixed": "mixed",
    "little to no difference": "little to no difference",
    "no direct evidence": "no direct evidence found in this base",
}


def maker(by: str) -> str:
    """Return who judged, told truly: only a named reviewer is shown as a person.

    Examples
    --------
    >>> maker("project")
    'project judgement, not independently reviewed'
    """
    if by == "project":
        return "project judgement, not independently reviewed"
    return "set by rule" if by == "automated" else f"judged by {by}"


def choice(name: str) -> str:
    """Return what a choice is about, for people.

    Examples
    --------
    >>> choice("koyama-2016/spread"), choice("correlation")
    ('± in koyama-2016', 'correlation of before and after')
    """
    if name == "correlation":
        return "correlation of before and after"
    if name == "estimator":
        return "estimator of the variance between studies"
    study, _, what = name.rpartition("/")
    words = {"spread": "± in", "allocation": "allocation in", "denominator": "denominator in"}
    return f"{words.get(what, what)} {study}"


def option(name: str, value: str) -> str:
    """Return a choice with the option taken.

    Examples
    --------
    >>> option("koyama-2016/spread", "se"), option("correlation", "0.5")
    ('± in koyama-2016 = SE', 'correlation of before and after = 0.5')
    """
    shown = value.upper() if name.endswith("/spread") else value
    return f"{choice(name)} = {shown}"


def brief_option(name: str, value: str) -> str:
    """Return a choice with the option taken, as short as a column of a table.

    Examples
    --------
    >>> brief_option("koyama-2016/spread", "se"), brief_option("correlation", "0.5")
    ('± SE (koyama-2016)', 'r = 0.5')
    """
    if name == "correlation":
        return f"r = {value}"
    study, _, what = name.rpartition("/")
    if not study:
        return value
    words = {"spread": f"± {value.upper()}", "denominator": f"of {value}"}
    return f"{words.get(what, value)} ({study})"
