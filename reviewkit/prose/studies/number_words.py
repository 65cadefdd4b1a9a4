"""How people write numbers and what they count: words, units of time and of measurement, people."""

from __future__ import annotations

#: Numbers in words, as far as people write them out.
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
WORDS |= {word: 10 * value for value, word in enumerate(TENS, 2)}
WORDS |= {
    f"{ten}{gap}{unit}": WORDS[ten] + WORDS[unit]
    for ten in TENS
    for unit in _UNITS[1:10]
    for gap in ("-", " ")
}
WORDS |= {"a dozen": 12, "hundred": 100, "a hundred": 100, "one hundred": 100}
#: A number in words, as a pattern: the longest that stands there, and whole words. Written as tens
#: with units, since a list of all would be tried word by word at every word of a text.
IN_WORDS = (
    r"(?:(?:(?:a|one) )?hundred|a dozen|"
    rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS)})\b"
)

#: Units of time, by what they are called; each with its length in days.
DAYS = {
    "seconds": 1 / 86_400,
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 365.25 / 12,
    "years": 365.25,
}
#: Units of one session; all others are of a course or of a point within it.
SHORT = frozenset({"seconds", "minutes", "hours"})
TIME = {
    "seconds": "seconds",
    "secs": "seconds",
    "minute": "minutes",
    "min": "minutes",
    "mins": "minutes",
    "hour": "hours",
    "hr": "hours",
    "hrs": "hours",
    "day": "days",
    "week": "weeks",
    "wk": "weeks",
    "wks": "weeks",
    "month": "months",
    "year": "years",
    "yr": "years",
    "yrs": "years",
}
#: Units of measurement that are spelt in several ways; others are taken as they are written.
MEASURE = {
    "millimeter": "mm",
    "millimetre": "mm",
    "millimeters": "mm",
    "millimetres": "mm",
    "micron": "µm",
    "microns": "µm",
    "micrometer": "µm",
    "micrometre": "µm",
    "micrometers": "µm",
    "micrometres": "µm",
    "um": "µm",
    "μm": "µm",
    "mm hg": "mmHg",
    "mmhg": "mmHg",
    "beats per minute": "bpm",
    "bpm": "bpm",
    "points": "points",
    "point": "points",
    "cm": "cm",
    "mm": "mm",
    "µm": "µm",
    "ng/ml": "ng/mL",
    "pg/ml": "pg/mL",
    "µg/dl": "µg/dL",
    "°c": "°C",
}
#: Whom a study counts.
PEOPLE = [
    "men",
    "man",
    "women",
    "woman",
    "males",
    "male",
    "females",
    "female",
    "participants",
    "participant",
    "people",
    "persons",
    "person",
    "subjects",
    "subject",
    "volunteers",
    "volunteer",
    "patients",
    "patient",
    "individuals",
    "individual",
    "respondents",
    "respondent",
    "adults",
    "adult",
    "workers",
    "worker",
    "employees",
    "students",
    "student",
    "nurses",
    "nurse",
    "users",
    "user",
    "children",
    "sufferers",
    "customers",
    "clients",
    "guys",
    "ladies",
    "babies",
    "infants",
    "athletes",
    "mothers",
    "cases",
    "members",
    "staff",
    "teachers",
    "doctors",
    "colleagues",
    "pupils",
    "girls",
    "boys",
    "inpatients",
    "outpatients",
    "dancers",
    "runners",
    "sleepers",
    "pensioners",
]
#: Nouns that count something near to people, which a record may count otherwise.
NEAR_PEOPLE = frozenset({"cases", "members", "staff", "doctors", "colleagues"})
