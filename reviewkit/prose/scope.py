"""Whether a sentence speaks of the review's treatment, by what it and the text around it name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain

from reviewkit.phrasing import SUBJECT
from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.text import Document, Sentence
from reviewkit.prose.vocabulary import DEVICE, LIMITING, PITCH, PLACE, RIVALS, Vocabulary
from reviewkit.prose.words import WordRow

Names = frozenset[str]
"""What a sentence, a heading or a title names, in the vocabulary."""

#: Of sentences that name the review's interventions, the share that makes a document about it [C].
ABOUT = 0.2
#: Sentences at the start that show what a document is about, beside its title.
OPENING = 3
#: Sentences after another within which one goes on with it, at most [C].
NEAR = 3
#: Sentences from the nearest that names a treatment, its tool or the subject (a title on it stands
#: before the first), beyond which a document has gone on to other things [C].
STRAY = 15
#: Sentences on other treatments that make a document about these, at least, and how many times as
#: many as name the review's own [C].
MANY, OTHERS = 5, 2
#: Sentences on the subject or its rivals and no place, at least, that make a title on the subject
#: alone a general one, where hardly any sentence has more to say of the review's own [C].
GENERAL = 5
#: What speaks of the review's treatment even beside the name of another.
SPEAKING = frozenset({SUBJECT, LIMITING, "evidence-state"})
#: Kinds of block whose sentences are entries of a list.
_LISTED = frozenset({"bullet", "cell"})
#: A heading that is one of a row.
_NUMBERED = lazily(r"\s*(?:\w+ )?#?\d+(?:[.):]|\s[–—-])", 0)
#: A lead-in whose entries show how that is done of which its section spoke.
_SHOWN = lazily(r"\b(?:how|steps?|instructions?|techniques?|method|routine)\b", 0)
#: What does something by hand; with what is treated beside it, that is the treatment named above.
_BY_HAND = lazily(r"\b(?:finger(?:s|tips?)?|thumbs?|palms?|knuckles|hands?)\b", 0)
#: A title of which each heading is one of a row, but for those that ask or tell more of one.
_OF_WAYS = lazily(r"\b(?:ways|tips|remedies|habits|things|tricks|hacks|secrets|treatments)\b", 0)
_OF_ONE = lazily(
    r"\W*(?:how|what|why|when|who|which|does|do|is|are|can|the|its|benefits?|steps?|conclusion|"
    r"summary|final|bottom|faqs?|takeaway|in short|tips?|step)\b",
    0,
)
#: Words at its beginning in which a sentence names what it is about.
_LEADING = 4
#: What a sentence begins with that goes on with what the one before was about: one thing, or many.
_ONE = lazily(r"[\"“]?(?:this|it|its|used|applied)\b", 0)
_MANY = lazily(r"[\"“]?(?:these|they|their|both|used|applied)\b", 0)


class Scope:
    """Which sentences of a document speak of the review's treatment; to be asked in their order.

    Parameters
    ----------
    document
        The document.
    title
        What its title names.
    spoken
        What each of its sentences names.
    vocabulary
        Of the review.
    """

    def __init__(
        self,
        document: Document,
        title: Names,
        spoken: Sequence[Names],
        vocabulary: Vocabulary,
    ) -> None:
        self._title, self._vocabulary = title, vocabulary
        self._about = _is_about(title, spoken, vocabulary)
        listed = [sentence.kind in _LISTED for sentence in document.sentences]
        self._near = _reached(spoken, listed, vocabulary)
        self._named = -1
        self._shown: str | None = None
        self._following = (-1, ("", 0), _ONE)
        self._others = _others(document, title, spoken, vocabulary)

    def holds(self, number: int, sentence: Sentence, names: Names, above: Names) -> bool:
        """Whether a sentence is read for claims.

        Parameters
        ----------
        number, sentence, names
            Its number, itself and what it names.
        above
            What the heading above it names.
        """
        vocabulary = self._vocabulary
        if names & vocabulary.interventions:
            self._named, self._shown = sentence.block, sentence.heading
        elif SUBJECT in names and PLACE in names | above:
            self._shown = sentence.heading
        elif self._shows(sentence, names):
            self._named = sentence.block
        own = self._named == sentence.block
        about = self._about and sentence.heading not in self._others
        near = (about and number in self._near) or own
        told = above | ({PLACE} & self._title)
        if self._goes_on_with_another(number, sentence, names):
            self._following = (number + 1, *self._following[1:])
            return False
        return _in_scope(names, told, vocabulary, near=near, told=own)

    def _shows(self, sentence: Sentence, names: Names) -> bool:
        """Whether it shows how the treatment is done that its section named: in a list, by hand."""
        if self._shown != sentence.heading or RIVALS in names:
            return False
        listed = sentence.kind in _LISTED and _SHOWN.search(small(sentence.lead_in)) is not None
        return listed or (PLACE in names and _BY_HAND.search(small(sentence.text)) is not None)

    def _goes_on_with_another(self, number: int, sentence: Sentence, names: Names) -> bool:
        """Whether a sentence goes on with one about another treatment, which is noted here."""
        vocabulary = self._vocabulary
        if not names.isdisjoint(vocabulary.treating) or DEVICE in names:
            return False
        if RIVALS in names:
            opening = WordRow(" ".join(sentence.text.split(maxsplit=_LEADING)[:_LEADING]))
            others = [hit for hit in vocabulary.phrases.hits(opening) if RIVALS in hit.names]
            if others:
                several = opening.texts[others[0].last].endswith("s")
                self._following = (number + 1, _place(sentence), _MANY if several else _ONE)
            return False
        following, place, going_on = self._following
        if following != number or place != _place(sentence):
            return False
        return sentence.kind in _LISTED or going_on.match(small(sentence.text)) is not None


def _place(sentence: Sentence) -> tuple[str, int]:
    """Return where another may go on with a sentence: under its heading, of a list in its entry."""
    return sentence.heading, sentence.block if sentence.kind in _LISTED else 0


def _others(
    document: Document, title: Names, spoken: Sequence[Names], vocabulary: Vocabulary
) -> frozenset[str]:
    """Return the headings of a row that stand beside one on the treatment, and name it not.

    Those are of a row that are numbered, and in a document on ways to something all but those that
    tell of one of the ways. A title that names the treatment numbers what there is to say of it.
    """
    if not title.isdisjoint(vocabulary.treating):
        return frozenset()
    ways = _OF_WAYS.search(small(document.title)) is not None
    row = {
        sentence.text: names.isdisjoint(vocabulary.treating)
        for sentence, names in zip(document.sentences, spoken, strict=True)
        if sentence.kind == "heading"
        and (
            _NUMBERED.match(sentence.text)
            or (
                ways and sentence.text != document.title and not _OF_ONE.match(small(sentence.text))
            )
        )
    }
    return frozenset(text for text, other in row.items() if other and not all(row.values()))


def _is_about(title: Names, spoken: Sequence[Names], vocabulary: Vocabulary) -> bool:
    """Whether a document is about the review's treatment."""
    if title & vocabulary.interventions:
        return True
    if SUBJECT in title and RIVALS not in title and (PLACE in title or not _general(spoken)):
        return True
    named = [bool(names & vocabulary.interventions) for names in spoken]
    return any(named[:OPENING]) or sum(named) > ABOUT * len(named)


def _general(spoken: Sequence[Names]) -> bool:
    """Whether a document on the subject hardly says what it is done to: any massage, any brush."""
    placed = sum(PLACE in names for names in spoken)
    own = sum(SUBJECT in names and PLACE not in names for names in spoken)
    others = sum(RIVALS in names and not names & {SUBJECT, PLACE} for names in spoken)
    return own > 0 and own + others >= GENERAL and placed <= ABOUT * len(spoken)


def _reached(
    spoken: Sequence[Names], listed: Sequence[bool], vocabulary: Vocabulary
) -> frozenset[int]:
    """Return which sentences stand near enough to one that names what a document is about.

    A list is as near as the sentence above it, however long it is. In a document on other
    treatments only what goes on with such a sentence is near it.
    """
    naming = vocabulary.treating | {DEVICE}
    at = list(accumulate(not entry for entry in listed))
    named = [0, *(place for place, names in zip(at, spoken, strict=True) if names & naming)]
    far = NEAR if _outnumbered(spoken, naming) else STRAY
    nearest = set(chain.from_iterable(range(n - far, n + far + 1) for n in named))
    return frozenset(number for number, place in enumerate(at) if place in nearest)


def _outnumbered(spoken: Sequence[Names], naming: Names) -> bool:
    """Whether a document speaks many times of other treatments, and hardly of the review's."""
    own = sum(not names.isdisjoint(naming) for names in spoken)
    rivals = sum(RIVALS in names and names.isdisjoint(naming) for names in spoken)
    return rivals >= MANY and rivals > OTHERS * own


def _in_scope(
    names: Names, heading: Names, vocabulary: Vocabulary, *, near: bool, told: bool = False
) -> bool:
    """Whether a sentence is read for claims.

    `near`: it stands near what names the treatment; `told`: its own paragraph or entry named it.
    """
    if PITCH in names:
        return False
    if names & vocabulary.interventions:
        return True
    if SUBJECT in names and PLACE in names | heading and RIVALS not in names:
        return True
    under = bool(heading & vocabulary.interventions) or (
        SUBJECT in heading and RIVALS not in heading and (near or PLACE in heading)
    )
    if near and names & SPEAKING:
        return True
    rival = RIVALS in names or (RIVALS in heading and not under and not told)
    return (near or under) and not rival
