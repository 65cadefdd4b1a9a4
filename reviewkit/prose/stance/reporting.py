"""Reports: what others say or believe, given as theirs."""

from __future__ import annotations

from reviewkit.prose.patterns import Hinted, Ways, Words, lazily
from reviewkit.prose.stance.voices import VOICES

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
    Words("adver alleg assum belie claim credi haile laude marke prais presu purpo recko reput "
          "rumor rumou said suppo talke thoug toute",
        r"(?:is|are|was|were|been|be) (?:(?:also|still|long|even|\w+ly|often|sometimes|now|"
        rf"been|by \w+|in \w+) ){{0,3}}(?:{_BELIEF})(?= (?:to|that|as|by|for|with|a|an|the|"
        r"good|beneficial|one|great|helpful|among|important|essential)\b)"),
    Words("argue belie claim said say swear",
        r"(?:those|people) who (?:\w+ ){0,4}(?:believe|say|claim|argue|swear)",
        "they (?:say|said|claim|claimed|believe|believed)"),
    Words("belie claim rumor rumou said thoug & is s was",
        r"(?:it(?: is|(?:'|’)s)|it was) (?:\w+ )?(?:said|believed|thought|claimed|rumou?red)"),
    Words("belie said thoug",
        "would have (?:you|us) believe", "belief (?:that|is|in)", "said to", "believed to",
        "thought to"),
    Words("alleg belie conte insis recko swear",
        r"(?<!\bi )(?<!\bwe )(?<!\byou )(?:believes|reckons?|swears|insists|contends|"
        "alleges)"),
    Words("few lot lots many most plent some & argue asser attes belie boast claim conte feel "
          "has hold holds insis maint rave raved raves recko said say says suspe swear think "
          "tout",
        r"(?:some|many|most|few|plenty|lots|a lot)(?: of)?(?: the)?(?: [\w-]+)?(?: [\w-]+)? "
        f"(?:{_SAY})"),
    Words("anoth other sever & belie claim say says think",
        r"(?:another|others|several) (?:\w+ )?(?:thinks?|says?|claims?|believes?)"),
    Words("argue asser attes belie boast claim conte feel has hold holds insis maint rave raved "
          "raves recko said say says suspe swear think tout",
        rf"(?:{_PEOPLE}) (?:[\w-]+ly |also |often |have |who \w+ \w+ |still |even )?(?:{_SAY}"
        ")"),
    Words("or & so",
        r"or so (?:[\w’']+ ){1,4}?(?:says?|claims?|promises?|goes|hopes?|believes?|thinks?|"
        "told|hear|hold|has it)"),
    Words("assur hear heard tell tells told",
        "(?:you|we)(?: may| might| often|(?:'|’)ve| have)? (?:hear|heard) that",
        "(?:assures?|tells?|told) (?:you|me|everyone) (?:that|of|how|it)"),
    Words("sourc texts writi", "(?:texts|sources|writings) (?:say|claim|hold)"),
    Words("assur tells told & clien colle cousi frien neigh",
        "a (?:friend|neighbour|neighbor|colleague|client|cousin) (?:once )?(?:told|tells|"
        "assured)"),
    Words("heard promi",
        "i(?:(?:'|’)ve| have)? (?:often )?heard (?:that|it said)",
        r"(?<!\bi )(?<!\bwe )promis(?:e|es|ed) (?:to|that|you)",
        "(?:it|they|which) promis(?:e|es|ed)"),
    Words("books claim sourc swear sworn texts writi",
        r"(?:texts|books|writings|sources) (?:[\w']+ )?(?:say|claim|hold|teach)",
        "claims? (?:that|of|about|to)", "(?:swear|sworn) by"),
    Words("credi descr gush insis menti rave say swear tell write wrote & clien custo guest "
          "local membe mothe mums owner patie reade regul runne shopp teste users visit",
        "(?:guests|clients|customers|patients|members|regulars|readers|visitors|users|"
        r"mothers|mums|testers|owners|locals|shoppers|runners)(?: of \w+)? (?:[\w-]+ (?:\w+ "
        ")?)?(?:tell (?:us|me)|write|wrote|describe|say|swear|rave|gush|mention|credit|"
        "insist)"),
    Words("tell tells told & me us",
        "(?<!can )(?<!not )(?<!let )(?<!to )(?<!them )(?<!studies )(?<!study )(?<!trial )"
        r"(?<!research )(?<!science )(?:tells?|told) (?:us|me)(?=,? \w)"
        "(?! (?:little|nothing|how|what|"
        "whether|of|where|about))"),
    Words("claim insis say swear & belie brand devot enthu fans heale maker maste pract propo "
          "salon selle suppo texts users",
        r", (?:say|claim|swear|insist) (?:\w+ )?(?:practitioners|salons|fans|texts|makers|"
        "sellers|users|brands|proponents|believers|devotees|enthusiasts|healers|masters|"
        "supporters)"),
    Words("credi & clien devot fans he many peopl she some they users",
        "(?:fans|users|clients|people|many|some|they|devotees|he|she) credit(?:s|ed)? "
        r"(?:[\w-]+ ){1,3}(?:with|for)"),
    Words("convi", "convinced (?:that|it)"),
    Words("hear heard seen & you",
        r"you (?:will|may|might|(?:\w+ )?have|must have) (?:also |often |probably |no doubt "
        ")*(?:hear|heard|seen) (?:that|it said|of|about|the)"),
    Words("held", "held (?:to be|that)"),
    Words("told & am are been being m re was",
        r"(?:i(?:'|’)m|i am|i was|we are|we(?:'|’)re|been|being|are) (?:\w+ )?told(?! (?:to|"
        "about|not))"),
    Words("added adds tell write wrote",
        "(?:he|she) (?:writes|wrote|added|adds) that", "(?:will|would) tell you (?:that|it|they)"),
    Words("claim insis say swear",
        "(?:a few|a fair share|a good many|others) (?:say|claim|swear|insist)"),
    Words("claim rave raved repor say swear & who whose",
        r"(?:clients|patients|women|guests|users|people|customers) (?:who|whose) (?:\w+ "
        "){1,6}?(?:raved?|report(?: that| having)|say|swear|claim)"),
    Words("repor & clien custo guest membe owner regul revie users",
        r"(?:users|clients|guests|customers|members|regulars|owners|reviewers) (?:\w+ly |"
        "often )?report"),
    Words("both", r"both (?:\w+ )?(?:say|claim|swear|believe)"),
    Words("claim convi insis sure swear swore vowed vows & every he her his i my our she",
        r"(?:she|he|i|everyone|everybody|(?:my|our|her|his) [\w-]+) (?:had |has |always |"
        "still )*(?:swears?|swore|insist(?:s|ed)|claims?|claimed|vow(?:s|ed)|(?:was|is|"
        "were) (?:sure|convinced))"),
    Words("bille holds hyped maint peddl pitch promo sold think",
        r"(?:thinks|maintains|holds) that (?!are|is|were)\w+",
        r"(?:sold|pitched|billed|peddled|promoted|hyped) (?:\w+ ){0,3}as"),
    Words("advoc devot enthu pract propo suppo & forwa point recom see speak talk",
        r"(?:supporters|proponents|advocates|practitioners|devotees|enthusiasts) (?:\w+ "
        ")?(?:put forward|point to|speak of|talk of|see|recommend)"),
    Words("cited invok menti promi sold & commo frequ often somet",
        "(?:often|frequently|sometimes|commonly) (?:mentioned|cited|invoked|sold|promised)"),
    Words("hears held legen lore rumor rumou word",
        "(?:word|legend|rumou?r|hearsay|lore) has it",
        "(?:widely|commonly|generally|popularly) held"),
    Words("ad ads adver brand label leafl maker manuf marke selle & boast claim promi say says "
          "tell tells",
        "(?:its|the|their) (?:makers?|sellers?|manufacturers?|marketers?|adverts?|ads?|"
        "brands?|labels?|leaflets?) (?:say|claim|promise|boast|tell)s?"),
    Words("belie & ads adver brand hype inter maker posts",
        "(?:if you|to) believe (?:the )?(?:adverts?|ads|hype|internet|posts|makers|brands)"),
    Words("ances ancie foreb timer & belie held said swore thoug",
        r"(?:ancients|ancestors|forebears|old-timers) (?:\w+ )?(?:thought|believed|held|"
        "swore|said)"),
    Words("far furth name reput",
        r"(?:has|have|had) a (?:\w+ )?(?:reputation|name) (?:for|as)", "go so far as to say",
        "goe?s? further and (?:say|claim|promise)s?"),
    Words("blogs comme forum posts threa video & claim credi hail prais rave say",
        r"(?:posts|videos|blogs|threads|forums|comments) (?:\w+ )?(?:praise|rave|hail|"
        "credit|claim|say)"),
    Words("adver blurb box boxs brand broch clip clips label leafl listi maker manuf menu menus "
          "packe page pages poste salon selle video websi wiki wikis & annou assur boast claim "
          "insis promi said say says tell tells told tout toutd toute touts vow vowd vowed vows "
          "would",
        r"(?:the|our|its|this|that|their) (?:\w+ )?(?:brochure|leaflet|label|box|packet|"
        "poster|menu|advert|blurb|makers?|manufacturers?|sellers?|brands?|salons?|website|"
        r"page|video|clip|wiki|listing)s? (?:[\w-]+ )?(?:says?|said|told|tells?|would have|"
        "(?:claim|promise|boast|tout|vow|insist|announce|assure)(?:s|d|ed)?)"),
    Words("boast claim insis promi say sell sold tout vow & ads adver barbe blogs brand broch "
          "forum influ label leafl magaz maker parlo salon selle sites spas websi",
        "(?:makers|brands|sellers|salons|spas|websites|sites|blogs|adverts|ads|labels|"
        r"leaflets|brochures|forums|magazines|influencers|parlours|barbers)(?: of \w+)? "
        r"(?:\w+ )?(?:say|claim|promise|boast|tout|vow|insist|sold|sell it)"),
    Words("adver blurb box brand broch label leafl maker old owner salon selle websi & boast "
          "claim promi say says",
        "(?:says?|claims?|promises?|boasts?),? (?:the|its|their|her|his|our) (?:makers?|"
        "sellers?|brands?|box|label|leaflet|brochure|owner|salon|website|blurb|adverts?|"
        "old)"),
    Words("put puts", r"puts? (?:it|this|that|\w+ \w+) down to"),
    Words("adver artic clip clips page pages post poste posts reel reels threa video wiki wikis "
          "& claim promi say says",
        r"(?:clip|video|post|reel|page|wiki|thread|article|advert|poster)s? (?:[\w'-]+ "
        "){0,7}?(?:says?|claims?|promises?)"),
    Words("say says", "says? (?:one|another)"),
    Words("he she & belie claim maint says think",
        r"(?:he|she) (?:\w+ly )?(?:thinks|maintains|says (?:that|it|the)|claims|believes)"),
    Words("goes runs & argum claim legen logic pitch reaso story tale theor think",
        r"(?:goes|runs) (?:the|their|our|his|her|this) (?:\w+ )?(?:pitch|theory|thinking|"
        "logic|story|claim|argument|reasoning|tale|legend)"),
    Words("argum assum belie idea legen logic notio pitch reaso story tale theor think & goes "
          "has holds is runs was",
        r"(?:the|one|this|that|a|another|their|its|his|her|leading) (?:\w+ "
        "){0,2}?(?:reasoning|theory|idea|notion|thinking|logic|story|tale|belief|legend|"
        "argument|pitch|assumption)(?:,? which [^,]{1,40},)? (?:goes|is that|was that|runs|"
        "has it|holds|is,)"),
)  # fmt: skip

#: What goes round as said: in claims, promises, pages and the mouths of those who sell.
_GOES_ROUND = (
    Words("argum assum belie claim hypot idea ideas logic notio premi ratio reaso state theor "
          "thoug & being are go goes is was were & that",
        r"(?:argument|claim|belief|idea|theory|notion|premise|hypothesis|rationale|reasoning|"
        r"assumption|logic|statement|thought)s? (?:[\w’'-]+ ){0,5}?(?:is|are|was|were|being|"
        r"goes|go) (?:\w+ly )?that"),
    Words("asser claim & are is remai",
        r"(?:is|are|remains?) an? (?:\w+ ){0,2}?(?:claim|assertion)"),
    Words("asser claim & that", r"(?:assert(?:ed|ions?)|claims?) that"),
    Words("belie buzz buzzs chatt claim hype hypes idea ideas notio rumor rumou state talk talks "
          "theor & are is lay lies stood was were",
        r"(?:is|are|was|were|stood|lies|lay) (?:often |also |always |still |even )?(?:an? |the |"
        r"some |much |lots of |a lot of )?(?:\w+ )?(?:claim|belief|idea|statement|buzz|hype|talk|"
        r"rumou?r|theory|notion|chatter)s? (?:that|about|around|of|for|on)"),
    Words("belie hypot idea logic notio theor think & goes holds posit says state sugge",
        r"(?:theory|idea|notion|belief|thinking|hypothesis|logic) (?:\w+ )?(?:suggests?|holds|"
        r"says|goes|posits|states)"),
    Words("advoc belie enthu fans propo suppo & argue asser cite list note point propo sugge",
        r"(?:proponents|advocates|supporters|fans|enthusiasts|believers) (?:\w+ )?(?:suggest|"
        r"propose|argue|point|cite|note|list|assert)"),
    Words("adver bille marke promo sold & as",
        r"(?:marketed|billed|advertised|promoted|sold) as"),
    Words("conje hypot posit postu specu surmi theor",
        r"(?:hypothesi[sz]ed|theori[sz]ed|postulated|speculated|conjectured|surmised|posited) "
        r"(?:that|to|by|is|as)"),
    Words("who & adver advoc champ defen offer pract promo push recom sell",
        "(?:those|people|anyone|everyone|clinics|salons|sites|sellers|brands) who (?:defend|"
        "advocate|promote|sell|offer|push|champion|practi[sc]e|recommend|advertise)"),
    Words("accor & belie idea logic notio reaso schoo theor view who",
        "according to (?:those|people|its (?:fans|advocates|makers|defenders)|this|that|these|"
        "one|his|her|the) (?:who|theory|idea|view|belief|logic|school|notion|reasoning)"),
    Words("promi",
        r"(?:tools?|gadgets?|devices?|products?|brush(?:es)?|brands?|videos?|spas?|"
        r"salons?|parlou?rs|clinics|ads?|adverts?|treatments|sellers?) (?:\w+ly |often |also |"
        r"that )?promis(?:e|es|ed|ing)",
        r"(?:with|full of|makes?|made|their|its|many|such|all|these) (?:\w+ )?promises"
        r"(?: of|:|,)?",
        r"promises (?:\w+ )?(?:of|against|for)", r"the promise of",
        r"(?:tools?|gadgets?|devices?|brush(?:es)?),? (?:which|that) [^.;]{0,80}? and "
        r"promise",
        r"(?:benefits?|results?|effects?|things?|wonders) (?:that|which) (?:[\w-]+ ){0,4}"
        r"promis\w+"),
    Words("assur boast claim ensur extol haili insis prais promi ravin touti vouch & ads blogs "
          "brand cente centr clini compa influ magaz maker pages posts salon selle shops sites "
          "spas video",
        r"(?:centres|centers|clinics|salons|spas|sites|brands|shops|companies|makers|sellers|"
        r"videos|pages|posts|blogs|magazines|ads|influencers)\b.{0,60}?\b(?:ensuring|claiming|"
        r"promising|assuring|boasting|insisting|extolling|touting|praising|raving|hailing|"
        r"vouching)"),
    Words("extol laud laude laudi lauds sing singe singi sings tout toute touti touts & benef "
          "merit power prais virtu wonde",
        r"(?:extol|tout|sing|laud)(?:s|ed|ing)? (?:the|its|their) (?:\w+ )?(?:benefits|virtues|"
        r"praises|merits|wonders|powers?)"),
    Words("awash brimm fille flood full overf & feed feeds forum insta inter magaz pages tikto "
          "timel web youtu",
        r"(?:magazines|internet|web|feeds?|timelines?|forums|tiktok|instagram|youtube|pages) "
        r"(?:is|are|was|were) (?:full|filled|flooded|awash|overflowing|brimming) (?:of|with)"),
    Words("deeme", r"(?:is|are|was|were) (?:\w+ly )?deemed"),
    Words("gush rave swear & and",
        r"\w+ (?:who|will|and|people) (?:\w+ ){0,5}and (?:rave|swear|gush) (?:about|by)"),
    Words("assum belie hypot specu suppo suspe theor think & autho derma docto exper pract resea "
          "scien thera trich",
        r"(?:researchers?|scientists?|authors?|experts?|doctors?|dermatologists?|therapists?|"
        r"trichologists?|practitioners?)(?: of (?:an? |the |this )?\w+| (?:there|here|involved))? "
        r"(?:now |also |still |themselves )?(?:thinks?|believes?|suspects?|speculates?|"
        r"theori[sz]es?|suppose|assume|hypothesi[sz]e[sd]?)"),
    Words("belie claim insis maint say swear & clien few many men most other peopl plent some "
          "users women & and",
        r"(?:some|many|most|few|plenty|others|users|people|clients|women|men) (?:[\w-]+ ){1,5}?"
        r"and (?:say(?! (?:goodbye|hello|farewell|yes|no)\b)|claim|believe|swear|insist|maintain)"),
    Words("argue & criti oppon other scept skept suppo",
        r"(?:others|critics|opponents|sceptics|skeptics|supporters) argue"),
    Words("add adds expla infor note notes repor state teach & brand compa maker manuf salon "
          "selle spa",
        r"(?:company|brand|manufacturer|maker|seller|salon|spa)(?:['’]s)? (?:web)?(?:site|page|"
        r"blog|leaflet)s? (?:explains?|informs|notes?|states?|reports?|adds?|teaches)"),
    Words("autho capti headl sloga strap tagli title & claim promi read reads said say says state "
          "write wrote",
        r"(?:headline|title|caption|author|slogan|strapline|tagline)s?,?(?: who is [\w-]+,)? "
        r"(?:says?|said|claims?|claimed|states?|stated|promises?|reads?|writes?|wrote)"),
    Words("ancie books maste sages scrip texts & advis descr list lists prais presc recom",
        r"(?:texts|scriptures|books|sages|ancients|masters) (?:\w+ )?(?:recommend|prescribe|"
        r"praise|list|advise|describe)s?"),
    Words("advis advoc recom sugge & some",
        r"some (?:\w+ )?(?:advise|recommend|suggest|advocate)\b.*\b(?:others|some)"),
)  # fmt: skip

#: Hearsay.
_HEARSAY = (
    Words("accor & advoc ancie ayurv belie chine fans folkl legen lore many popul pract propo "
          "reiki some tradi users",
        r"according to (?:\w+ )?(?:ayurved\w*|tradition\w*|folklore|legend|practitioners|"
        "proponents|believers|users|fans|some|reiki|many|ancient|popular|chinese|advocates|"
        r"lore)(?! (?:\w+ )?(?:research|stud(?:y|ies)|experts?|scientists?|doctors|evidence))"),
    Words("alleg anecd purpo repor reput schoo suppo theor",
        "supposedly", "allegedly", r"supposed(?= \w+)", "by (?:this|that|one) theory",
        "anecdotes of", "purportedly", "reputedly", "reportedly", "school of thought",
        "anecdotally"),
    Words("appar folk popul tradi wives",
        r"folk (?:wisdom|belief|tradition) \w+s that",
        "in (?:folk|traditional|popular) (?:medicine|healing|lore|belief)", "old wives",
        "apparently"),
    Words("accor & adver barbe box brand broch frien guru haird her him label leafl maker manuf "
          "mothe owner salon selle texts them train websi",
        r"according to (?:(?:the|its|my|our|their|one|some|her|his) (?:\w+ )?(?:texts|box|"
        "label|leaflet|brochure|makers?|owners?|salon|adverts?|website|brand|sellers?|"
        "manufacturers?|mother|friend|barber|hairdresser|trainer|guru)|her|him|them)"),
    Words("books teach texts tradi writi",
        "in (?:the )?(?:books|texts|writings|teachings|tradition) of"),
    Words("calle", "so-called"),
    Words("belie claim idea notio rumor rumou theor think thoug & behin being goes is was",
        "the (?:belief|idea|thinking|theory|claim|thought|notion|rumou?r) (?:is|was|goes|"
        "behind|being)"),
    Words("belie claim rumor rumou sugge talk & there",
        "(?:there is|there(?:'|’)s) (?:some |a )?(?:suggestion|belief|claim|talk|rumou?r)"),
    Words("belie legen myth notio tale", "(?:notion|belief|tale|legend|myth) that"),
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
_OWN = Hinted(
    "i me mine my & add adds added claim expla gushe rave raved raves recal said say says tell "
    "tells told write wrote",
    r"\b(?:i|i['’]ve|my|me|mine)\b[^”\"]*[”\"],? (?:says?|said|claims?|claimed|writes?|wrote|"
    r"gushe[sd]|raves?|raved|recalls?|recalled|adds?|added|tells?|told|explains?)\b"
    r"(?! (?:[\w.-]+ ){0,3}(?:dr|doctor|dermatologist|professor|prof|therapist|scientist|"
    r"researcher|surgeon|trichologist|expert|specialist|physician|neurologist)\b)",
)
#: A quotation in which one tells of herself, signed: "... my ..." – Anna.
_SIGNED = lazily(
    r"[“\"][^”\"]*\b(?:i|i['’]ve|i['’]m|my|me)\b[^”\"]*[”\"]\s*[–—~-]+ ?(?!dr\b|prof\b)[\w.]+"
    r"(?: [\w.]+){0,3}$",
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
_REPORTS = Ways(*_SAID, *_GOES_ROUND, *_HEARSAY, *VOICES)


def reports(part: str) -> bool:
    """Whether a part of a sentence, in small letters, gives what others say or believe."""
    return _REPORTS.stand_in(part)


def quotes(text: str) -> bool:
    """Whether a sentence, in small letters, is a quotation that no expert speaks."""
    if not any(mark in text for mark in _MARKS):
        return False
    return any(way.search(text) is not None for way in (_TAG, _OWN, _SIGNED))


def speaks_for_itself(text: str, heading: str) -> bool:
    """Whether a quotation under a heading, in small letters, is of one who speaks of herself."""
    return _VOICES.search(heading) is not None and _FIRST.search(text) is not None
