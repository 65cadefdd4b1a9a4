"""A small vocabulary of no real review, and short ways to read sentences with it."""

from typing import Any

from reviewkit.index.phrases import planted
from reviewkit.prose.compiling import compile_vocabulary
from reviewkit.prose.reading import Reading, read
from reviewkit.prose.text import Document, Sentence
from reviewkit.prose.vocabulary import Vocabulary

SAID: dict[str, Any] = {
    "interventions": {
        "cat-brushing": ["cat brush*", "brush* ... cat", "ear tail and belly brush*"]
    },
    "outcomes": {"stress": ["stress", "stress level*"], "joy": ["joy", "mood"]},
    "effects": {
        "lowers": {
            "before": ["reduc*", "reliev*", "lower*", "help* with", "let* ... go", "no more"],
            "after": ["relief", "falls"],
        },
        "betters": {"before": ["good for", "good to"], "after": ["gone"]},
        "worsens": {"before": ["caus*"], "after": ["spreads"]},
        "raises": {
            "before": ["increas*", "improv*", "better", "bring*", "more", "boost*", "drawn"],
            "after": ["increas*"],
        },
    },
    "terms": {
        "itch": ["itch*"],
        "fur": ["fur", "coat"],
        "grows": ["grow*"],
        "calm": ["calming", "soothing", "calming you"],
        "calm-things": ["calming music"],
        "thick": ["fur ... thicker", "thicker fur"],
        "instructs": ["brush", "hold"],
        "places": ["back", "belly"],
        "oil": ["oil", "oils"],
        "shine": ["shine"],
        "dull": ["dull"],
        "sleep": ["sleep"],
        "not-holding": ["hold dear"],
        "rivals": ["catnip"],
        "subject": ["brush*"],
        "place": ["cat", "cats"],
        "limiting": ["no cure"],
        "pitch": ["book now"],
        "parts": ["ear", "tail", "belly"],
    },
    "claims": {
        "less-stress": ["lowers|betters > stress"],
        "more-joy": ["raises > joy"],
        "calming": ["calm"],
        "thick-fur": ["thick"],
        "brush-it": ["^instructs & places"],
        "oil-shine": ["oil & shine !dull"],
        "less-itch": ["-worsens > itch"],
        "fur-grows": ["fur & +grows"],
        "no-sole-care": ["limiting & @fur"],
        "not-in-the-review": ["shine"],
    },
    "beyond": ["raises > sleep"],
}
INDEX: dict[str, Any] = {
    "claims": [
        {"id": name}
        for name in (
            "less-stress",
            "more-joy",
            "calming",
            "thick-fur",
            "brush-it",
            "oil-shine",
            "less-itch",
            "fur-grows",
            "no-sole-care",
        )
    ],
    "vocabulary": planted(SAID),
}
VOCABULARY: Vocabulary = compile_vocabulary(INDEX)


def sentence(text: str, **fields: Any) -> Sentence:
    """Return a sentence that stands alone in its file."""
    return Sentence(text=text, start=0, end=len(text), line=1, column=1, **fields)


def readings(*sentences: Sentence | str, title: str = "Cat brushing") -> list[Reading]:
    """Read sentences as a document with the small vocabulary."""
    made = tuple(sentence(entry) if isinstance(entry, str) else entry for entry in sentences)
    return list(read(Document(file="f", title=title, sentences=made), VOCABULARY))


def claims(text: str, title: str = "Cat brushing", **fields: Any) -> list[str]:
    """Return the claims that one sentence makes."""
    (reading,) = readings(sentence(text, **fields), title=title)
    return [link.claim for link in reading.links]
