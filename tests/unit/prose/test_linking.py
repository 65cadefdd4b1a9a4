"""An effect governs its term within a clause; context, scope and silence decide the rest."""

import pytest

from reviewkit.prose.reading import LONGEST
from reviewkit.prose.scope import MANY, STRAY
from tests.unit.prose.reader import claims, readings, sentence


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It reduces stress.", ["less-stress"]),
        ("It lowers your daily stress levels.", ["less-stress"]),
        ("Stress relief", ["less-stress"]),
        ("Stress quickly falls.", ["less-stress"]),
        ("It reduces fleas, dust and stress.", ["less-stress"]),
        ("It relieves stress and improves mood.", ["less-stress", "more-joy"]),
        ("It improves mood and relieves stress.", ["more-joy", "less-stress"]),
        ("It increases stress.", []),
        ("Stress is common.", []),
        ("It relieves boredom, which stress makes worse.", []),
        ("It relieves boredom; stress stays.", []),
        ("It is not about stress; less is more.", []),
        ("It reduces joy.", []),
        ("It causes stress, which cat brushing can reduce.", ["less-stress"]),
        ("It causes stress, which can reduce weight.", []),
        ("Better mood brings joy.", ["more-joy"]),
        ("It reduces joy to stress.", []),
        ("It reduces stress to joy.", ["less-stress"]),
        ("The brush is soothing.", ["calming"]),
        ("Calming music helps.", []),
    ],
)
def test_an_effect_governs_its_term(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("It keeps an itch away.", True),
        ("For an itch, it is good to improve the mood.", True),
        ("It causes an itch.", False),
        ("The itch spreads.", False),
        ("If you itch, improve your diet.", False),
        ("It improves fur that suffers from itching.", False),
        ("It helps, and itching can damage fur.", False),
        ("Itch", False),
        ("Cats and itching.", False),
        ("Brushing it is a chronic itch.", False),
        ("Winter dries the coat, and it brings an itch to many.", False),
        ("A session improves the mood and an itch.", True),
    ],
)
def test_a_term_may_be_spoken_of_unless_it_is_background(text: str, claimed: bool) -> None:
    assert ("less-itch" in claims(text)) == claimed


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("It makes the fur grow.", True),
        ("The coat, it seems, grows.", True),
        ("It grows a coat.", True),
        ("Fur is dense; nails grow.", False),
        ("Fur is one of the many things about which cats are most vain and nails grow.", False),
    ],
)
def test_two_terms_near_each_other_in_a_clause(text: str, claimed: bool) -> None:
    assert ("fur-grows" in claims(text)) == claimed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Stress is gently reduced.", ["less-stress"]),
        ("Stress and itching will be lowered.", ["less-stress", "less-itch"]),
        ("Stress falls.", ["less-stress"]),
        ("Stress in the home falls.", ["less-stress"]),
        ("Stress is not reduced.", ["less-stress"]),
        ("Joy is drawn from it.", ["more-joy"]),
        ("Mood increases stress.", []),
        ("Mood increases with stress.", ["more-joy"]),
    ],
)
def test_the_passive_and_what_has_an_object(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It reduces fleas, and stress is common.", []),
        ("It reduces fleas, and stress falls.", ["less-stress"]),
        ("It reduces fleas, dust, and stress.", ["less-stress"]),
        ("It helps with fleas, and with stress is the best thing.", ["less-stress"]),
    ],
)
def test_a_clause_after_a_comma_and_an_and_has_its_own_subject(
    text: str, wanted: list[str]
) -> None:
    assert claims(text) == wanted


def test_a_colon_after_an_effect_introduces_what_it_acts_on() -> None:
    assert claims("It reduces: fleas, dust and stress.") == ["less-stress"]
    assert claims("It reduces fleas: stress stays.") == []


def test_a_verb_in_two_parts_encloses_what_it_acts_on() -> None:
    assert claims("It lets stress go.") == ["less-stress"]
    assert claims("Let go of the cat; stress it.") == []


def test_an_effect_inside_a_longer_one_is_not_read() -> None:
    assert claims("No more stress!") == ["less-stress"]
    assert claims("More stress!") == []


def test_an_adjective_of_the_treatment_does_nothing() -> None:
    assert claims("A boosting cat brushing for your joy.") == []
    assert claims("Boosting your joy.") == ["more-joy"]


@pytest.mark.parametrize(
    "text", ["Why does it itch?", "Itching of this kind is worse and improves late."]
)
def test_what_a_sentence_is_about_is_background(text: str) -> None:
    assert claims(text) == []


def test_an_instruction_after_a_comma_needs_an_instruction_before_it() -> None:
    assert claims("To ease it, brush the back.") == ["brush-it"]
    assert claims("Hold still, brush the back.") == ["brush-it"]
    assert claims("We sit, brush on its back.") == []


def test_what_is_only_given_is_no_claim() -> None:
    assert claims("Better mood can reduce stress.") == ["less-stress"]
    assert claims("Better mood") == ["more-joy"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Brush along the back.", ["brush-it"]),
        ("Then gently brush the back.", ["brush-it"]),
        ("Evening: brush the belly.", ["brush-it"]),
        ("We like to see a brush on its back.", []),
    ],
)
def test_an_instruction_opens_its_clause(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


def test_all_parts_must_be_there_and_none_that_is_excluded() -> None:
    assert claims("Oil gives shine.") == ["oil-shine"]
    assert claims("The fur has shine.") == []
    assert claims("Oil gives shine to dull fur.") == []


def test_the_lead_in_of_a_list_carries_its_verb() -> None:
    assert claims("stress", kind="bullet") == []
    assert claims("stress", kind="bullet", lead_in="It reduces:") == ["less-stress"]


def test_what_only_the_lead_in_says_is_not_found_again_in_each_bullet() -> None:
    assert claims("fleas", kind="bullet", lead_in="Beside reducing stress, it keeps away:") == []


def test_a_cue_is_the_words_of_the_sentence() -> None:
    text = "In short, brushing reduces daily stress."
    ((link,),) = (reading.links for reading in readings(text))
    assert link.cue == "reduces daily stress" == text[link.cue_start : link.cue_end]
    ((link,),) = (
        reading.links for reading in readings(sentence("daily stress", lead_in="It reduces:"))
    )
    assert link.cue == "daily stress" == "daily stress"[link.cue_start : link.cue_end]


def test_elsewhere_only_a_sentence_that_names_the_intervention_is_read() -> None:
    assert claims("It reduces stress.", title="Gardening") == []
    assert claims("Brushing your cat reduces stress.", title="Gardening") == ["less-stress"]


def test_the_paragraph_and_the_heading_carry_the_subject() -> None:
    told = [sentence("It grows on clay.", block=n) for n in range(20)]
    named = sentence("Some try cat brushing.", block=30)
    same, other = (sentence("It reduces stress.", block=block) for block in (30, 31))
    below = sentence("It reduces stress.", block=32, heading="Cat brushing")
    found = readings(*told, named, same, other, below, title="Gardening")
    assert [bool(reading.links) for reading in found[-3:]] == [True, False, True]


def test_a_sentence_without_end_is_read_to_a_limit() -> None:
    text = "It reduces stress " + "and dust " * LONGEST + "and improves mood."
    assert claims(text) == ["less-stress"]


def test_another_treatment_is_silent_unless_the_reviews_own_is_named_too() -> None:
    assert claims("Catnip reduces stress.") == []
    assert claims("Catnip and cat brushing reduce stress.") == ["less-stress"]
    assert claims("It reduces stress.", heading="Catnip") == []


def test_what_names_the_subject_or_limits_it_is_read_beside_another_treatment() -> None:
    assert claims("Like catnip, brushing reduces stress.") == ["less-stress"]
    (reading,) = readings("It reduces stress as catnip does, but is no cure.")
    assert [link.claim for link in reading.links] == ["less-stress"]
    assert reading.stance == "limits"


def test_a_title_or_heading_on_the_subject_carries_it() -> None:
    told = [sentence("It grows on clay.", block=n) for n in range(10)]
    text = sentence("It reduces stress.", block=30)
    assert [len(found.links) for found in readings(*told, text, title="Of brushing")][-1] == 1
    assert [len(found.links) for found in readings(*told, text, title="Catnip, brush")][-1] == 0
    under = sentence("It reduces stress.", block=30, heading="Brushing")
    assert [len(found.links) for found in readings(*told, under, title="Old cats")][-1] == 1
    assert [len(found.links) for found in readings(*told, under, title="Gardens")][-1] == 0


def test_a_document_that_no_longer_names_the_subject_has_gone_on_to_other_things() -> None:
    far = [sentence("It grows on clay.", block=n) for n in range(STRAY + 1)]
    text = sentence("It reduces stress.", block=STRAY + 10)
    assert readings(*far, text, title="Of brushing")[-1].silenced
    again = sentence("Back to brushing.", block=STRAY + 9)
    assert not readings(*far, again, text, title="Of brushing")[-1].silenced


def test_a_list_is_as_near_as_the_sentence_above_it() -> None:
    listed = [sentence("Shine", kind="bullet", block=n) for n in range(2 * STRAY)]
    text = sentence("It reduces stress.", block=3 * STRAY)
    assert not readings(*listed, text, title="Of brushing")[-1].silenced


def test_a_document_on_other_treatments_is_read_only_near_what_names_the_reviews() -> None:
    others = [sentence("Catnip is green.", block=n) for n in range(MANY)]
    text = sentence("Now it reduces stress.", block=MANY + 1)
    assert readings(*others, text, title="Of brushing")[-1].silenced
    assert not readings(*others[1:], text, title="Of brushing")[-1].silenced
    assert not readings(text, *others, title="Of brushing")[0].silenced


@pytest.mark.parametrize(
    "text",
    [
        "Mange is a disease, and it reduces stress in no cat.",
        "Hunger reduces joy and is a risk factor for stress.",
        "Symptoms include stress and relieve nobody.",
        "Herring is rich in vitamins that reduce stress.",
        "The skin also has many small vessels that reduce stress.",
        "When the bowl is full, a kitten reduces stress.",
        "Noise is a common cause of fear and reduces no stress.",
        "It is a clear sign of fear and reduces no stress.",
    ],
)
def test_facts_of_a_thing_claim_nothing_where_no_treatment_is_named(text: str) -> None:
    assert claims(text) == []


def test_facts_of_the_treatment_are_claims() -> None:
    assert claims("Cat brushing plays a key role in reducing stress.") == ["less-stress"]


def test_an_effect_without_an_opposite_takes_no_term_from_another() -> None:
    assert claims("It relieves soothing stress.") == ["calming", "less-stress"]


def test_a_pitch_is_silent() -> None:
    assert claims("Book now for stress relief!") == []


def test_a_health_claim_outside_the_base_is_checkable_without_links() -> None:
    (reading,) = readings("It improves sleep.")
    assert reading.checkable
    assert reading.links == ()


def test_a_sentence_that_claims_nothing_is_yielded_and_not_checkable() -> None:
    (reading,) = readings("The brush costs nine euros.")
    assert not reading.checkable
    assert reading.links == ()


def test_what_is_done_to_the_place_is_the_treatment() -> None:
    title = "Twelve questions to a vet"
    assert claims("Brushing reduces stress.", title=title) == []
    assert claims("Brushing it reduces stress.", title=title, heading="Cats") == ["less-stress"]
    assert claims("Brushing reduces stress.", title="Old cats") == ["less-stress"]
    assert claims("Catnip and brushing reduce stress.", title="Old cats") == []


def test_what_acts_on_something_is_not_acted_on() -> None:
    assert claims("Brushing lowers stress that shows up in the mood.") == ["less-stress"]
    assert claims("It is a relieving art that holds stress.") == []


def test_a_question_of_what_a_thing_is_defines_nothing() -> None:
    assert claims("What is a calming cat brush?") == []
    assert claims("Cat brushing is calming.") == ["calming"]


def test_an_entry_that_names_the_treatment_is_no_other_remedy() -> None:
    heading = "Catnip and four more remedies"
    brushed, goes_on = readings(
        sentence("Cat brushing reduces stress.", heading=heading, block=1),
        sentence("It improves mood.", heading=heading, block=1),
    )
    (other,) = readings(sentence("It improves mood.", heading=heading, block=2))
    assert [link.claim for link in goes_on.links] == ["more-joy"]
    assert not brushed.silenced
    assert other.silenced


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is more important in stress.", []),
        ("Keeping your hands flat, brush the back.", ["brush-it"]),
        ("Slowly brush the back.", ["brush-it"]),
        ("It gives joy and quickly brush back their fur.", []),
    ],
)
def test_what_compares_and_what_opens(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


def test_a_term_that_only_hides_hides_one_that_opens_a_clause() -> None:
    assert claims("Hold the back.") == ["brush-it"]
    assert claims("Hold dear the back.") == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("It reduces fleas — they feed on stress.", []),
        ("It reduces fleas — and stress.", ["less-stress"]),
        ("It relieves fear that may be linked to stress.", []),
    ],
)
def test_how_far_an_effect_holds(text: str, made: list[str]) -> None:
    assert claims(text) == made
