"""Those who are given as saying: users by what they are, the media, old books, a theory.

What somebody who is no expert tells or claims is a report, and so is what rests on a belief.
A person of science who says a thing is read as the writer's witness, and asserts.
"""

from __future__ import annotations

from reviewkit.prose.patterns import Words

_LAYMEN = (
    r"(?:user|poster|member|redditor|reader|commenter|commentator|reviewer|customer|client|guest|"
    r"buyer|shopper|fan|friend|neighbou?r|blogger|vlogger|influencer|tiktoker|youtuber|"
    r"streamer|creator|celebrity|actor|actress|singer|model|subscriber|follower|visitor|owner|"
    r"regular|woman|man|guy|lady|girl|mum|mom|mother|grandmother|grandma|aunt|uncle|barber|"
    r"hairdresser|stylist|hairstylist|beautician|journalist|columnist|contributor|purchaser|tester)"
)
_TELLS = (
    r"(?:wrote|writes|says|said|claims|claimed|reports|reported|tells|told|swears|swore|raves|raved|"
    r"describes|described|recalls|recalled|shares|shared|gushes|gushed|mentions|mentioned|insists|"
    r"insisted|comments|commented|posted|posts|explains|explained|adds|added|notes|noted|credits|"
    r"credited|attributes|attributed)"
)
_TELL = (
    "(?:write|wrote|say|said|claim|claimed|report|reported|tell|told|swear|swore|rave|raved|"
    "describe|described|recall|share|shared|gush|gushed|mention|mentioned|insist|insisted|comment|"
    "commented|posted|credit|credited|attribute)"
)
#: Where people talk who are no experts.
_MEDIA = (
    r"(?:tiktok|instagram|youtube|reddit|facebook|pinterest|twitter|social media|the internet|"
    r"the web|wikipedia|google|the media|the press|the papers?|the magazines?|the tabloids?|"
    r"the (?:advert|advertisement|ad|listing|packaging|packet|leaflet|sales pitch)s?|"
    r"marketing|adverts?|advertisements?|infomercials?|tradition|folklore|common lore|"
    r"popular belief|conventional wisdom|received wisdom|folk wisdom)"
)

VOICES = (
    Words("wrote write said say says claim repor tell tells told swear swore rave raves raved "
          "descr recal share gush gushe menti insis comme post posts poste expla add adds added "
          "note notes noted credi attri",
        rf"(?:one|a|an|another|this|the|my|our|her|his) (?:[\w-]+ ){{0,3}}?{_LAYMEN}"
        rf"(?: (?:on|in|from|at|of|who|named|called) (?:[\w'’.-]+ ){{0,4}}?[\w'’.-]+)?,? "
        rf"(?:also |later |even |once |\w+ly )?{_TELLS}"
        r"(?= (?:that|how|it|this|he|she|his|her|their|they|them|to|about|of|us|me|a|an|the|"
        r"feeling|having|being|seeing|noticing|getting|less|more|fewer|no|better|relief)\b)",
        rf"(?:{_LAYMEN}s|guys|ladies|folks|men|women|people|mums|moms|commentators)"
        rf" (?:on|in|from|across|over at) (?:[\w'’.-]+ ){{1,4}}?(?:also |often |have |\w+ly )?"
        rf"{_TELL}"),
    Words("tikto insta youtu reddi faceb pinte twitt socia inter web wikip googl media press paper "
          "magaz tablo adver ad ads listi packa packe leafl sales marke infom tradi folkl commo "
          "popul conve recei folk & say says said claim promi swear insis tell tells told would "
          "has hold holds teach tout touts toute boast warra maint accor thank",
        rf"{_MEDIA} (?:often |also |always |once |has long |\w+ly )?(?:says?|said|claims?|claimed|"
        r"promise[sd]?|swears?|insists?|tells?|told|would have|has it|holds?|teaches|touts?|touted|"
        r"boasts?|boasted|warrants?|maintains?)",
        rf"(?:says?|according to|thanks to claims on) {_MEDIA}"),
    Words("based built found hinge rely relie relyi rest rests resti stem stems origi grow grows "
          "grew born come comes came & assum belie hypot idea logic notio premi theor",
        r"(?:based|built|founded|relies|rely|relying|rests?|resting|hinges?|stems?|originat\w+|"
        r"grows?|grew|born|comes?|came) (?:up )?(?:up)?(?:on|from|out of|in) (?:the|an?|this|that) "
        r"(?:\w+ ){0,2}?(?:belief|idea|theory|notion|assumption|hypothesis|premise|logic) (?:that|"
        r"of)"),
    Words("assum belie conce idea notio sugge theor",
        r"the (?:\w+ )?(?:theory|idea|notion|belief|concept|suggestion|assumption) that "
        r"(?!i\b|we\b)(?:[\w'’-]+ ){2,14}?(?:is|was|has been|isn['’]t|sounds?|seems?|may sound|"
        r"might sound|remains?|goes|dates?|appeals?|persists?|makes? sense)"),
    Words("accou anecd repor stori tales testi",
        r"anecdotal (?:\w+ )?(?:reports?|accounts?|stories|claims?|tales|testimon\w+)",
        r"(?:reports?|accounts?|stories|tales|testimonials?|testimony) (?:from|by|of) (?:\w+ )?"
        r"(?:users|people|customers|clients|patients|guests|others|those|men|women|fans|friends|"
        r"readers|bloggers)(?! suggest)"),
    Words("claim & he her his it its she their they",
        r"claims? (?:(?:his|her|their|its|it|he|she|they)\b)"),
    Words("repor & he her his she",
        r"(?<!studies )(?<!researchers )reports? (?:that )?(?:he|she|his|her)\b"),
    Words("argue argui claim conte",
        r"(?:argue[sd]?|arguing|contend(?:s|ed|ing)?|claiming) (?:that|to)\b"),
    Words("advoc belie defen devot enthu fans follo pract propo suppo they & argue belie claim "
          "conte ensur hold insis maint promi say swear theor warra",
        r"(?:proponents|advocates|supporters|defenders|devotees|followers|enthusiasts|believers|"
        r"practitioners|fans) (?:\w+ )?(?:theori[sz]e|hold|contend|maintain|claim|promise|insist|"
        r"ensure|warrant)",
        r"they (?:even|also|all|often|further|still) (?:say|claim|insist|believe|promise|swear|"
        r"maintain|argue|contend)"),
    Words("promi",
        r"(?:these|those|such|many|most|some|countless|of) (?:[\w-]+ ){1,4}(?<!show )(?<!shows )"
        r"(?<!hold )(?<!holds )(?<!early )(?<!great )(?<!real )(?<!offer )(?<!of )(?<!the )(?<!a )"
        r"promise(?= [\w-]+)(?! in\b)",
        r"(?:all|each|every one|most)(?: of them)? promising", r"with (?:the|a) promise (?:of|to)"),
    Words("canon class samhi scrip sutra text texts veda vedas & accor",
        r"according to (?:the )?(?:\w+ )?(?:\w+ )?(?:samhita|sutras?|texts?|scriptures?|vedas?|"
        r"classics?|canon|classic)"),
    Words("ancie books class sages scrip texts & attri credi extol hail laud menti speak tell",
        r"(?:texts|scriptures|books|classics|sages|ancients) (?:\w+ )?(?:mention|speak of|tell of|"
        r"attribute|credit|extol|hail|laud)"),
    Words("consi held regar seen suppo viewe & cultu medic syste tradi",
        r"in (?:\w+ ){0,3}?(?:cultures?|medicine|traditions?|systems?),? (?:[\w,-]+ ){0,8}?(?:is|"
        r"are|was|were) (?:\w+ly |often |also |long )?(?:considered|regarded|seen|viewed|held|"
        r"supposed)"),
    Words("wives & claim had have say would",
        r"wives(?:['’])? (?:tales? )?(?:would|had|have|say|claim)"),
    Words("adore appla appre enjoy love loves prais & buyer clien custo fans guest owner peopl "
          "revie shopp users",
        r"(?:users|customers|clients|guests|people|shoppers|owners|buyers|reviewers|fans) (?:\w+ )?"
        r"(?:love|adore|appreciate|enjoy|praise|applaud) (?:how|that|it for|its|the way)"),
    Words("comme revie testi & are credi descr full highl menti note point prais say speak sugge "
          "tell",
        r"(?:reviews|testimonials|comments) (?:\w+ )?(?:speak of|mention|praise|describe|tell of|"
        r"highlight|note|point to|suggest|credit|are full of|say)"),
    Words("revie & five glowi posit rave thous",
        r"(?:rave|glowing|five[- ]star|positive|thousands of) reviews"),
    Words("ads comme hype revie rumor rumou & go belie true",
        r"if (?:the )?(?:reviews|rumou?rs|comments|ads|hype) (?:is|are) (?:to be believed|anything "
        r"to go by|true)"),
    Words("guide guides handb manua textb & advis claim held hold instr promi recom said say "
          "taugh teach",
        r"(?:textbooks?|manuals?|handbooks?|guides?) (?:\w+ )?(?:instruct(?:ed)?|taught|"
        r"teach(?:es)?|say|said|claim|claimed|recommend(?:ed)?|advise[sd]?|hold|held|promised?) "
        r"that"),
    Words("adver bills hail hails marke pitch promo tout touts & as",
        r"(?:advertises?|markets|touts?|bills|hails?|pitch(?:es)?|promotes?) (?:[\w-]+ ){1,4}?as "
        r"(?:an?|the|one|good|ideal|effective)"),
    Words("judgi", r"judging by (?:the )?(?:\w+ )?(?:reviews|comments|hype)"),
)  # fmt: skip
