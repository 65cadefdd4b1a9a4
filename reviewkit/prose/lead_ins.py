"""What stands above or before a list's entries makes of them: its lead-in, heading and labels.

An entry may finish its lead-in's claim, be the means to it, or only be named there as an ill: a
cause, or a reason to stay away. "Sleep: ..." under "Benefits" says that it is good for sleep.
"""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Hinted, lazily

#: A lead-in that reports passes it on only if its entries finish it.
_UNFINISHED = lazily(
    r"\b(?:to|that|it|can|may|might|could|will|for|with|of|as|are|is|includ\w+|help\w*)$",
)
#: A lead-in that ends so is itself claimed by each of its entries: "It lowers X by: ...".
_MEANS = lazily(r"\b(?:by|through|via|thanks to)$")
#: One that ends so leads in what an ill comes of, whatever it says before.
_CAUSED = Hinted(
    "by from of to",
    r"\b(?:(?:caused|triggered|provoked|aggravated|worsened|brought (?:on|about)|set off|induced) "
    r"by|(?:due|owing) to|because of|(?:com(?:e|es|ing)|stem(?:s|ming)?|result(?:s|ing)?|"
    r"aris(?:e|es|ing)) from|(?:as )?a result of)$",
    re.IGNORECASE,
)
#: What leads in people who should stay away, causes, or what fits whom.
_ILLS = Hinted(
    "ask avoid broug cause check consu contr facto kind kinds not permi preca reaso refra see "
    "signs speak sympt t talk tell thing trigg type types unsui",
    r"\b(?:not (?:be )?(?:\w+ly )?(?:suitable|recommended|advised|advisable|appropriate|safe)|"
    r"not (?:meant |intended )?for|unsuitable|contra-?indicat\w+|precautions?|permission|"
    r"avoid(?:ed|ing)?|refrain|consult|"
    r"(?:ask|see|speak (?:to|with)|talk (?:to|with)|check with|tell) (?:your|a|the|us|me)|"
    r"(?:should|do|must|may|can)(?: not|n['’]t) (?:have|use|be given|try|book|receive|get)|"
    r"(?:causes?|triggers?|signs|symptoms) (?:of|are|include)|"
    r"(?:causes?|triggers?|reasons?|factors|things) (?:behind|that (?:can |may |could )?(?:cause|"
    r"contribute|trigger|lead|play))|"
    r"(?:caused|triggered|brought on) by|contribut\w+ to|"
    r"for (?:the |your )?(?:various|different|each|every) (?:\w+ )?(?:type|kind)s?)\b",
    re.IGNORECASE,
)
#: A heading or lead-in under which what an entry is labelled with is a benefit.
_GOOD = lazily(
    r"\b(?:benefits?|advantages?|gains?|good for|helps?|what (?:it|they) (?:does|do|can do)|"
    r"what you (?:may |can |will )?(?:gain|get out of it))\b",
)
_BENEFITS = lazily(
    r"\b(?:benefits|advantages|upsides|reasons|effects|why|good for|"
    r"(?:what|how) (?:it|this|they) (?:can |may )?(?:do(?:es)?|helps?|works?))\b",
)
#: A heading that opens or ends so is of an illness, and not of what is done about it.
_OF_ILLS = lazily(
    r"^[\d.)\s]*(?:what (?:are|is|were) )?(?:the |some |other |(?:most )?common |main |"
    r"possible |potential |early |typical )*"
    r"(?:causes?|symptoms?|(?:warning |early |red )?(?:signs?|flags?)|triggers?|risk factors?|"
    r"complications?|diagnos[ei]s|prevalence|epidemiology|pathophysiology|prognosis|outlook|"
    r"risks?|medications?|medicines?|drugs|surgery|types?|kinds?|stages?|phases?)"
    r"(?: (?:and|or|&) \w+)?(?:[\s?:.]*$| (?:of|for|behind|that|in|include)\b)|"
    r"\b(?:symptoms?|causes?|diagnosis|risk factors?|complications?|triggers?|medications?|outlook|"
    r"prognosis|prevalence)[\s?:.]*$|"
    r"\b(?:what|which|conditions? that|that|can|may) (?:\w+ )?(?:causes?|triggers?|leads? to)\b|"
    r"\bcaused by\b|\b(?:is|are) \w+ (?:\w+ )?diagnosed\b|\bdiagnos(?:e|ing)\b|"
    r"^who (?:is|gets|are) (?:\w+ )?(?:at risk|affected)\b",
)
#: A lead-in whose entries are what an illness does, if it names no treatment.
_SUFFERED = Hinted(
    "affec assoc cause compl condi contr disea disor illne invol lead leads linke resul risk signs "
    "suffe sympt trigg",
    r"\b(?:(?:can|may|might|could|to|often|also) (?:\w+ )?(?:cause|trigger|lead to|result in|"
    r"involve|affect|contribute)|causes?|leads? to|triggers?|symptoms?|signs|complications?|"
    r"conditions|diseases|illnesses|disorders|risk factors?|suffer(?:s|ing)? from|linked to|"
    r"associated with)\b",
    re.IGNORECASE,
)
_LABEL = lazily(r"(?P<label>(?:[\w'’-]+ ){0,3}[\w'’-]+): (?!(?:see|ask|consult|not?|none)\b)", 0)
#: An entry that is nothing but a label.
_BARE = lazily(r"(?P<label>(?:a |an |your )?(?:[\w'’-]+ ){0,4}[\w'’-]+[;,]?)$", 0)


def finished_by_entries(lead: str) -> bool:
    """Whether a lead-in breaks off, so that each entry finishes its sentence."""
    return _UNFINISHED.search(lead.rstrip()) is not None


def reached_by_entries(lead: str) -> bool:
    """Whether entries are the means to what a lead-in claims."""
    return _MEANS.search(lead.rstrip()) is not None


def causes_follow(lead: str) -> bool:
    """Whether entries are what an ill that a lead-in ends with comes of.

    Examples
    --------
    >>> causes_follow("It eases a sore back that is caused by"), causes_follow("It eases pain by")
    (True, False)
    """
    return _CAUSED.search(lead.rstrip()) is not None


def names_ills(lead: str) -> bool:
    """Whether what follows a lead-in is named as a cause, or as a reason to stay away.

    Examples
    --------
    >>> names_ills("Not suitable for those with:")
    True
    >>> names_ills("It is good for:")
    False
    """
    return _ILLS.search(lead) is not None


def names_sufferings(lead: str) -> bool:
    """Whether what follows a lead-in that names no treatment is what an illness does.

    Examples
    --------
    >>> names_sufferings("Over time this may lead to:")
    True
    >>> names_sufferings("It is good for:")
    False
    """
    return _SUFFERED.search(lead) is not None


def of_ills(heading: str) -> bool:
    """Whether a heading is of an illness: its causes, signs, kinds or the drugs against it.

    Examples
    --------
    >>> of_ills("What causes a sore back?")
    True
    >>> of_ills("What it is good for")
    False
    """
    return _OF_ILLS.search(heading) is not None


def promises(lead: str) -> bool:
    """Whether what follows a lead-in is named there as a benefit.

    Examples
    --------
    >>> promises("Let us look at the benefits:"), promises("In this post, see why it works:")
    (True, True)
    >>> promises("You will learn:")
    False
    """
    return _BENEFITS.search(lead) is not None


def label(text: str, above: str) -> str:
    """Return what an entry under benefits is labelled with, if it is.

    Examples
    --------
    >>> label("Sleep: many nod off.", "Benefits")
    'Sleep'
    >>> label("Deep sleep", "Benefits"), label("They nod off with you near.", "Benefits")
    ('Deep sleep', '')
    """
    labelled = _LABEL.match(text) if ": " in text else _BARE.match(text)
    return labelled["label"] if labelled and _GOOD.search(above) else ""
