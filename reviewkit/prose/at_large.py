"""Whether a text only tells what is to be read of, or done at large: "Five ways to lower stress".

Where it names no treatment, such a heading promises nothing of one, and no more does a sentence
that there are many ways, or that others sell something. The words are general English.
"""

from __future__ import annotations

from reviewkit.prose.patterns import Hinted, Ways, lazily

_SOME = (
    r"(?:(?:a|the|some|these|those|more|other|our|my|your|all|many|several|various|few|and|two|"
    r"countless|numerous|plenty|dozens|lots|of|best|top|most|great|good|common|natural|easy|easiest|"
    r"simple|quick|effective|proven|healthy|different|expert|practical|powerful|popular|holistic|"
    r"gentle|safe|home|homemade|diy|daily|fast|fastest|only|three|four|five|six|seven|eight|nine|"
    r"ten|twelve|\w+ly|\d+),? )*"
)
_WAYS = (
    r"(?:ways|tips|methods|remedies|tricks|hacks|steps|secrets|foods|solutions|strategies|habits|"
    r"products|treatments|ideas|things|guides?|options|vitamins|supplements|ingredients|herbs|"
    r"approaches|exercises|advice|reasons|medicines|drugs|plans?)"
)
_MATTER = (
    r"(?:science|biology|anatomy|basics|physiology|importance|role|stages|phases|cycle|truth|facts|"
    r"history|psychology|mechanics|fundamentals|causes|challenge|quest|struggle)"
)
#: Numbers and marks before a heading's words.
_NUMBER = lazily(r"[\W\d]*", 0)
#: Headings over what one may do for something.
_SOUGHT = Ways(
    Hinted("for of that to", rf"\b{_SOME}{_WAYS} (?:to|for|of|that)\b"),
    Hinted("how", r"\bhow (?:to|do|does|can|you|we|i)\b"),
    Hinted("fast faste home in natur overn quick & your",
        r"\b\w+ your (?:\w+ ){1,3}(?:fast|faster|quickly|naturally|overnight|at home|in \w+ "
        r"(?:days?|weeks?|months?))$"),
)  # fmt: skip
#: Headings that say what a part of a text is on.
_MATTERS = Ways(
    Hinted("how", r"\bhow (?!it\b|this\b|they\b|these\b|that\b|the\b)(?:[\w-]+ ){1,3}?\w+s\b"),
    Hinted("decod demys expla explo intro under unrav",
        r"\b(?:understanding|exploring|explaining|demystifying|introducing|decoding|"
        r"unravell?ing)\b"),
    Hinted("about at betwe & all look link conne relat",
        r"\b(?:all about|an? (?:\w+ )?look at|"
        r"the (?:\w+ )?(?:link|connection|relation(?:ship)?) between)\b"),
    Hinted("and & effec impac impor influ role",
        r"\b(?:[\w-]+ ){1,4}and (?:its|their) (?:\w+ )?"
        r"(?:effects?|impact|importance|influence|role)\b"),
    Hinted("about behin of", rf"\b(?:the )?(?:\w+ )?{_MATTER} (?:of|behind|about)\b"),
)  # fmt: skip
#: Sentences that speak of ways at large, and of what others sell.
_SENTENCES = Ways(
    Hinted("there & for of that to",
        rf"^(?:\w+, )?there (?:are|exist) (?:also )?{_SOME}{_WAYS} (?:\w+ ){{0,4}}?"
        r"(?:to|for|of|that)\b"),
    Hinted("here & for of that to",
        rf"^here(?:['’]s| are| is) {_SOME}{_WAYS} (?:\w+ ){{0,2}}?(?:to|for|of|that)\b"),
    Hinted("brand compa produ & adver claim boast promi prete tout toute touti touts",
        r"\b(?:products|brands|companies)\b(?: \w+){0,5}? (?:claim|claiming|promise|promising|"
        r"advertise|advertised|boast|boasting|tout|touted|touting|pretend)\b"),
    Hinted("disco find keep learn see read & about how more what which why",
        r"^(?:so |and |then )?(?:find out|discover|learn|read (?:on|more)|keep reading|see)"
        r"(?: more)?(?: to \w+(?: more)?)? (?:about|how|what|which|why|more)\b"
        r"(?!.*\b(?:it|this|these|they|them)\b)"),
    Hinted("amino bioti diet dieta hydra iron miner nutri prote suppl vitam water zinc",
        r"^(?:(?:an?|the|good|healthy|balanced|well-balanced|proper|regular|enough|adequate|daily|"
        r"your|sufficient|key|essential|eating|drinking|rich) )*(?:amino acids|biotin|"
        r"diet(?:ary \w+)?|hydration|iron|minerals|nutrition|protein|supplements|vitamins?|water|"
        r"zinc)\b"),
    Hinted("witho", r"^without (?!.*\b(?:it|this|these|they|them)\b)"),
    Hinted("avoid cut drink eat exerc inves limit quit skip sleep stay swap switc trim wear",
        r"^(?:so |and |then |also |always |try to )?(?:avoid|cut (?:back|down|out)|drink|eat|"
        r"exercise|invest|limit|quit|skip|sleep|stay (?:hydrated|away|out)|swap|switch|trim|"
        r"wear) "),
    Hinted("by from throu using with & antib diet drug drugs exerc medic medit paink rest sleep "
           "suppl surge yoga",
        r"\w(?:ed|en|t) (?:\w+ly )?(?:by|with|using|through|from) (?:[\w-]+ ){0,3}?(?:antibiotics|"
        r"diet|drugs?|exercise|medicines?|medications?|meditation|painkillers?|rest|"
        r"sleep|supplements?|surgery|yoga)\b"),
)  # fmt: skip


def at_large(text: str) -> bool:
    """Whether a text in small letters only tells what is to be read of, or done at large.

    Examples
    --------
    >>> at_large("7 natural ways to lower stress"), at_large("how sleep lowers stress")
    (True, True)
    >>> at_large("how it lowers stress"), at_large("lowers stress")
    (False, False)
    """
    if _ends(text):
        return _SENTENCES.stand_in(text)
    return sought(text) or _begins(text, _MATTERS)


def sought(text: str) -> bool:
    """Whether a text in small letters is a heading over what one may do for something.

    Examples
    --------
    >>> sought("7 natural ways to lower stress"), sought("how sleep lowers stress")
    (True, False)
    """
    return not _ends(text) and _begins(text, _SOUGHT)


def _ends(text: str) -> bool:
    return text.rstrip("\"”’') ").endswith((".", "?", "!", ":", ";", ","))


def _begins(text: str, ways: Ways) -> bool:
    number = _NUMBER.match(text)
    begin = number.end() if number else 0
    return any(way.pattern.match(text, begin) for way in ways.hinted_in(text))
