"""Reports: what others say or believe, given as theirs."""

from __future__ import annotations

from reviewkit.prose.patterns import Words, lazily

#: A limit that is only a frame: "in a small study", "one small trial found".
_BELIEF = (
    "believed|thought|said|claimed|reputed|rumou?red|purported|supposed|credited|"
    "touted|hailed|praised|lauded|talked up|alleged|marketed|advertised|"
    "reckoned|presumed|assumed"
)
_PEOPLE = (
    "proponents|practitioners|advocates|defenders|backers|friends|fans|enthusiasts|supporters|"
    "critics|sellers|brands|parlou?rs|hundreds|thousands|"
    "companies|manufacturers|people|users|influencers|believers|followers|folks|devotees|"
    "clients|customers|reviewers|women|men|sufferers|individuals|others|ayurveda|tradition|"
    "legend|folklore|lore|ancient \\w+|healers|anecdotes|word of mouth|stylists|salons|spas"
)
_SAY = (
    "believe[sd]?|says?|said|claim(?:s|ed)?|swears?|argues?|maintain|insists?|think|reckon|"
    "hold|holds|attest|raves?|raved|rave about|tout|suspect|feel that|boast|assert|contend|has it"
)
#: Saying and believing.
_SAID = Words(
    "ad added adds ads adver advoc alleg ances ancie anoth argue argum artic asser assum "
    "assur attes barbe belie bille blogs blurb boast books both box brand broch cited claim "
    "clip comme commo conte convi credi descr devot enthu far feel few foreb forum furth "
    "gener goes gush haile has he hear heard hears held hold holds hype hyped idea influ "
    "insis inter invok label laude leafl legen listi logic lore lot lots magaz maint maker "
    "manuf many marke menti menu most name notio old or other owner packe page parlo peddl "
    "pitch plent popul post poste posts pract prais presu promi promo propo purpo put puts "
    "rave raved raves reaso recko reel repor reput rumor rumou runs said salon say says "
    "seen selle sever she sites sold some sourc spas story suppo sure suspe swear swore "
    "sworn tale talke tell tells texts theor think thoug threa timer told tout toute video "
    "vowed vows websi widel wiki word write writi wrote",
    "(?:is|are|was|were|been|be) (?:(?:also|still|long|even|\\w+ly|often|sometimes|now|been|by "
    f"\\w+|in \\w+) ){{0,3}}(?:{_BELIEF})(?= (?:to|that|as|by|for|with|a|an|the|good|beneficial|"
    "one|great|helpful|among|important|essential)\\b)",
    f"(?:some|many|most|few|plenty|lots|"
    f"a lot)(?: of)?(?: the)?(?: [\\w-]+)?(?: [\\w-]+)? (?:{_SAY})",
    f"(?:{_PEOPLE}) (?:[\\w-]+ly |also |often |have |who \\w+ \\w+ |still |even )?(?:{_SAY})",
    "(?:those|people) who (?:\\w+ ){1,4}(?:believe|say|claim|argue|swear)",
    "(?:you|we)(?: may| might| often|(?:'|’)ve| have)? (?:hear|heard) that",
    "both (?:\\w+ )?"
    "(?:say|claim|swear|believe)",
    "they (?:say|said|claim|claimed|believe|believed)",
    "(?:it(?: is|(?:'|’)s)|it was) "
    "(?:\\w+ )?(?:said|believed|thought|claimed|rumou?red)",
    "(?:assures?|tells?|told) (?:you|me|everyone) (?:that|of|how|it)",
    "(?:texts|sources|writings) (?:say|claim|hold)",
    "(?:she|he|i|everyone|everybody|(?:my|our|her|his) [\\w-]+) (?:had |has |always |still )*"
    "(?:swears?|swore|insist(?:s|ed)|claims?|claimed|vow(?:s|ed)|(?:was|is|were) "
    "(?:sure|convinced))",
    "(?:word|legend|rumou?r|hearsay|lore) has it",
    "(?:widely|commonly|generally|popularly) held",
    "(?:its|the|their) (?:makers?|sellers?|manufacturers?|marketers?|adverts?|ads?|brands?|labels?|"
    "leaflets?) (?:say|claim|promise|boast|tell)s?",
    "(?:if you|to) believe (?:the )?(?:adverts?|ads|hype|internet|posts|makers|brands)",
    "(?:posts|videos|blogs|threads|forums|comments) (?:\\w+ )?(?:praise|rave|hail|credit|claim|"
    "say)",
    "(?:ancients|ancestors|forebears|old-timers) (?:\\w+ )?(?:thought|believed|held|swore|said)",
    "would have (?:you|us) believe",
    "(?:has|have|had) a (?:\\w+ )?(?:reputation|name) (?:for|as)",
    "a (?:friend|neighbour|neighbor|colleague|client|cousin) (?:once )?(?:told|tells|assured)",
    "i(?:(?:'|’)ve| have)? (?:often )?heard (?:that|it said)",
    "promis(?:e|es|ed) (?:to|that|you)",
    "(?:it|they|which) promis(?:e|es|ed)",
    "(?:texts|books|writings|sources) (?:[\\w']+ )?(?:say|claim|hold|teach)",
    "belief (?:that|is|in)",
    "claims? (?:that|of|about|to)",
    "(?:swear|sworn) by",
    "says? (?:one|another)",
    "said to",
    "believed to",
    "thought to",
    "go so far as to say",
    "(?<!\\bi )(?<!\\bwe )(?<!\\byou )(?:believes|reckons?|swears|insists|contends|alleges)",
    "(?:thinks|maintains|holds) that (?!are|is|were)\\w+",
    "(?:he|she) (?:\\w+ly )?(?:thinks|maintains|says (?:that|it|the)|claims|believes)",
    "(?:another|others|several) (?:\\w+ )?(?:thinks?|says?|claims?|believes?)",
    "(?:guests|clients|customers|patients|members|regulars|readers|visitors|users|mothers|mums|testers|owners|locals|shoppers|runners)(?: of \\w+)? (?:[\\w-]+ (?:\\w+ )?)?(?:tell (?:us|me)|write|wrote|describe|say|swear|rave|gush|mention|credit|insist)",
    "(?<!can )(?<!not )(?<!let )(?<!to )(?<!them )(?<!studies )(?<!research )(?<!science )(?:tells?|told) (?:us|me)(?= \\w)(?! (?:little|nothing|how|what|whether|of|where|about))",
    "(?:the|our|its|this|that|their) (?:\\w+ )?(?:brochure|leaflet|label|box|packet|poster|menu|advert|blurb|makers?|manufacturers?|sellers?|brands?|salons?|website|page|video|clip|wiki|listing)s? (?:[\\w-]+ )?(?:sa(?:y|ys|id)|(?:claim|promise|boast|tell|tout|vow|insist|announce|assure|would have)(?:s|d|ed)?)",
    "(?:makers|brands|sellers|salons|spas|websites|sites|blogs|adverts|ads|labels|leaflets|brochures|forums|magazines|influencers|parlours|barbers)(?: of \\w+)? (?:\\w+ )?(?:say|claim|promise|boast|tout|vow|insist|sold|sell it)",
    "or so (?:[\\w’']+ ){1,4}?(?:says?|claims?|promises?|goes|hopes?|believes?|thinks?|told|hear|hold|has it)",
    "(?:says?|claims?|promises?|boasts?),? (?:the|its|their|her|his|our) (?:makers?|sellers?|brands?|box|label|leaflet|brochure|owner|salon|website|blurb|adverts?|old)",
    ", (?:say|claim|swear|insist) (?:\\w+ )?(?:practitioners|salons|fans|texts|makers|sellers|users|brands|proponents|believers|devotees|enthusiasts|healers|masters|supporters)",
    "puts? (?:it|this|that|\\w+ \\w+) down to",
    "(?:fans|users|clients|people|many|some|they|devotees|he|she) credit(?:s|ed)? (?:[\\w-]+ ){1,3}(?:with|for)",
    "convinced (?:that|it)",
    "you (?:will|may|might|(?:\\w+ )?have|must have) (?:also |often |probably |no doubt )*(?:hear|heard|seen) (?:that|it said|of|about|the)",
    "(?:goes|runs) (?:the|their|our|his|her|this) (?:\\w+ )?(?:pitch|theory|thinking|logic|story|claim|argument|reasoning|tale|legend)",
    "(?:the|one|this|that|a|another|their|its|his|her|leading) (?:\\w+ ){0,2}?(?:reasoning|theory|idea|notion|thinking|logic|story|tale|belief|legend|argument|pitch|assumption)(?:,? which [^,]{1,40},)? (?:goes|is that|was that|runs|has it|holds|is,)",
    "held (?:to be|that)",
    "(?:sold|pitched|billed|peddled|promoted|hyped) (?:\\w+ ){0,3}as",
    "(?:supporters|proponents|advocates|practitioners|devotees|enthusiasts) (?:\\w+ )?(?:put forward|point to|speak of|talk of|see|recommend)",
    "(?:i(?:'|’)m|i am|i was|we are|we(?:'|’)re|been|being|are) (?:\\w+ )?told(?! (?:to|about|not))",
    "(?:he|she) (?:writes|wrote|added|adds) that",
    "goe?s? further and (?:say|claim|promise)s?",
    "(?:often|frequently|sometimes|commonly) (?:mentioned|cited|invoked|sold|promised)",
    "(?:will|would) tell you (?:that|it|they)",
    "(?:clip|video|post|reel|page|wiki|thread|article|advert|poster)s? (?:[\\w'-]+ ){0,7}?(?:says?|claims?|promises?)",
    "(?:a few|a fair share|a good many|others) (?:say|claim|swear|insist)",
    "(?:clients|patients|women|guests|users|people|customers) (?:who|whose) (?:\\w+ ){1,6}?(?:raved?|report(?: that| having)|say|swear|claim)",
    "(?:users|clients|guests|customers|members|regulars|owners|reviewers) (?:\\w+ly |often )?report",
)  # fmt: skip

#: Hearsay.
_HEARSAY = Words(
    "accor alleg anecd appar belie books calle claim folk idea legen myth notio popul purpo "
    "repor reput rumor rumou schoo sugge suppo tale talk teach texts theor think thoug "
    "tradi wives writi",
    "according to (?:\\w+ )?(?:ayurved\\w*|tradition\\w*|folklore|legend|practitioners|proponents|"
    "believers|users|fans|some|reiki|many|ancient|popular|chinese|advocates|lore)",
    "supposedly",
    "allegedly",
    "so-called",
    "supposed(?= \\w+)",
    "by (?:this|that|one) theory",
    "anecdotes of",
    "purportedly",
    "reputedly",
    "reportedly",
    "the (?:belief|idea|thinking|theory|"
    "claim|thought|notion|rumou?r) (?:is|was|goes|behind|being)",
    "school of thought",
    "(?:there is|there(?:'|’)s) (?:some |a )?(?:suggestion|belief|claim|talk|rumou?r)",
    "anecdotally",
    "folk (?:wisdom|belief|tradition) \\w+s that",
    "in (?:folk|traditional|popular) (?:medicine|healing|lore|belief)",
    "old wives",
    "apparently",
    "according to (?:(?:the|its|my|our|their|one|some|her|his) (?:\\w+ )?(?:texts|box|label|leaflet|brochure|makers?|owners?|salon|adverts?|website|brand|sellers?|manufacturers?|mother|friend|barber|hairdresser|trainer|guru)|her|him|them)",
    "(?:notion|belief|tale|legend|myth) that",
    "in (?:the )?(?:books|texts|writings|teachings|tradition) of",
)  # fmt: skip
#: The tag of a quotation that no expert speaks: "..., says one user".
_TAG = lazily(
    r"[”\"’'],? (?:says?|said|claims?|claimed|writes?|wrote|gushe[sd]|raves?|raved) "
    r"(?:one|another|a|an|many|some|users|fans)\b(?! (?:[\w-]+ ){0,2}(?:doctor|dermatologist|"
    r"professor|therapist|scientist|researcher|surgeon|trichologist|expert|specialist|physician|"
    r"neurologist))",
    flags=0,
)

_MARKS = "”\"’'"
_FAMILIES = (_SAID, _HEARSAY)


def reports(part: str) -> bool:
    """Whether a part of a sentence, in small letters, gives what others say or believe."""
    return any(words.stand_in(part) for words in _FAMILIES)


def quotes(text: str) -> bool:
    """Whether a sentence, in small letters, is a quotation that no expert speaks."""
    return any(mark in text for mark in _MARKS) and _TAG.search(text) is not None
