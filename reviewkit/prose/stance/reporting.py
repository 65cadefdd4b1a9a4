"""Reports: what others say or believe, given as theirs."""

from __future__ import annotations

from reviewkit.prose.patterns import Words, lazily, said

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
_SAID = (
    Words(
        "adver alleg argue assum belie claim conte credi haile insis laude marke prais presu "
        "purpo recko reput rumor rumou said say suppo swear talke thoug toute",
        r"(?:is|are|was|were|been|be) (?:(?:also|still|long|even|\w+ly|often|sometimes|now|"
        rf"been|by \w+|in \w+) ){{0,3}}(?:{_BELIEF})(?= (?:to|that|as|by|for|with|a|an|the|"
        r"good|beneficial|one|great|helpful|among|important|essential)\b)",
        r"(?:those|people) who (?:\w+ ){1,4}(?:believe|say|claim|argue|swear)",
        "they (?:say|said|claim|claimed|believe|believed)",
        r"(?:it(?: is|(?:'|’)s)|it was) (?:\w+ )?(?:said|believed|thought|claimed|rumou?red)",
        "would have (?:you|us) believe", "belief (?:that|is|in)", "said to", "believed to",
        "thought to",
        r"(?<!\bi )(?<!\bwe )(?<!\byou )(?:believes|reckons?|swears|insists|contends|"
        "alleges)",
    ),
    Words(
        "anoth few lot lots many most other plent sever some",
        r"(?:some|many|most|few|plenty|lots|a lot)(?: of)?(?: the)?(?: [\w-]+)?(?: [\w-]+)? "
        f"(?:{_SAY})",
        r"(?:another|others|several) (?:\w+ )?(?:thinks?|says?|claims?|believes?)",
    ),
    Words(
        "argue asser attes belie boast claim conte feel has hold holds insis maint or rave "
        "raved raves recko said say says suspe swear think tout",
        rf"(?:{_PEOPLE}) (?:[\w-]+ly |also |often |have |who \w+ \w+ |still |even )?(?:{_SAY}"
        ")",
        r"or so (?:[\w’']+ ){1,4}?(?:says?|claims?|promises?|goes|hopes?|believes?|thinks?|"
        "told|hear|hold|has it)",
    ),
    Words(
        "added adds assur books claim convi credi descr gush hear heard held insis menti "
        "promi rave raved repor say seen sourc swear sworn tell tells texts told write writi "
        "wrote",
        "(?:you|we)(?: may| might| often|(?:'|’)ve| have)? (?:hear|heard) that",
        "(?:assures?|tells?|told) (?:you|me|everyone) (?:that|of|how|it)",
        "(?:texts|sources|writings) (?:say|claim|hold)",
        "a (?:friend|neighbour|neighbor|colleague|client|cousin) (?:once )?(?:told|tells|"
        "assured)",
        "i(?:(?:'|’)ve| have)? (?:often )?heard (?:that|it said)",
        r"(?<!\bi )(?<!\bwe )promis(?:e|es|ed) (?:to|that|you)",
        "(?:it|they|which) promis(?:e|es|ed)",
        r"(?:texts|books|writings|sources) (?:[\w']+ )?(?:say|claim|hold|teach)",
        "claims? (?:that|of|about|to)", "(?:swear|sworn) by",
        "(?:guests|clients|customers|patients|members|regulars|readers|visitors|users|"
        r"mothers|mums|testers|owners|locals|shoppers|runners)(?: of \w+)? (?:[\w-]+ (?:\w+ "
        ")?)?(?:tell (?:us|me)|write|wrote|describe|say|swear|rave|gush|mention|credit|"
        "insist)",
        "(?<!can )(?<!not )(?<!let )(?<!to )(?<!them )(?<!studies )(?<!study )(?<!trial )"
        r"(?<!research )(?<!science )(?:tells?|told) (?:us|me)(?=,? \w)"
        "(?! (?:little|nothing|how|what|"
        "whether|of|where|about))",
        r", (?:say|claim|swear|insist) (?:\w+ )?(?:practitioners|salons|fans|texts|makers|"
        "sellers|users|brands|proponents|believers|devotees|enthusiasts|healers|masters|"
        "supporters)",
        "(?:fans|users|clients|people|many|some|they|devotees|he|she) credit(?:s|ed)? "
        r"(?:[\w-]+ ){1,3}(?:with|for)",
        "convinced (?:that|it)",
        r"you (?:will|may|might|(?:\w+ )?have|must have) (?:also |often |probably |no doubt "
        ")*(?:hear|heard|seen) (?:that|it said|of|about|the)",
        "held (?:to be|that)",
        r"(?:i(?:'|’)m|i am|i was|we are|we(?:'|’)re|been|being|are) (?:\w+ )?told(?! (?:to|"
        "about|not))",
        "(?:he|she) (?:writes|wrote|added|adds) that", "(?:will|would) tell you (?:that|it|they)",
        "(?:a few|a fair share|a good many|others) (?:say|claim|swear|insist)",
        r"(?:clients|patients|women|guests|users|people|customers) (?:who|whose) (?:\w+ "
        "){1,6}?(?:raved?|report(?: that| having)|say|swear|claim)",
        r"(?:users|clients|guests|customers|members|regulars|owners|reviewers) (?:\w+ly |"
        "often )?report",
    ),
    Words(
        "advoc bille both cited claim convi devot enthu holds hyped insis invok maint menti "
        "peddl pitch pract promi promo propo sold suppo sure swear swore think vowed vows",
        r"both (?:\w+ )?(?:say|claim|swear|believe)",
        r"(?:she|he|i|everyone|everybody|(?:my|our|her|his) [\w-]+) (?:had |has |always |"
        "still )*(?:swears?|swore|insist(?:s|ed)|claims?|claimed|vow(?:s|ed)|(?:was|is|"
        "were) (?:sure|convinced))",
        r"(?:thinks|maintains|holds) that (?!are|is|were)\w+",
        r"(?:sold|pitched|billed|peddled|promoted|hyped) (?:\w+ ){0,3}as",
        r"(?:supporters|proponents|advocates|practitioners|devotees|enthusiasts) (?:\w+ "
        ")?(?:put forward|point to|speak of|talk of|see|recommend)",
        "(?:often|frequently|sometimes|commonly) (?:mentioned|cited|invoked|sold|promised)",
    ),
    Words(
        "ad ads adver ances ancie brand commo far foreb furth gener hears hype inter label "
        "leafl legen lore maker manuf marke name popul posts reput rumor rumou selle timer "
        "widel word",
        "(?:word|legend|rumou?r|hearsay|lore) has it",
        "(?:widely|commonly|generally|popularly) held",
        "(?:its|the|their) (?:makers?|sellers?|manufacturers?|marketers?|adverts?|ads?|"
        "brands?|labels?|leaflets?) (?:say|claim|promise|boast|tell)s?",
        "(?:if you|to) believe (?:the )?(?:adverts?|ads|hype|internet|posts|makers|brands)",
        r"(?:ancients|ancestors|forebears|old-timers) (?:\w+ )?(?:thought|believed|held|"
        "swore|said)",
        r"(?:has|have|had) a (?:\w+ )?(?:reputation|name) (?:for|as)", "go so far as to say",
        "goe?s? further and (?:say|claim|promise)s?",
    ),
    Words(
        "ads adver annou artic assur barbe blogs blurb boast box brand broch claim clip comme "
        "forum influ insis label leafl listi magaz maker manuf menu old owner packe page "
        "parlo post poste posts promi put puts reel said salon say says selle sites spas tell "
        "tells threa told tout toute touted touts video vow vowd vowed vows websi wiki would",
        r"(?:posts|videos|blogs|threads|forums|comments) (?:\w+ )?(?:praise|rave|hail|"
        "credit|claim|say)",
        r"(?:the|our|its|this|that|their) (?:\w+ )?(?:brochure|leaflet|label|box|packet|"
        "poster|menu|advert|blurb|makers?|manufacturers?|sellers?|brands?|salons?|website|"
        r"page|video|clip|wiki|listing)s? (?:[\w-]+ )?(?:says?|said|told|tells?|would have|"
        "(?:claim|promise|boast|tout|vow|insist|announce|assure)(?:s|d|ed)?)",
        "(?:makers|brands|sellers|salons|spas|websites|sites|blogs|adverts|ads|labels|"
        r"leaflets|brochures|forums|magazines|influencers|parlours|barbers)(?: of \w+)? "
        r"(?:\w+ )?(?:say|claim|promise|boast|tout|vow|insist|sold|sell it)",
        "(?:says?|claims?|promises?|boasts?),? (?:the|its|their|her|his|our) (?:makers?|"
        "sellers?|brands?|box|label|leaflet|brochure|owner|salon|website|blurb|adverts?|"
        "old)",
        r"puts? (?:it|this|that|\w+ \w+) down to",
        r"(?:clip|video|post|reel|page|wiki|thread|article|advert|poster)s? (?:[\w'-]+ "
        "){0,7}?(?:says?|claims?|promises?)",
    ),
    Words(
        "argum assum belie goes he idea legen logic notio pitch reaso runs say says she story "
        "tale theor think",
        "says? (?:one|another)",
        r"(?:he|she) (?:\w+ly )?(?:thinks|maintains|says (?:that|it|the)|claims|believes)",
        r"(?:goes|runs) (?:the|their|our|his|her|this) (?:\w+ )?(?:pitch|theory|thinking|"
        "logic|story|claim|argument|reasoning|tale|legend)",
        r"(?:the|one|this|that|a|another|their|its|his|her|leading) (?:\w+ "
        "){0,2}?(?:reasoning|theory|idea|notion|thinking|logic|story|tale|belief|legend|"
        "argument|pitch|assumption)(?:,? which [^,]{1,40},)? (?:goes|is that|was that|runs|"
        "has it|holds|is,)",
    ),
)  # fmt: skip

#: What goes round as said: in claims, promises, pages and the mouths of those who sell.
_GOES_ROUND = (
    Words(
        "accor adver advoc argum asser assum belie bille buzz buzzs chatt claim conje "
        "enthu fans hype hypes hypot idea ideas logic marke notio posit postu premi "
        "promo propo ratio reaso rumor rumou sold specu state suppo surmi talk talks "
        "theor think thoug who",
        r"(?:argument|claim|belief|idea|theory|notion|premise|hypothesis|rationale|reasoning|"
        r"assumption|logic|statement|thought)s? (?:[\w’'-]+ ){0,5}?(?:is|are|was|were|being|"
        r"goes|go) (?:\w+ly )?that",
        r"(?:is|are|remains?) an? (?:\w+ ){0,2}?(?:claim|assertion)",
        r"(?:assert(?:ed|ions?)|claims?) that",
        r"(?:is|are|was|were|stood|lies|lay) (?:often |also |always |still |even )?(?:an? |the |"
        r"some |"
        r"much |lots of |a lot of )?(?:\w+ )?(?:claim|belief|idea|statement|buzz|hype|talk|rumou?r|"
        r"theory|notion|chatter)s? (?:that|about|around|of|for|on)",
        r"(?:theory|idea|notion|belief|thinking|hypothesis|logic) (?:\w+ )?(?:suggests?|holds|says|"
        r"goes|"
        r"posits|states)",
        r"(?:proponents|advocates|supporters|fans|enthusiasts|believers) (?:\w+ )?(?:suggest|"
        r"propose|"
        r"argue|point|cite|note|list|assert)",
        r"(?:marketed|billed|advertised|promoted|sold) as",
        r"(?:hypothesi[sz]ed|theori[sz]ed|postulated|speculated|conjectured|surmised|posited) "
        r"(?:that|to|by|is|as)",
        "(?:those|people|anyone|everyone|clinics|salons|sites|sellers|brands) who (?:defend|"
        "advocate|promote|sell|offer|push|champion|practi[sc]e|recommend|advertise)",
        "according to (?:those|people|its (?:fans|advocates|makers|defenders)|this|that|these|"
        "one|his|her|the) (?:who|theory|idea|view|belief|logic|school|notion|reasoning)",
    ),
    Words(
        "promi",
        r"(?:tools?|gadgets?|devices?|products?|massagers?|brush(?:es)?|brands?|videos?|spas?|"
        r"salons?|parlou?rs|clinics|ads?|adverts?|treatments|sellers?) (?:\w+ly |often |also |"
        r"that )?promis(?:e|es|ed|ing)",
        r"(?:with|full of|makes?|made|their|its|many|such|all|these) (?:\w+ )?promises(?: of|:|,)?",
        r"promises (?:\w+ )?(?:of|against|for)", r"the promise of",
        r"(?:tools?|gadgets?|devices?|massagers?|brush(?:es)?),? (?:which|that) [^.;]{0,80}? and "
        r"promise",
        r"(?:benefits?|results?|effects?|things?|wonders) (?:that|which) (?:[\w-]+ ){0,4}promis\w+",
    ),
    Words(
        "assur awash boast brimm claim deeme ensur extol fille flood full gush haili "
        "insis laud laude laudi lauds overf prais promi rave ravin sing singe singi "
        "sings swear tout toute touti touts vouch",
        r"(?:centres|centers|clinics|salons|spas|sites|brands|shops|companies|makers|sellers|"
        r"videos|pages|posts|blogs|magazines|ads|influencers)\b.{0,60}?\b(?:ensuring|claiming|"
        r"promising|assuring|boasting|insisting|extolling|touting|praising|raving|hailing|"
        r"vouching)",
        r"(?:extol|tout|sing|laud)(?:s|ed|ing)? (?:the|its|their) (?:\w+ )?(?:benefits|virtues|"
        r"praises|merits|wonders|powers?)",
        r"(?:magazines|internet|web|feeds?|timelines?|forums|tiktok|instagram|youtube|pages) "
        r"(?:is|are|was|were) (?:full|filled|flooded|awash|overflowing|brimming) (?:of|with)",
        r"(?:is|are|was|were) (?:\w+ly )?deemed",
        r"\w+ (?:who|will|and|people) (?:\w+ ){0,5}and (?:rave|swear|gush) (?:about|by)",
    ),
    Words(
        "argue assum belie claim hypot insis maint say specu suppo suspe swear theor "
        "think",
        r"(?:researchers?|scientists?|authors?|experts?|doctors?|dermatologists?|therapists?|"
        r"trichologists?|practitioners?)(?: of (?:an? |the |this )?\w+| (?:there|here|involved))? "
        r"(?:now |also |still |themselves )?(?:thinks?|believes?|suspects?|speculates?|"
        r"theori[sz]es?|"
        r"suppose|assume|hypothesi[sz]e[sd]?)",
        r"(?:some|many|most|few|plenty|others|users|people|clients|women|men) (?:[\w-]+ ){1,5}?"
        r"and (?:say(?! (?:goodbye|hello|farewell|yes|no)\b)|claim|believe|swear|insist|maintain)",
        r"(?:others|critics|opponents|sceptics|skeptics|supporters) argue",
    ),
    Words(
        "advis autho brand capti compa descr headl list liste lists maker manuf prais "
        "presc recom salon selle sloga some spa strap tagli title",
        r"(?:company|brand|manufacturer|maker|seller|salon|spa)(?:['’]s)? (?:web)?(?:site|page|"
        r"blog|"
        r"leaflet)s? (?:explains?|informs|notes?|states?|reports?|adds?|teaches)",
        r"(?:headline|title|caption|author|slogan|strapline|tagline)s?,?(?: who is [\w-]+,)? "
        r"(?:says?|said|claims?|claimed|states?|stated|promises?|reads?|writes?|wrote)",
        r"(?:texts|scriptures|books|sages|ancients|masters) (?:\w+ )?(?:recommend|prescribe|"
        r"praise|list|advise|describe)s?",
        r"some (?:\w+ )?(?:advise|recommend|suggest|advocate)\b.*\b(?:others|some)",
    ),
)  # fmt: skip

#: Hearsay.
_HEARSAY = (
    Words(
        "accor alleg anecd appar books folk popul purpo repor reput schoo suppo teach texts "
        "theor tradi wives writi",
        r"according to (?:\w+ )?(?:ayurved\w*|tradition\w*|folklore|legend|practitioners|"
        "proponents|believers|users|fans|some|reiki|many|ancient|popular|chinese|advocates|"
        "lore)",
        "supposedly", "allegedly", r"supposed(?= \w+)", "by (?:this|that|one) theory",
        "anecdotes of", "purportedly", "reputedly", "reportedly", "school of thought",
        "anecdotally", r"folk (?:wisdom|belief|tradition) \w+s that",
        "in (?:folk|traditional|popular) (?:medicine|healing|lore|belief)", "old wives",
        "apparently",
        r"according to (?:(?:the|its|my|our|their|one|some|her|his) (?:\w+ )?(?:texts|box|"
        "label|leaflet|brochure|makers?|owners?|salon|adverts?|website|brand|sellers?|"
        "manufacturers?|mother|friend|barber|hairdresser|trainer|guru)|her|him|them)",
        "in (?:the )?(?:books|texts|writings|teachings|tradition) of",
    ),
    Words(
        "belie calle claim idea legen myth notio rumor rumou sugge tale talk theor think "
        "thoug",
        "so-called",
        "the (?:belief|idea|thinking|theory|claim|thought|notion|rumou?r) (?:is|was|goes|"
        "behind|being)",
        "(?:there is|there(?:'|’)s) (?:some |a )?(?:suggestion|belief|claim|talk|rumou?r)",
        "(?:notion|belief|tale|legend|myth) that",
    ),
)  # fmt: skip
#: The tag of a quotation that no expert speaks: "..., says one user".
_TAG = lazily(
    r"[”\"’'],? (?:says?|said|claims?|claimed|writes?|wrote|gushe[sd]|raves?|raved) "
    r"(?:one|another|a|an|many|some|users|fans)\b(?! (?:[\w-]+ ){0,2}(?:doctor|dermatologist|"
    r"professor|therapist|scientist|researcher|surgeon|trichologist|expert|specialist|physician|"
    r"neurologist))",
    flags=0,
)

#: One who tells in a quotation of what came of it for herself.
_OWN = lazily(
    r"\b(?:i|i['’]ve|my|me|mine)\b[^”\"]*[”\"],? (?:says?|said|claims?|claimed|writes?|wrote|"
    r"gushe[sd]|raves?|raved|recalls?|recalled|adds?|added|tells?|told|explains?)\b"
    r"(?! (?:[\w.-]+ ){0,3}(?:dr|doctor|dermatologist|professor|prof|therapist|scientist|"
    r"researcher|surgeon|trichologist|expert|specialist|physician|neurologist)\b)",
    flags=0,
)
#: A heading above what people tell of themselves.
_VOICES = lazily(
    r"\b(?:reviews?|testimonials?|feedback|(?:success )?stories|experiences|"
    r"(?:readers?|clients?|customers?|guests?|users?|members?|people|others|you|they) (?:\w+ )?"
    r"(?:says?|said|writes?|wrote|tells?|told|reports?|thinks?|think))\b",
    flags=0,
)
_FIRST = lazily(r"\b(?:i|i['’]ve|i['’]m|my|me)\b(?! (?:patients|clients|treat|practice))", flags=0)
_MARKS = "”\"’'"
_REPORTS = (*_SAID, *_GOES_ROUND, *_HEARSAY)


def reports(part: str) -> bool:
    """Whether a part of a sentence, in small letters, gives what others say or believe."""
    return said(part, _REPORTS)


def quotes(text: str) -> bool:
    """Whether a sentence, in small letters, is a quotation that no expert speaks."""
    if not any(mark in text for mark in _MARKS):
        return False
    return _TAG.search(text) is not None or _OWN.search(text) is not None


def speaks_for_itself(text: str, heading: str) -> bool:
    """Whether a quotation under a heading, in small letters, is of one who speaks of herself."""
    return _VOICES.search(heading) is not None and _FIRST.search(text) is not None
