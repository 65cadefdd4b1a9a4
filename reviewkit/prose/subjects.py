"""Whether a sentence tells what another thing does than the treatment, by its subject.

"Stress may cause a loss of appetite" has an ill for its subject. "Coffee lifts the mood" and "cold
baths and coffee lift the mood" have a name for their subject and nothing else: no treatment, no
term of the review, no pronoun, and none of the general words for what a treatment is, is done with,
or is told by.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewkit.prose import background
from reviewkit.prose.clause import Clause
from reviewkit.prose.phrases import Hit
from reviewkit.prose.predicate import COMPARED
from reviewkit.prose.vocabulary import PLACE
from reviewkit.prose.words import Word

#: Words of a subject that may be the treatment, or what it is done with.
DOING = frozenset(
    {"use", "practice", "technique", "techniques", "method", "methods", "pressure", "touch",
     "stroke", "strokes", "stroking", "movement", "movements", "motion", "motions", "contact",
     "hand", "hands", "finger", "fingers", "fingertip", "fingertips", "thumbs", "palms",
     "warmth", "session", "sessions", "treatment", "treatments", "therapy", "therapist",
     "therapists", "care", "stimulation", "manipulation", "work", "exercise", "ritual",
     "routine", "devices", "device", "tool", "tools", "gadget", "gadgets",
     "friction", "vibration", "vibrations", "heat", "attention"}
)  # fmt: skip
#: Words of a subject that may be the treatment, or what it does or is done with, or who tells of
#: it; and words that are no noun at all.
_OWN = DOING | frozenset(
    {"study", "studies",
     "trial", "trials", "research", "researchers", "scientists", "science", "evidence",
     "experts", "doctors", "data", "findings", "results", "benefits", "users", "people",
     "clients", "client", "patients", "patient", "women", "men", "staff", "nurses", "carers",
     "students", "workers", "guests", "visitors", "customers", "mothers", "sufferers", "adults",
     "children", "subjects", "respondents", "members", "colleagues", "friends", "families",
     "readers", "testers", "reviewers", "fans", "employees", "teachers", "participants",
     "volunteers", "everyone",
     "everybody", "nobody", "someone", "anyone", "others", "a", "an", "the", "this", "that",
     "these", "those", "it", "its",
     "they", "them", "you", "your", "their", "our", "my", "his", "her", "he", "she", "we",
     "i", "there", "here", "no", "not", "each", "every", "all", "both", "some", "many",
     "most", "few", "more", "less", "much", "several", "plenty", "another", "other", "any",
     "such", "one", "two", "three", "four", "in", "on", "at", "by", "for", "from", "with",
     "as", "of", "to", "into", "over", "under", "through", "during", "within", "about",
     "against", "without", "like", "than", "when", "while", "if", "because", "since",
     "although", "though", "after", "before", "once", "then", "also", "so", "and", "or",
     "but", "nor", "yet", "what", "which", "who", "whose", "how", "why", "where", "whether",
     "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have",
     "had", "can", "could", "may", "might", "must", "will", "would", "shall", "should", "let",
     "just", "still", "even", "only", "too", "very", "quite", "now", "soon", "often",
     "always", "never", "sometimes", "again", "maybe", "perhaps", "get", "gets", "got",
     "getting", "together", "besides", "apart", "instead", "first", "second", "third", "last",
     "next", "please", "try", "beyond", "beside", "along", "alongside", "aside", "despite",
     "towards", "among", "via", "across", "throughout", "upon", "except", "thanks", "moreover",
     "furthermore", "however", "therefore", "thus", "hence", "meanwhile", "indeed", "overall",
     "plus", "yes", "well", "additionally", "simply"}
)  # fmt: skip
#: Words between a subject and its verb.
_BEFORE_VERBS = frozenset(
    {"can", "could", "may", "might", "will", "would", "also", "all", "both", "often", "then",
     "does", "do", "did", "has", "have", "had", "is", "are", "was", "were", "even"}
)  # fmt: skip
#: After an effect, what shows it to be a noun: "a boost of this kind".
_AFTER_NOUNS = frozenset(
    {"of", "and", "or", "in", "by", "from", "as", "after", "at", "on", "through",
     "into", "round", "around", "over", "within", "under", "across", "is", "are", "was", "were",
     "can", "may", "will", "has", "have", "that", "which"}
)  # fmt: skip
#: Words of a subject that is but a name, at most.
NAMED = 3
_NOT_NAMED = ("ing", "ly", "ed")
#: Before the name of a thing that is somebody's: "our soap".
_OURS = frozenset({"our", "my"})
#: What hands do: with these, a subject may be the treatment.
_HANDLING = frozenset(
    {"pressing", "stroking", "tapping", "squeezing", "working", "moving", "using",
     "doing", "applying", "having", "giving", "receiving", "adding", "keeping", "holding",
     "pulling", "tugging", "circling", "stretching", "warming", "touching", "making", "being",
     "stimulating", "relaxing", "calming", "soothing", "including", "combining", "finding"}
)  # fmt: skip
#: Words before an ill that a sentence is about, at most.
QUALIFIED = 2
#: What life brings, and what a body is made of or ruled by: no treatment.
_LIFE = frozenset(
    {"day", "days", "night", "nights", "winter", "summer", "spring", "autumn", "weather", "season",
     "seasons", "life", "lives", "lifestyle", "lifestyles", "living", "posture", "hours", "jobs",
     "screens", "genetics", "factors", "society", "world", "demands", "schedule",
     "schedules", "habits", "foods", "situations", "events", "smoking", "alcohol", "ageing",
     "aging", "menopause", "pregnancy", "pollution", "deadlines", "chemicals"}
)  # fmt: skip
#: What may mean the treatment, or what is done in it, wherever it stands.
_TAKEN_UP = frozenset(
    {"it", "this", "these", "session", "sessions", "treatment", "treatments", "therapy",
     "technique", "techniques", "here"}
)  # fmt: skip


#: Before a thing, what sets it against what the sentence is about; and words between, at most.
_AGAINST = frozenset({"unlike", "than", "versus", "without"})
_SET = 5


def set_against(words: Sequence[Word], first: int) -> bool:
    """Whether what begins at word `first` is only set against something else: "unlike soap, it"."""
    for at in range(first, max(first - _SET, 0), -1):
        if not words[at].joined:
            return False
        if words[at - 1].text in _AGAINST:
            return True
    return False


def of_an_ill(clause: Clause) -> bool:
    """Whether a sentence tells what an ill does or is, and nothing that may be the treatment.

    "Stress can lead to a release of cortisol", and "short days can make for stress", where life is
    the ill; "stress can be eased" tells what becomes of it.
    """
    if clause.lead or clause.names & clause.treating:
        return False
    if any(word.text in _TAKEN_UP for word in clause.words):
        return False
    ill = next((hit for hit in clause.hits if not clause.ills.isdisjoint(hit.names)), None)
    if ill is None or _of_life(clause):
        return _of_life(clause)
    begin = next(n for n in range(ill.first, -1, -1) if not n or not clause.words[n].joined)
    return (
        ill.first - begin <= QUALIFIED
        and background.subject(clause.words, ill.last, clause.held) is not None
        and not any(begin <= effect.first <= ill.last for effect in clause.effects)
        and not clause.is_governed(ill)
    )


def _of_life(clause: Clause) -> bool:
    """Whether the subject of a sentence is what life brings."""
    return any(
        word.text in _LIFE
        and background.subject(clause.words, number, clause.held) is not None
        and not any(effect.first <= number for effect in clause.effects)
        for number, word in enumerate(clause.words[: QUALIFIED + 1])
    )


def of_another(clause: Clause, telling: Collection[str]) -> bool:
    """Whether the first effect of a sentence is what another thing does than the treatment.

    `telling` are the names of terms by which the sentence may claim something.
    """
    if clause.lead or clause.names & clause.treating:
        return False
    verb = next((effect for effect in clause.effects if is_verb(effect, clause)), None)
    return verb is not None and _is_a_name(verb.first, clause, telling)


def is_verb(effect: Hit, clause: Clause) -> bool:
    """Whether an effect that stands before what it governs is a verb there, and no noun."""
    following = {word.text for word in clause.words[effect.last : effect.last + 2]}
    return (
        not clause.befores.isdisjoint(effect.names)
        and not clause.words[effect.first].text.endswith("ion")
        and clause.words[effect.first].text not in COMPARED
        and _AFTER_NOUNS.isdisjoint(following)
    )


def _is_a_name(verb: int, clause: Clause, telling: Collection[str]) -> bool:
    """Whether the words before a verb are a name and nothing else."""
    words = clause.words
    end = verb
    while end and (words[end - 1].text in _BEFORE_VERBS or words[end - 1].text.endswith("ly")):
        end -= 1
    begin = 1 if end and words[0].text in _OURS else 0
    named = [number for number in range(begin, end) if words[number].text not in {"and", "or"}]
    if len(named) > 1 and words[0].text.endswith("ing") and words[0].text not in _HANDLING:
        named = named[1:]
    return (
        0 < len(named) <= NAMED
        and _known(clause, verb, telling).isdisjoint(named)
        and all(_may_name(words[number].text) for number in named)
        and all(words[number].joined for number in range(end, verb + 1))
    )


def _known(clause: Clause, verb: int, telling: Collection[str]) -> frozenset[int]:
    """Return the words that may mean the treatment, what it is done to, or what it acts on.

    A phrase that reaches to the verb may hide the name of the treatment.
    """
    names = clause.treating | clause.governed | {PLACE, *telling}
    return frozenset(
        number
        for hit in clause.hits
        if not names.isdisjoint(hit.names) or hit.first < verb <= hit.last
        for number in range(hit.first, hit.last + 1)
    )


def _may_name(word: str) -> bool:
    return word.isalpha() and word not in _OWN and not word.endswith(_NOT_NAMED)
