"""Words exist in every language, and durations are said in them."""

import attrs
import pytest

import journeymap as jm
from journeymap.labels import LANGUAGES, labels_for, labels_of
from journeymap.layout.footer import facts_among
from soundness import text_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    english, other = labels_of("en"), labels_of(language)
    for field in attrs.fields(type(english)):
        words = getattr(english, field.name)
        if isinstance(words, dict):
            assert list(getattr(other, field.name)) == list(words), field.name


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("1 week", "1\xa0week", "1\xa0неделя"),
        ("1-2 weeks", "1–2\xa0weeks", "1–2\xa0недели"),
        ("7-13 weeks", "7–13\xa0weeks", "7–13\xa0недель"),
        ("21 days", "21\xa0days", "21\xa0день"),
        ("11 years", "11\xa0years", "11\xa0лет"),
        ("1.5 hours", "1.5\xa0hours", "1,5\xa0часа"),
    ],
)
def test_durations_are_said_in_words(text, english, russian):
    duration = jm.Duration(text)
    assert labels_of("en").duration(duration) == english
    assert labels_of("ru").duration(duration) == russian


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (1, "Facts: 0% of 1 statement", "Факты: 0\xa0% из 1 утверждения"),
        (21, "Facts: 0% of 21 statements", "Факты: 0\xa0% из 21 утверждения"),
        (22, "Facts: 0% of 22 statements", "Факты: 0\xa0% из 22 утверждений"),
        (25, "Facts: 0% of 25 statements", "Факты: 0\xa0% из 25 утверждений"),
    ],
)
def test_statements_are_counted_in_words(count, english, russian):
    assert facts_among(0.0, count, labels_of("en")) == english
    assert facts_among(0.0, count, labels_of("ru")) == russian


def test_the_language_is_the_journeys_unless_asked_for():
    assert labels_for(None, "ru-RU").language == "ru"
    assert labels_for(None, "fi").language == "en"
    assert labels_for("ru", "en").language == "ru"


@pytest.mark.parametrize(
    ("phrase", "english", "russian"),
    [
        ("I sign.", "“I sign.”", "«I sign»."),
        ("Why? I sign!", "“Why? I sign!”", "«Why? I sign!»"),
        ("And then…", "“And then…”", "«And then…»"),
        ("And then...", "“And then...”", "«And then...»"),
        ("I sign", "“I sign”", "«I sign»"),
        ("CRM, 1С и т.\xa0д.", "“CRM, 1С и т.\xa0д.”", "«CRM, 1С и т.\xa0д.»"),
        ("«Подпишу.»", "«Подпишу.»", "«Подпишу.»"),
        (".", "“.”", "«.»"),
    ],
)
def test_a_phrase_stands_in_quotation_marks_with_its_stop(phrase, english, russian):
    assert labels_of("en").spoken(phrase) == english
    assert labels_of("ru").spoken(phrase) == russian


@pytest.mark.parametrize("view", ["swimlane", "mindmap", "table", "cycle"])
def test_what_the_customer_says_ends_as_the_language_has_it(view):
    stage = jm.Stage("Выбор", thoughts=["Подпишу."], emotions=[jm.Emotion("страх", -1)])
    journey = jm.Journey("t", language="ru", stages=[stage])
    assert "«Подпишу»." in text_of(getattr(jm, view)(journey).boxes)
    assert "“Подпишу.”" in text_of(getattr(jm, view)(journey, language="en").boxes)
