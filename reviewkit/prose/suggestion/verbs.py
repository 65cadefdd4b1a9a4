"""English verbs of effect in their forms, so that "reduces" may become "may reduce".

A closed list, whatever the review: a rewrite that meets a verb beyond it is not certain, and is
not made.
"""

from __future__ import annotations

import re

#: Verbs by which writers say what a treatment does, and those that carry them ("works to ease").
BASES = frozenset(
    {"accelerate", "act", "activate", "add", "affect", "aid", "alleviate", "allow", "amplify",
     "appear", "assist", "awaken", "balance", "banish", "battle", "become", "benefit", "block",
     "bolster", "boost", "bring", "build", "calm", "care", "carry", "cause", "clean",
     "cleanse", "clear", "coax", "combat", "contribute", "control", "counter", "counteract",
     "counterbalance", "create", "cultivate", "curb", "cure", "dampen", "decrease", "deepen",
     "deliver", "detox", "detoxify", "dilate", "diminish", "disperse", "dissolve",
     "distribute", "do", "drain", "draw", "dull", "ease", "elevate", "eliminate", "enable",
     "encourage", "energise", "energize", "enhance", "ensure", "exfoliate", "expand",
     "facilitate", "feed", "feel", "fight", "fill", "flood", "flush", "fortify", "foster",
     "free", "fuel", "gain", "generate", "get", "give", "grow", "guard", "halt", "hamper",
     "harmonise", "harmonize", "have", "heal", "heighten", "help", "hinder", "hydrate",
     "ignite", "impact", "improve", "increase", "induce", "inhibit", "invigorate", "keep",
     "kickstart", "lead", "leave", "lessen", "let", "lift", "lighten", "look", "loosen",
     "lower", "lubricate", "lull", "maintain", "make", "manage", "maximise", "maximize",
     "mean", "melt", "minimise", "minimize", "moisturise", "moisturize", "nourish", "nudge",
     "nurture", "offer", "offset", "open", "optimise", "optimize", "pave", "penetrate", "play",
     "preserve", "prevent", "produce", "prolong", "promote", "protect", "provide", "pump",
     "quieten", "raise", "reach", "rebalance", "receive", "reduce", "refresh", "regenerate",
     "regrow", "regulate", "reinvigorate", "rejuvenate", "relax", "release", "relieve",
     "remove", "renew", "repair", "replenish", "restore", "result", "retain", "reverse",
     "revitalise", "revitalize", "revive", "rid", "rinse", "seem", "send", "serve", "set", "settle",
     "sharpen", "shed", "shield", "signal", "slough", "slow", "smooth", "soften", "soothe",
     "spark", "speed", "spread", "spur", "stabilise", "stabilize", "start", "stimulate",
     "stop", "strengthen", "stretch", "strip", "supply", "support", "tackle", "take", "target",
     "tend", "thicken", "tighten", "tone", "transform", "transport", "treat", "trigger",
     "trim", "turn", "unclog", "unleash", "unlock", "untangle", "unwind", "wake", "ward",
     "wash", "widen", "work"}
)  # fmt: skip
#: Verbs with which a sentence or heading tells the reader what to do.
INSTRUCTIONS = frozenset(
    {"add", "apply", "avoid", "begin", "choose", "consult", "discover", "enjoy", "experience",
     "explore", "find", "know", "learn", "lie", "meet", "place", "position", "press", "repeat",
     "say", "see", "sit", "try", "use"}
)  # fmt: skip
_IRREGULAR = {
    "has": "have", "does": "do", "shedding": "shed", "trimming": "trim", "stripping": "strip",
    "became": "become", "stopping": "stop", "getting": "get", "letting": "let",
    "setting": "set", "ridding": "rid", "spurring": "spur", "stopped": "stop",
    "spurred": "spur", "brought": "bring", "built": "build", "did": "do", "drew": "draw",
    "fed": "feed", "felt": "feel", "fought": "fight", "gave": "give", "given": "give",
    "got": "get", "grew": "grow", "grown": "grow", "had": "have", "kept": "keep",
    "led": "lead", "left": "leave", "made": "make", "meant": "mean", "sent": "send",
    "sped": "speed", "took": "take", "taken": "take", "woke": "wake",
}  # fmt: skip
#: Forms that are nouns as often as verbs.
_TWOFOLD = frozenset(
    {"aids", "benefits", "blocks", "boosts", "builds", "calms", "cares", "causes", "changes",
     "controls", "cures", "does", "drains", "drops", "feeds", "gains", "helps", "impacts",
     "increases", "lifts", "means", "releases", "results", "rids", "sets", "signals", "starts",
     "stops", "supplies", "supports", "targets", "tones", "treats", "turns", "works"}
)  # fmt: skip
#: What stands before a noun and never before the verb of a sentence.
_BEFORE_NOUN = frozenset(
    {"a", "an", "the", "of", "with", "for", "in", "on", "from", "by", "these", "those", "many",
     "its", "his", "their", "your", "our", "my", "several", "some", "such", "no", "any", "through",
     "via", "without"}
)  # fmt: skip
#: What makes a noun of a form that may be one.
_MODIFIERS = frozenset(
    {"all", "amazing", "best", "big", "great", "health", "including", "key", "main",
     "more", "other", "possible", "potential", "proven", "real", "top", "wonderful", "first",
     "two", "three", "four", "five", "ten", "promising", "positive", "sensory"}
)  # fmt: skip
#: What stands after a noun and hardly ever after a verb.
_AFTER_NOUN = frozenset(
    {"of", "for", "include", "are", "is", "were", "was", "that", "which"}
)  # fmt: skip
#: What stands after a verb that "and" joins, and not after a noun.
_OBJECT = frozenset(
    {"it", "you", "your", "the", "a", "an", "them", "us", "their", "its", "to", "with", "in"}
)  # fmt: skip
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def third(base: str) -> str:
    """Return the form after "it": "reduces"."""
    for form, of in _IRREGULAR.items():
        if of == base and form.endswith("s"):
            return form
    if _SIBILANT.search(base):
        return f"{base}es"
    return f"{base[:-1]}ies" if _CONSONANT_Y.search(base) else f"{base}s"


def _participle(base: str) -> str:
    dropped = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    return f"{dropped}ing"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if _CONSONANT_Y.search(base) else f"{base}ed"


_THIRD = {third(base): base for base in BASES}
_PARTICIPLES = {_participle(base): base for base in BASES} | {
    form: base for form, base in _IRREGULAR.items() if form.endswith("ing")
}
_PAST = {_past(base): base for base in BASES} | {
    form: base for form, base in _IRREGULAR.items() if not form.endswith(("ing", "s"))
}


def base_of_third(
    word: str, before: str = "", after: str = "", *, joined: bool = True
) -> str | None:
    """Return the base of a finite verb in the third person, None if the word may be none.

    `before` and `after` are the words beside it, which tell "it benefits hair" from "the benefits".
    Unless `joined`, what "and" joins is taken for a noun where it may be one.

    Examples
    --------
    >>> base_of_third("relieves"), base_of_third("benefits", "the", "of"), base_of_third("rise")
    ('relieve', None, None)
    """
    word, before = word.lower(), before.lower()
    base = _THIRD.get(word)
    if base is None or before in _BEFORE_NOUN:
        return None
    after = after.lower()
    unsure = before in {"and", "or"} and not joined and after not in _OBJECT | BASES
    noun = after in _AFTER_NOUN or before in _MODIFIERS or unsure
    return None if word in _TWOFOLD and noun else base


def base_of_participle(word: str) -> str | None:
    """Return the base of a participle in -ing."""
    return _PARTICIPLES.get(word.lower())


def base_of_past(word: str) -> str | None:
    """Return the base of a past form or past participle."""
    return _PAST.get(word.lower())


def is_twofold(base: str) -> bool:
    """Whether a verb is a noun as often: "boost"."""
    return third(base.lower()) in _TWOFOLD


def is_base(word: str) -> bool:
    """Whether a word is a verb of effect in its base form."""
    return word.lower() in BASES
