"""The vocabulary of the shipped review, on sentences of our own: what links, what stays silent."""

from pathlib import Path

import pytest

from reviewkit.index import open_index
from reviewkit.prose import vocabulary
from reviewkit.prose.compiling import compile_vocabulary
from reviewkit.prose.reading import Reading, read
from reviewkit.prose.text import Document
from tests.unit.prose.reader import sentence

REVIEW = Path(__file__).parents[3] / "evidence" / "head-massage"


@pytest.fixture(scope="module")
def compiled() -> vocabulary.Vocabulary:
    return compile_vocabulary(open_index(REVIEW))


def reading(text: str, compiled: vocabulary.Vocabulary) -> Reading:
    made = Document(file="f", title="On scalp massage", sentences=(sentence(text),))
    (found,) = read(made, compiled)
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It lowers your blood pressure and your pulse rate.", "blood-pressure heart-rate"),
        ("It may help with stress, worry and tension headaches.", "stress headache"),
        ("Head massage lowered anxiety in nurses.", "anxiety"),
        ("Say goodbye to migraines.", "migraine"),
        ("Massaging each night left my hair noticeably thicker.", "hair-thickness"),
        ("Muscle tension melts away.", "muscle-tension"),
        ("Regular massage slows hair loss.", "hair-loss"),
        ("It will make your hair grow.", "hair-growth"),
        ("Rub the scalp with your fingers.", "technique"),
        ("Gently rub the scalp with your fingers.", "technique"),
        ("It releases endorphins.", "endorphin"),
        ("By lowering cortisol it lifts your mood.", "cortisol mood"),
        ("Warmth brings blood flow, which massage increases.", "scalp-blood-flow"),
        ("Serotonin and dopamine both rise.", "serotonin dopamine"),
        ("The pulse slows and blood pressure comes down.", "heart-rate blood-pressure"),
        ("It frees knotted shoulders and clears blocked sinuses.", "muscle-tension sinus"),
        ("It carries off toxins by way of the lymph nodes.", "lymphatic"),
        ("A clenched jaw and a stiff neck are soothed.", "tmj neck-pain"),
        ("You wind down, and worries let go.", "relaxation stress"),
        ("Face, neck and shoulders are worked on too.", "head-vs-scalp"),
        ("Head massage has been handed down for generations.", "traditional"),
        ("The studies are small and without a control group.", "evidence"),
        ("For hair loss it is no substitute for your prescribed treatment.", "not-sole"),
        ("It brings energy back into balance through the chakras.", "energy-balance"),
        ("It is rooted in Ayurveda.", "traditional"),
        ("Head massage works on the back, shoulders, neck and scalp.", "head-vs-scalp"),
        ("Our scalp facial includes exfoliation, a mask and a massage.", "scalp-facial"),
        ("Headaches become less frequent.", "headache"),
        ("New hairs appeared along the hairline.", "new-hair"),
        ("Scalp massage is great for the health of your scalp.", "scalp-health"),
        ("You don't need any tools, just your hands.", "self-massage"),
    ],
)
def test_sentences_link(text: str, wanted: str, compiled: vocabulary.Vocabulary) -> None:
    links = [link.claim for link in reading(text, compiled).links]
    starts = wanted.split()
    assert len(links) == len(starts)
    assert all(link.startswith(start) for link, start in zip(links, starts, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Prices start at £40 for half an hour.",
        "I qualified as a therapist after ten years in banking.",
        "Whisk the oil and honey until smooth.",
        "Hair loss affects both men and women.",
        "Stress is a common cause of hair loss.",
        "Our hair grows about half an inch a month.",
        "Finasteride reduces hair loss in men.",
        "Many treatments for headache exist.",
        "It is easy to feel pain in the neck.",
        "Carrier oils and mood have little in common.",
        "Stop if you feel pain or dizziness.",
        "Poor care can lead to dryness and itching.",
        "Book now and relax!",
        "The study had 34 participants.",
        "Cortisol is made in the adrenal glands.",
        "High blood pressure can harm the kidneys.",
        "Facial massage firms the cheeks and relieves stress.",
        "In this article we look at stress relief.",
        "After some more research, I tried it.",
        "Massage your scalp.",
        "A deep cleanse costs extra.",
        "She has treated patients with dryness and dandruff.",
    ],
)
def test_sentences_stay_silent(text: str, compiled: vocabulary.Vocabulary) -> None:
    assert not reading(text, compiled).checkable


@pytest.mark.parametrize(
    "text",
    [
        "It boosts the immune system.",
        "You will enjoy better sleep.",
        "There are no side effects.",
        "It sharpens focus and memory.",
        "Sore eyes are relieved.",
    ],
)
def test_sentences_are_not_covered(text: str, compiled: vocabulary.Vocabulary) -> None:
    found = reading(text, compiled)
    assert found.checkable
    assert found.links == ()


def test_a_bullet_of_signs_under_a_lead_in_is_read(compiled: vocabulary.Vocabulary) -> None:
    bullet = sentence("•••", kind="bullet", lead_in="Why does hair loss and stress come:")
    made = Document(file="f", title="On scalp massage", sentences=(bullet,))
    (found,) = read(made, compiled)
    assert found.sentence is bullet
