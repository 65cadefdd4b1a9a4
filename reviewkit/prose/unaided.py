"""Whether a sentence tells what a part of the body does by nature, and nothing of a treatment.

"The skin regulates warmth" and "your natural oils keep it supple" have for their subject a part of
the body, or what lives on it, and a verb of what such things do: nothing is brought about by
anything that was done to them.
"""

from __future__ import annotations

from reviewkit.prose.clause import Clause
from reviewkit.prose.vocabulary import BODILY

#: Words of a subject, at most.
NAMED = 7
#: What a part of the body does by nature; what it gets or becomes may be an effect.
_ACTING = frozenset(
    {"provides", "provide", "regulates", "regulate", "play", "plays", "produces", "produce",
     "ensures", "ensure", "supports", "support", "promotes", "promote", "creates", "create",
     "keeps", "keep", "protects", "protect", "feeds", "feed", "causes", "cause", "maintains",
     "maintain", "helps", "help", "needs", "need", "requires", "require", "contains", "contain",
     "acts", "act", "secretes", "secrete", "restricts", "restrict", "controls", "control",
     "contributes", "contribute", "serves", "serve", "supplies", "supply", "carries", "carry",
     "thrives", "thrive", "affects", "affect", "triggers", "trigger", "clogs", "clog", "blocks",
     "block", "lubricates", "lubricate"}
)  # fmt: skip
#: Before such a verb.
_BEFORE = frozenset({"can", "may", "might", "could", "also", "will", "often", "then", "does", "do"})
#: What makes a subject more than a thing of nature: it was changed, or does it because of another.
_CHANGED = ("ed", "ing", "er")
_MORE = frozenset({"more", "less", "extra", "this", "these", "it", "they", "with", "by", "when"})


def tells_of_nature(clause: Clause) -> bool:
    """Whether the subject of a sentence is a part of the body that acts by itself."""
    if clause.lead or not clause.names.isdisjoint(clause.treating):
        return False
    words = clause.words
    for hit in clause.hits:
        if BODILY not in hit.names or hit.last > NAMED:
            continue
        verb = hit.last + 1
        while verb < len(words) and (
            words[verb].text in _BEFORE or words[verb].text.endswith("ly")
        ):
            verb += 1
        if verb == len(words) or words[verb].text not in _ACTING:
            continue
        return not any(
            word.text in _MORE or word.text.endswith(_CHANGED) for word in words[: hit.first]
        )
    return False
