"""What a sentence does with what it speaks of."""

import re

import pytest

from reviewkit.prose.stance import stance
from tests.unit.prose.reader import readings, sentence


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It reduces stress.", "asserts"),
        ("Studies show that it reduces stress.", "asserts"),
        ("It not only feels good but also reduces stress.", "asserts"),
        ("It does more than just reduce stress.", "asserts"),
        ("Does it reduce stress?", "asks"),
        ("“Does it work?”", "asks"),
        ("(Does it work?)", "asks"),
        ("It reduces stress (and who has none?)", "asserts"),
        ("It does not reduce stress.", "denies"),
        ("You cannot expect it to reduce stress.", "denies"),
        ("I promise that it reduces stress.", "asserts"),
        ("The box promises that it reduces stress.", "reports"),
        ("Brushing isn't about reducing stress.", "denies"),
        ("It reduces stress, something that most combs fail to do.", "asserts"),
        ("It reduces stress without aggravating fleas.", "asserts"),
        ("It won't regrow fur.", "denies"),
        ("It won’t regrow fur.", "denies"),
        ("It had no effect on stress.", "denies"),
        ("That it reduces stress is a myth.", "denies"),
        ("There is little evidence that it reduces stress.", "limits"),
        ("More research is needed.", "limits"),
        ("The evidence is still limited.", "limits"),
        ("It is not a cure for stress.", "limits"),
        ("It should not be your only treatment.", "limits"),
        ("It has not been proven to reduce stress.", "limits"),
        ("It is believed to reduce stress.", "reports"),
        ("Some people say that it reduces stress.", "reports"),
        ("Proponents claim that it reduces stress.", "reports"),
        ("According to tradition it reduces stress.", "reports"),
        ("It is often praised as good for stress.", "reports"),
        ("Users swear by it for stress.", "reports"),
        ("Experts say that it reduces stress.", "asserts"),
        ("“It reduces stress,” says one fan.", "reports"),
        ("“It reduces stress,” says a professor.", "asserts"),
        ("In a word: no.", "denies"),
        ("Whether it reduces stress depends on the brush.", "limits"),
        ("Can brushing reduce stress", "asks"),
        ("Brushing and stress: does it work", "asks"),
        ("Can reduce stress", "asserts"),
        ("The study looked at how it works and found less stress.", "asserts"),
        ("The study looked at nine cats, brushed for a week.", "asserts"),
        ("The effect of brushing on stress is large.", "asserts"),
        ("You may see something if you brush.", "asserts"),
        ("Hard brushing makes stress worse.", "asserts"),
        ("Hard brushing aggravates stress.", "asserts"),
        ("Did you know that brushing lowers stress?", "asserts"),
        ("Did you know how brushing lowers stress?", "asks"),
        ("Taking time to brush lowers stress.", "asserts"),
        ("By this theory it reduces stress.", "reports"),
        ("Its defenders maintain that it reduces stress.", "reports"),
        ("It reduced stress, but not significantly.", "limits"),
        ("They asked whether it reduces stress.", "asks"),
        ("If you wonder whether it reduces stress, brush.", "asks"),
        ("If you want to reduce stress, brush.", "asserts"),
        ("It cannot hurt, and it reduces stress.", "asserts"),
        ("There is no doubt that it reduces stress.", "asserts"),
        ("Nothing beats it for stress.", "asserts"),
        ("It never fails to reduce stress.", "asserts"),
        ("When pills do not help, it reduces stress.", "asserts"),
        ("It does not cause pain.", "asserts"),
        ("Stress did not change.", "denies"),
        ("It made no difference to stress.", "denies"),
        ("It fails to reduce stress.", "denies"),
        ("In a small study it reduced stress.", "asserts"),
        ("The study was small.", "limits"),
        ("There was no control group.", "limits"),
        ("It may not reduce stress in everyone.", "limits"),
        ("Results differ from person to person.", "limits"),
        ("How does it reduce stress?", "asserts"),
        ("How much does it reduce stress?", "asks"),
        ("Why do so many claim that it reduces stress?", "reports"),
        ("Who doesn't like to reduce stress?", "asserts"),
        ("Stress tended to fall, but not significantly.", "limits"),
        ("It not only lifts mood but reduces stress.", "asserts"),
        ("These texts say that it not only lifts mood but reduces stress.", "reports"),
        ("Nor can it take the place of sleep.", "limits"),
        ("They promise to reduce stress.", "reports"),
        ("She swore that it reduces stress.", "reports"),
        ("It does little for stress.", "denies"),
        ("Neither change was large.", "limits"),
        ("It will not replace your treatment.", "limits"),
    ],
)
def test_a_sentence_has_its_stance(text: str, wanted: str) -> None:
    assert stance(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You will not feel any calmer for it.", "denies"),
        ("Whether it calms anybody is anyone's guess.", "limits"),
        ("My aunt is convinced that it calms her.", "reports"),
        ("Could it be that it calms the nerves?", "asks"),
        ("For now we have only hints that it calms the nerves.", "limits"),
        ("Word has it that it calms the nerves.", "reports"),
        ("Does anyone know whether it calms the nerves?", "asks"),
        ("In the trial it calmed nobody.", "denies"),
        ("It calms the nerves in some people only.", "limits"),
        ("It is widely held to calm the nerves.", "reports"),
        ("It is useless against nerves.", "denies"),
        ("It calms the nerves a little, and not for long.", "limits"),
        ("Its makers say it calms the nerves.", "reports"),
        ("The trial asks whether it calms the nerves.", "asks"),
        ("One trial is hardly enough to say that it calms the nerves.", "limits"),
        ("In folk medicine it is used to calm the nerves.", "reports"),
        ("So can it calm your nerves or not?", "asks"),
        ("There was no difference in nerves between the groups.", "denies"),
        ("So far, proof that it calms the nerves is missing.", "limits"),
        ("If you believe the adverts, it calms the nerves.", "reports"),
        ("Hoping to calm your nerves?", "asks"),
        ("It may calm the nerves, although nobody has looked closely.", "limits"),
        ("It is often claimed that it calms the nerves.", "reports"),
        ("Anyone who tells you that it calms the nerves is wrong.", "denies"),
        ("Online, countless posts praise it for calm nerves.", "reports"),
        ("Is there any proof that it calms the nerves?", "asks"),
        ("It did not calm the nerves any more than rest did.", "denies"),
        ("The trials that found calmer nerves were poorly done.", "limits"),
        ("The ancients thought that it calmed the nerves.", "reports"),
        ("Is it the pressure that calms the nerves?", "asks"),
        ("Nor does it calm the nerves.", "denies"),
        ("It is too soon to say that it calms the nerves.", "limits"),
        ("A friend told me that it calms the nerves.", "reports"),
        ("How well does it calm the nerves?", "asks"),
        ("It calms the nerves no better than a cup of tea.", "denies"),
        ("Don't count on it to calm your nerves.", "limits"),
        ("Some therapists hold that it calms the nerves.", "reports"),
        ("Why would it calm the nerves?", "asks"),
        ("They found that it did not calm the nerves.", "denies"),
        ("It is no replacement for pills that calm the nerves.", "limits"),
        ("Social media would have you believe that it calms the nerves.", "reports"),
        ("It calms the nerves like nothing else.", "asserts"),
        ("There is no doubt that it calms the nerves.", "asserts"),
        ("No wonder that it calms the nerves.", "asserts"),
        ("It calms the nerves without pills.", "asserts"),
        ("Research has found that it calms the nerves.", "asserts"),
        ("It has been shown to calm the nerves.", "asserts"),
        ("I was sceptical, but it calmed my nerves.", "asserts"),
        ("It never fails to calm the nerves.", "asserts"),
        ("You won't believe how it calms the nerves.", "asserts"),
        ("Not only old people find that it calms the nerves.", "asserts"),
        ("We know that it calms the nerves.", "asserts"),
        ("If you are nervous, it will calm you.", "asserts"),
        ("It is no secret that it calms the nerves.", "asserts"),
        ("Doctors agree that it calms the nerves.", "asserts"),
        ("It costs nothing and calms the nerves.", "asserts"),
        ("Once you have tried it, nothing calms the nerves so well.", "asserts"),
        ("Nobody has tested whether it reduces stress.", "limits"),
        ("No one has proved that it reduces stress.", "limits"),
        ("Scientists do not know why it reduces stress.", "limits"),
        ("It reduces stress for some, but not for others.", "limits"),
        ("It only reduces stress for an hour.", "limits"),
        ("It has a reputation for reducing stress.", "reports"),
        ("It soothes the cat so that it does not scratch.", "asserts"),
        ("If it does not soothe the cat, stop.", "asserts"),
        ("It does not hurt.", "asserts"),
    ],
)
def test_many_ways_of_saying_so(text: str, wanted: str) -> None:
    assert stance(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("My vet reckons it calms the nerves.", "reports"),
        ("Owners tell us that their cats sleep through.", "reports"),
        ("The leaflet promises calmer nerves.", "reports"),
        ("She puts her calm down to the brush.", "reports"),
        ("The reasoning goes that a brushed cat is a calm cat.", "reports"),
        ("It calms the nerves, or so the label claims.", "reports"),
        ("According to the box it calms the nerves.", "reports"),
        ("A video online claims that it calms the nerves.", "reports"),
        ("Calmer nerves, the story goes, follow within days.", "reports"),
        ("We are told that it calms the nerves.", "reports"),
        ("The trial told us that nerves were calmer.", "asserts"),
        ("It calms the nerves, whatever the label says.", "asserts"),
        ("That it calms the nerves has never been shown.", "denies"),
        ("That it calms the nerves is implausible.", "denies"),
        ("Myth two: brushing calms the nerves", "denies"),
        ("You can't.", "denies"),
        ("Nope.", "denies"),
        ("Verdict: false.", "denies"),
        ("Nor is there any sign that it calms the nerves.", "denies"),
        ("In fact it does the opposite.", "denies"),
        ("There is no reason to think that it calms the nerves.", "denies"),
        ("No amount of brushing will calm a nervous cat.", "denies"),
        ("After a month there was zero change.", "denies"),
        ("It is not going to calm anybody.", "denies"),
        ("Doesn't touch my nerves.", "denies"),
        ("There is nothing that it cannot calm.", "asserts"),
        ("It takes no more than ten minutes.", "asserts"),
        ("Nobody needs a trial to know that it calms the nerves.", "asserts"),
        ("Firm proof that it calms the nerves is still wanting.", "limits"),
        ("The sample was tiny.", "limits"),
        ("Good studies are rare.", "limits"),
        ("Nobody has tested it properly.", "limits"),
        ("The proof is thin.", "limits"),
        ("That is a long way from curing nerves.", "limits"),
        ("Experts are divided on whether it calms the nerves.", "limits"),
        ("The calm wears off within hours.", "limits"),
        ("Chance alone could explain it.", "limits"),
        ("Neither trial can tell us whether it calms the nerves.", "limits"),
        ("It has been seen in mice, not in humans.", "limits"),
        ("Not one of these claims has been put to the test.", "limits"),
        ("It remains a hypothesis.", "limits"),
        ("Larger trials will have to show whether it calms the nerves.", "limits"),
        ("Can it calm the nerves", "asks"),
        ("Does what it says on the tin.", "asserts"),
        ("Readers ask whether it calms the nerves.", "asks"),
        ("There is a debate over how it calms the nerves.", "asks"),
        ("A vet explains whether it calms the nerves.", "asks"),
        ("Whether it calms the nerves remains to be seen.", "asks"),
        ("Whether it calms the nerves the label does not say.", "asks"),
        ("They argue, whether or not it calms the nerves.", "asserts"),
    ],
)
def test_more_ways_of_saying_so(text: str, wanted: str) -> None:
    assert stance(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The argument for it is that it calms the nerves.", "reports"),
        ("One common claim is that it calms the nerves.", "reports"),
        ("There is a lot of buzz around brushing for calm nerves.", "reports"),
        ("It was hypothesised that it calms the nerves.", "reports"),
        ("Those who sell brushes assure us that it calms the nerves.", "reports"),
        ("Many salons offer it, claiming that it calms the nerves.", "reports"),
        ("These gadgets promise calm nerves.", "reports"),
        ("Magazines are full of tips on how it calms the nerves.", "reports"),
        ("Videos extol the benefits of brushing for calm nerves.", "reports"),
        ("It is deemed good for the nerves.", "reports"),
        ("The authors suspect that it calms the nerves.", "reports"),
        ("Many find it pleasant and say that it calms the nerves.", "reports"),
        ("Its headline says that it calms the nerves.", "reports"),
        ("That it calms the nerves is a very specific claim.", "reports"),
        ("It is often asserted that it calms the nerves.", "reports"),
        ("Mythbusting: it calms the nerves", "denies"),
        ("Reviews are not in agreement on calm nerves.", "limits"),
        ("It should be paired with proper care.", "limits"),
        ("The old texts recommend it for calm nerves.", "reports"),
        ("The theory suggests that it calms the nerves.", "reports"),
        ("Proponents suggest that it calms the nerves.", "reports"),
        ("The brushes, which cost little, calm the nerves and are marketed as calming.", "reports"),
        ("The company's website explains that it calms the nerves.", "reports"),
        ("Some advise it every day for the nerves, others once a week.", "reports"),
        ("“It calmed my nerves,” says Ann, 34.", "reports"),
        ("“It calms my patients' nerves,” says Dr Ann Lee.", "asserts"),
        ("Brush and say goodbye to nerves.", "asserts"),
        ("The results show promise for calm nerves.", "asserts"),
        ("That it calms the nerves is no myth.", "asserts"),
        ("Nerves grew no calmer.", "denies"),
        ("At no point did nerves calm down.", "denies"),
        ("False: it has nothing for the nerves.", "denies"),
        ("It did not calm the nerves to any real degree.", "limits"),
        ("A trial on only nine men calmed the nerves.", "asserts"),
        ("There were only nine patients.", "limits"),
        ("One should be careful with this.", "limits"),
        ("Have a specialist look for the cause first.", "limits"),
        ("Did you know that it calms the nerves?", "asserts"),
        ("Did you know whether it calms the nerves?", "asks"),
        ("Hard brushing makes nerves worse.", "asserts"),
    ],
)
def test_what_goes_round_and_how_few_there_were(text: str, wanted: str) -> None:
    assert stance(text) == wanted


def test_a_question_to_the_reader_at_the_end_leaves_what_is_said() -> None:
    text = "It reduces stress – have you tried it?"
    assert stance(text, (text.index("stress"),)) == "asserts"
    assert stance("Brushing against stress – any good?", (17,)) == "asks"


@pytest.mark.parametrize(
    ("heading", "wanted"), [("What owners say: reviews", "reports"), ("Brushing", "asserts")]
)
def test_a_users_own_words(heading: str, wanted: str) -> None:
    (reading,) = readings(sentence("It reduces my stress.", kind="quote", heading=heading))
    assert reading.stance == wanted


def test_the_last_part_of_a_lead_in_leads() -> None:
    lead = "While the evidence is limited, it can"
    (reading,) = readings(sentence("Reduce stress", kind="bullet", lead_in=lead))
    assert reading.stance == "asserts"


def test_a_denial_beyond_a_but_leaves_the_claim_alone() -> None:
    text = "It reduces stress but had no effect on weight."
    assert stance(text, (text.index("stress"),)) == "asserts"
    assert stance(text, (text.index("weight"),)) == "denies"
    assert stance(text) == "denies"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Although more research is needed, it reduces stress.", "asserts"),
        ("It reduces stress, though more research is needed.", "asserts"),
        ("Stress does not fall, but mood rises.", "asserts"),
        ("Mood rises, but stress does not fall.", "denies"),
        ("Stress does not fall, though it lifts mood.", "denies"),
        ("Stress falls, while keeping mood steady.", "asserts"),
    ],
)
def test_the_last_part_that_holds_a_claim_decides(text: str, wanted: str) -> None:
    places = tuple(match.start() for match in re.finditer("stress|mood", text, re.IGNORECASE))
    assert stance(text, places) == wanted


def test_a_reading_takes_the_stance_where_its_claims_stand() -> None:
    (reading,) = readings("It reduces stress but had no effect on weight.")
    assert reading.stance == "asserts"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It reduces stress, but the studies are small.", "limits"),
        ("Although it reduces stress, that has not been proven.", "limits"),
        ("It reduces stress, though more research is needed.", "asserts"),
        ("It reduces stress, but the brush is red.", "asserts"),
        ("The studies are small, but it reduces stress.", "asserts"),
    ],
)
def test_a_sentence_that_ends_on_a_limit_limits(text: str, wanted: str) -> None:
    (reading,) = readings(text)
    assert [link.claim for link in reading.links] == ["less-stress"]
    assert reading.stance == wanted


@pytest.mark.parametrize(
    ("lead_in", "wanted"),
    [
        ("It can:", "asserts"),
        ("There is no evidence that it:", "limits"),
        ("It does not help with:", "denies"),
        ("What does it do?", "asserts"),
        ("Fans say that it can:", "reports"),
        ("Fans say a lot about brushes:", "asserts"),
    ],
)
def test_a_bullet_takes_the_stance_of_its_lead_in(lead_in: str, wanted: str) -> None:
    (reading,) = readings(sentence("Reduce stress", lead_in=lead_in))
    assert reading.links
    assert reading.stance == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("While it reduces stress, it does not improve mood.", ["asserts", "denies"]),
        ("Although it does not reduce stress, it improves mood.", ["denies", "asserts"]),
        ("It reduces stress; some say that it improves mood.", ["asserts", "reports"]),
        ("It reduces stress and improves mood.", ["asserts", "asserts"]),
        ("Does it reduce stress, or only improve mood?", ["asks", "asks"]),
    ],
)
def test_each_claim_has_the_stance_of_the_part_it_stands_in(text: str, wanted: list[str]) -> None:
    (reading,) = readings(text)
    links = sorted(reading.links, key=lambda link: link.cue_start)
    assert [reading.towards(link, of_evidence=False) for link in links] == wanted


def test_a_limit_in_a_concession_limits_nothing() -> None:
    (conceded,) = readings("While it is surely no cure at all, it reduces stress.")
    (limited,) = readings("It reduces stress, as an aid and no cure.")
    assert (conceded.stance, limited.stance) == ("asserts", "limits")
