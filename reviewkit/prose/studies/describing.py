"""Studies that a text tells of without naming them: which sentences belong to one, and its numbers.

A description begins where a study is introduced ("a 2016 study", "researchers in Japan", "the other
one", "Lee 2016", "nine men were massaged") and goes on, under the same heading, through the
sentences that lean on it ("the same women", "after 24 weeks") and those that tell numbers of what
was done or found in the past tense. A figure told of a claim without any study ("lowers it by 31%")
is a description of its own. What a description says adds up over its sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.reading import Reading
from reviewkit.prose.studies.numbers import numbers
from reviewkit.prose.studies.said import Said
from reviewkit.prose.studies.treated import Treated
from reviewkit.prose.text import Sentence

#: Characters of a sentence that are looked at; what is longer is no prose.
LONGEST = 4_000
#: The fewest people whose count, told of in the past tense, begins a study without its noun.
FEWEST = 5

_STUDY = (
    r"(?:study|trial|survey|experiment|investigation|paper|report|(?:meta-)?analysis|poll|research|"
    r"review|pilot|case series)"
)
#: Capitalised words before a year that name nobody.
_NO_NAME = r"(?!(?:In|Since|From|By|Until|The|A|Between|And|During|After)\b)"
#: Blocks over which a sentence may lean on a study before it [C].
WITHIN = 3
#: A study is introduced by its noun.
_NEW = lazily(
    rf"\b(?:(?:an?|one|another|the (?:only|other|first|second|latter|best|largest|biggest)|"
    rf"recent|single|notable|"
    rf"separate|different|randomi[sz]ed|controlled|clinical|pilot|small|large|bigger)"
    rf"\s+(?:(?!of\b|that\b|is\b|by\b)[\w'’.,-]+\s+){{0,6}}?{_STUDY}\b"
    rf"|(?:19|20)\d\d\s+(?:[\w'’-]+\s+){{0,4}}?{_STUDY}\b"
    rf"|{_STUDY}\s+(?:published|conducted|carried out|done|performed|from|in|of|on|with|"
    rf"involving|was run)\b"
    rf"|(?:an?|one|this|the) (?:[\w-]+ )?(?:(?:research )?team|group of (?:[\w-]+ )?(?:researchers|"
    rf"scientists|doctors))\s+(?:at|from|in|of|led|gave|asked|had|found|followed|recruited|"
    rf"measured|tested|looked|split|compared|treated|studied|enrolled|examined|let)\b"
    rf"|(?:researchers|scientists|doctors|investigators|dermatologists|a team|authors)\s+"
    rf"(?:at|from|in|of|led|gave|asked|had|found|followed|recruited|randomly|measured|tested|"
    rf"looked|split|compared|treated|studied|enrolled|examined)\b"
    rf"|(?:published|appeared|came out|printed) in (?:the )?(?-i:[A-Z])"
    rf"|et al\b|(?:and|with) (?:\w+ )?colleagues\b"
    rf"|(?-i:{_NO_NAME}[A-Z][a-z]+(?:-[A-Z][a-z]+)?,?\s\(?(?:19|20)\d\d\b))"
)
#: What a sentence needs to hold for `_NEW` to be looked for, in small letters.
_HINTS = (
    "stud", "trial", "pilot", "series", "survey", "experiment", "investigat", "paper", "report",
    "analysis", "poll", "research", "review", "scientist", "doctors", "dermatologists", "team",
    "authors", "published", "appeared", "came out", "printed", "et al", "colleagues", "19", "20",
)  # fmt: skip
#: A study is introduced by a word that stands for its noun: "one from 2019", "another, in ...".
_PRONOUN = lazily(
    r"^(?:(?:in )?(?:a|an|the)\s+(?:other|second|bigger|larger|smaller|small|newer|later|"
    r"earlier|best|first|oldest|newest|latest|largest|biggest)\s+one\b|"
    r"one (?:from|in|of|by|published)\b|"
    r"another\b[ ,]+(?!way|reason|thing|benefit)|"
    r"a (?:second|third|further)\b[ ,]+(?!way|reason|thing|benefit)|"
    r"in (?:the other|another)\b)"
)
#: A sentence leans on the study before it. This and what follows is looked for in small letters.
_SAME = lazily(
    rf"(?:\b(?:the|this|that|these|those|same|their|its|each|both|all)\s+(?:[\w'’-]+\s+){{0,3}}?"
    rf"(?:{_STUDY}|participants?|subjects?|volunteers?|respondents?|researchers?|"
    rf"authors?|controls?|"
    rf"scientists?|results?|findings?|groups?|patients?|men|women|workers?|people|side|rest|"
    rf"abstract)\b|^(?:they|it) (?:found|showed|reported|concluded|measured|saw|observed|ran|was)\b"
    rf"|^(?:the )?(?:results?|findings?)\b"
    rf"|\bp\s*[<=>]\s*0?\.\d|\bcontrol group\b|\bplacebo\b|\bcompared (?:with|to)\b|\bbaseline\b)",
    0,
)
#: It tells of a time, which a piece of advice does as well.
_TIMED = lazily(
    r"\b(?:after|over|by|within|at|in)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:weeks?|months?|days)\b", 0
)
#: It speaks of people who have been told of, so that it begins no study of its own.
_THOSE = lazily(
    r"^(?:and |but |so |yet |in |all (?:of )?)?(?:the|this|these|those|their|both)\s+"
    r"(?:(?!of\b|\d)[\w'’-]+\s+){0,2}?"
    r"(?:participants?|subjects?|volunteers?|respondents?|controls?|patients?|men|women|workers?|"
    r"people|(?:control|placebo|treatment|comparison|untreated|waiting)[ -]groups?)\b",
    0,
)
#: It speaks of a study, its people or a number of them as told of before.
_REFERS = lazily(
    r"\b(?:they|their|them|it|its|he|she|his|her|those|these)\b|"
    r"\b(?:the|this|that|same|all)\s+(?:[\w'’-]+\s+){0,2}?"
    rf"(?:{_STUDY}|researchers?|authors?|groups?|participants?|subjects?|volunteers?)\b|"
    r"\b(?:the|all) (?:other |remaining )?(?:\d|two\b|three\b)",
    0,
)
#: People who take part in a study, or are counted as if they did.
_TAKES_PART = lazily(
    r"\b(?:participants|subjects|volunteers|respondents|surveyed|asked|contacted|"
    r"(?:control|treatment|placebo|minute)[ -]groups?)\b",
    0,
)
#: The past tense, as far as a word shows it.
_PAST = lazily(
    r"\b(?:was|were|had|did|got|went|saw|found|gave|took|rose|fell|grew|became|felt|said|told|kept|"
    r"held|ran|made|sat|let|came|lay|came|led|met|read|put|given|shown|seen|[a-z]{3,}ed)\b",
    0,
)
#: What tells a reader what to do, and is no account of a study.
_ADVICE = lazily(
    r"^i (?!know|found|read|saw|think|guess)\w+ |[$£€]|"
    r"\b(?:you|your|aim|recommend\w*|should|price[sd]?|costs?|ours)\b"
    rf"|\b(?:our|my)\b(?! (?:\w+ )?(?:{_STUDY}|participants?|subjects?|volunteers?|patients?|"
    r"respondents?|results?|findings?|data|video|sample|team)\b)"
    r"|(?:^|[:;!] |\b(?:to|can|please|and|just) )(?:try|book)\b",
    0,
)
#: What leaves a statement open: "it is unclear whether", "nobody knows if".
_UNSETTLED = (
    r"(?:unclear|unknown|uncertain|unsettled|undecided|unproven|an open question|"
    r"not (?:yet |really )?(?:clear|known|certain|settled|proven|established))"
)
_OPEN = lazily(
    rf"\b(?:{_UNSETTLED}|(?:nobody|no one|none|not|n[o'’]t|cannot) (?:can |yet |really )?"
    r"(?:knows?|says?|tells?)|remains? to be seen|yet to be (?:shown|seen))\b[^.;:]{0,30}?"
    rf"\b(?:whether|if)\b|^whether\b.*\b{_UNSETTLED}\b",
    0,
)
#: It speaks of studies at large.
_GENERAL = lazily(
    r"(?:but |and |yet )?(?:many|several|some|most|other|more|recent|various|numerous|multiple|few|"
    r"all|clinical|scientific) ?(?:\w+ )?(?:studies|trials)\b|(?:studies|trials|research) (?:have|"
    r"has|"
    r"show|shows|suggest|suggests|indicate|indicates)\b",
    0,
)
#: What studies at large are said to show.
_SHOWN = lazily(
    r"\b(?:studies|trials|research|science) (?:have |has |also |often )*(?:shown?|shows|suggests?|"
    r"suggested|found|finds|indicates?|indicated|proven|proved|demonstrated?s?)\b",
    0,
)
_HAD = lazily(
    r"\b(?:it|they|which|that|study|trial) (?:\w+ )?(?:had|were|was|involved|included)\b", 0
)
_SIGNIFICANT = lazily(r"\bsignifican", 0)
#: Kinds of figure that make a description by themselves, where a claim stands beside them.
_FIGURES = frozenset({"percent", "measure"})
#: Whether a sentence can hold a number at all; looked at first, since it is quick.
_MAY_COUNT = lazily(
    r"\d|\b(?:half|thirds?|quarters?|fortnight|an (?:hour|year|month)|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|once|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|dozen|hundred)\b",
    0,
)
_POINTS_BACK = lazily(
    r"(?:the|this|that|in (?:the|this))\b"
    r"(?! (?:other|only|best|first|largest|biggest|earliest|classic)\b)",
    0,
)
#: Another page that tells of the same study is no other study.
_RETOLD = lazily(
    r"^(?:and |but |so |yet )*(?:in )?(?:"
    r"(?:another|an?|(?:the |a )?(?:second|other|rival)|some|many|other|one) (?:\w+ )?"
    r"(?:blogs?|sites?|pages?|posts?|leaflets?|brochures?|forums?|salons?|shops?|bloggers?|"
    r"writers?|reporters?|newspapers?|magazines?|websites?)|(?:another|others|some)(?: one| even)? "
    r"(?:says?|claims?|writes?|wrote|gives?|adds?))\b",
    0,
)
#: What points at people or things spoken of before.
_ANAPHOR = lazily(
    r"\b(?:they|their|them|it|its|he|she|his|her|that|these|those|both|others|rest|each|same)\b", 0
)


@dataclass(slots=True)
class Description:
    """A study as a text tells of it.

    Parameters
    ----------
    readings
        Positions, in the document, of the sentences that tell of it.
    said
        The numbers of each of these sentences.
    introduced
        Whether a study is spoken of as one; if not, figures or people alone stand there.
    apart
        Whether the text says that it is another study than the one before.
    named
        Whether it is called a study, or by its authors or journal, or "another" after one that is.
    general
        Whether it is what studies at large are said to show, so that no one study is told of.
    pointing
        The sentences that speak of its people as told of before.
    alone
        Those that speak of nothing as told of before.
    """

    readings: list[int] = field(default_factory=list)
    said: dict[int, list[Said]] = field(default_factory=dict)
    introduced: bool = True
    apart: bool = False
    named: bool = False
    general: bool = False
    pointing: set[int] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)

    def add(self, position: int, said: list[Said]) -> None:
        """Add a sentence, with its numbers."""
        self.readings.append(position)
        self.said[position] = said

    def text(self, readings: Sequence[Reading]) -> str:
        """Return what is told of it, with the heading above."""
        heading = readings[self.readings[0]].sentence.heading
        told = " ".join(readings[position].sentence.text for position in self.readings)
        return f"{heading}. {told}" if heading else told


_APART = lazily(r"\b(?:another|(?:the )?other|second|separate|different|later)\b", 0)


def describe(readings: Sequence[Reading], treated: Treated) -> list[Description]:
    """Return the studies that a document tells of, in order; no sentence tells of two.

    `treated` is how the review's treatment is spoken of.
    """
    found: list[Description] = []
    current: Description | None = None
    block, heading = -1, ""
    for position, reading in enumerate(readings):
        sentence = reading.sentence
        if sentence.kind == "heading":
            continue
        near = current is not None and sentence.block == block
        if current is not None and (sentence.heading != heading or sentence.block > block + WITHIN):
            current = None
        text = sentence.text[:LONGEST]
        low = small(text)
        said = _counted(text) if _MAY_COUNT.search(low) else []
        general = bool(said) and _SHOWN.search(low) is not None and not _ADVICE.search(low)
        introduced = general or _introduces(text, low)
        if introduced and not (near and current is not None and _goes_on(low, said, current)):
            named = general or _is_named(text, low) or (bool(found) and found[-1].named)
            apart = _APART.search(low) is not None
            current = Description(apart=apart, named=named, general=general)
            found.append(current)
        elif current is None or not (
            _leans(low, said, near=near or _is_entry(sentence, current, readings))
            or _is_next(sentence, said, block)
            or (said and _is_entry(sentence, current, readings) and not _ADVICE.search(low))
        ):
            if not _is_figure(reading, low, said, treated):
                continue
            current = Description(introduced=False)
            found.append(current)
        current.add(position, said)
        if _THOSE.search(low):
            current.pointing.add(position)
        elif not (_REFERS.search(low) or _RETOLD.match(low)):
            current.alone.add(position)
        block, heading = sentence.block, sentence.heading
    return found


def _counted(text: str) -> list[Said]:
    """Return the numbers of a sentence; a single person is somebody, and no count of people."""
    return [one for one in numbers(text) if one.kind != "people" or one.number.value != 1]


def _introduces(text: str, low: str) -> bool:
    """Whether a sentence begins to speak of a study; `low` is it in small letters."""
    begins = _is_named(text, low) or _PRONOUN.match(text) is not None
    return begins and not _RETOLD.match(low)


def _is_named(text: str, low: str) -> bool:
    """Whether a sentence introduces a study by its noun, its authors or its journal."""
    return any(hint in low for hint in _HINTS) and _NEW.search(text) is not None


def _goes_on(text: str, said: Iterable[Said], current: Description) -> bool:
    """Whether a sentence that names a study goes on with the one before: "the 2016 study also"."""
    if not current.introduced or not _POINTS_BACK.match(text):
        return False
    years = {s.text for s in said if s.kind == "year"}
    before = {s.text for told in current.said.values() for s in told if s.kind == "year"}
    return not years or not before or years <= before


def _counts_its_people(text: str, said: Sequence[Said]) -> bool:
    """Whether a sentence that gives advice counts the people of a study: "it had only nine men"."""
    return _HAD.search(text) is not None and any(one.kind == "people" for one in said)


def _is_next(sentence: Sentence, said: Sequence[Said], block: int) -> bool:
    """Whether a cell with numbers stands beside one that tells of a study."""
    return sentence.kind == "cell" and bool(said) and sentence.block <= block + 1


def _is_entry(sentence: Sentence, current: Description, readings: Sequence[Reading]) -> bool:
    """Whether a sentence is an entry of a list that a sentence on the study leads into."""
    return bool(sentence.lead_in) and any(
        readings[position].sentence.text == sentence.lead_in for position in current.readings
    )


def _leans(text: str, said: Sequence[Said], *, near: bool) -> bool:
    """Whether a sentence goes on with the study before it."""
    if leaves_open(text) or _GENERAL.match(text):
        return False
    if _ADVICE.search(text):
        return _counts_its_people(text, said)
    if _SAME.search(text) or (said and _RETOLD.match(text)):
        return True
    if _TIMED.search(text) and (_PAST.search(text) or _TIMED.match(text)):
        return True
    if near and said and _ANAPHOR.search(text):
        return True
    return _PAST.search(text) is not None and (near or bool(said))


def tells_of_the_past(reading: Reading) -> bool:
    """Whether a sentence tells what was, with a number, and gives no advice."""
    low = small(reading.sentence.text[:LONGEST])
    return (
        _MAY_COUNT.search(low) is not None
        and _PAST.search(low) is not None
        and not _ADVICE.search(low)
    )


def leaves_open(text: str) -> bool:
    """Whether a sentence in small letters leaves a general statement open, and so tells no study.

    One that leaves open what a study did or found does tell of it.

    Examples
    --------
    >>> leaves_open("it is unclear whether sessions of 11 to 20 minutes do more than shorter ones.")
    True
    >>> leaves_open("it is unclear whether the other men were massaged.")
    False
    """
    if "whether" not in text and " if " not in text:
        return False
    return _OPEN.search(text) is not None and not (_SAME.search(text) or _PAST.search(text))


def _is_figure(reading: Reading, text: str, said: Sequence[Said], treated: Treated) -> bool:
    """Whether a sentence tells figures as a study's, though no study is spoken of."""
    counted = [one for one in said if one.kind != "year"]
    if not counted or _ADVICE.search(text) or leaves_open(text):
        return False
    if _TAKES_PART.search(text) or treated.group.search(text):
        return True
    dated = any(one.kind == "year" for one in said)
    if any(one.kind == "studies" for one in counted) and _PAST.search(text):
        return True
    people = any(one.kind == "people" and (dated or one.number.value >= FEWEST) for one in said)
    if people and _PAST.search(text):
        return True
    claims = bool(reading.links)
    shares = any(one.kind in _FIGURES for one in said)
    return claims and (shares or _SIGNIFICANT.search(text) is not None)
