"""Pictures as a browser draws them: every text lies in the box that the layout gave it.

Chromium measures; it is asked twice for each picture, once with the letters that the picture
brings along and once with a font that the reader happens to have.
"""

import functools
import inspect
import itertools
import random
from contextlib import suppress

import pytest
from hypothesis import Phase, given, settings

import browser
import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap import fonts
from journeymap.geometry import Rect
from journeymap.labels import LANGUAGES
from journeymap.scene import texts
from journeymap.theme import THEMES
from journeymap.views import VIEWS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.CHROMIUM is None, reason="Chromium is not installed"),
]

MODES = ["embed", "system"]
BATCH = 60
"""How many pictures stand on one page."""

PARTS = 2
"""Into how many tests the pictures are shared out, so that they can run side by side."""

SLACK = 0.6
"""How far a text may stand out of its box, in px: what hinting and rounding make of a width.

The height needs no more: a line is 1.38 em high, Inter 1.21 em, DejaVu 1.16 em.
"""

OVERHANG = 0.13
"""How far the ink of a letter may stand out of its advance, in em: of j, of a slanted f."""


# The pictures


SAMPLES = [
    "Anna looks for a tool that answers new leads within fifteen minutes",
    "Покупка автоматизации продаж: от потерянных заявок до результатов",
    "Предпринимательница сравнивает энергоэффективность и водонепроницаемость",
    "顧客は製品を比較して、最後に購入します。", "서비스를 비교하고 결정합니다", "お客様の声を聞く",
    "שלום עולם 42 map", "العميل يقارن الأسعار 5%", "ordered 3 пиццы של אמא",
    "👩‍👩‍👧 family 😀 happy ⭐", "🚀🚀🚀", "Donaudampfschifffahrtsgesellschaftskapitän",
    "https://example.org/a/very/long/path?with=parameters&and=more#fragment", "x" * 60, "ж" * 45,
    "AVAWA To. Ty, r, f) «Ёлка» — № 5 → ★ ✓ 1 200 ₽", "e\u0301le\u0300ve", "a\u202eb", "1–2 weeks",
]  # fmt: skip


def mixed_journey(seed):
    """Return a journey written in many scripts, with cells from empty to full."""
    dice = random.Random(seed)  # noqa: S311 - pictures, no secrets

    def words():
        return dice.choice(SAMPLES)

    def sentence():
        return " ".join(dice.choices(SAMPLES, k=dice.randint(1, 3)))

    def some(most=3):
        return [f"{index} {sentence()}" for index in range(dice.randint(0, most))]

    stages = [
        jm.Stage(
            f"{number} {words()}",
            job=jm.Statement(sentence(), link="https://example.org/"),
            actions=some(),
            thoughts=some(2),
            touchpoints=some(),
            barriers=[
                jm.Barrier(
                    text,
                    jm.Statement(sentence(), link="https://example.org/answer"),
                    link=dice.choice([None, "https://example.org/trouble"]),
                )
                for text in some(2)
            ],
            recommendations=some(2),
            emotions=[jm.Emotion(text, dice.uniform(-2, 2)) for text in some(2)],
            duration=dice.choice([None, "1-2 weeks"]),
        )
        for number in range(dice.randint(1, 5))
    ]
    persona = jm.Persona(words(), criteria=some(), fears=some(), quote=sentence())
    kind = dice.choice(["b2b", "b2c"])
    return jm.Journey(sentence(), stages=stages, persona=persona, kind=kind)


@functools.cache
def generated():
    """Return 200 journeys: 150 full of text, 50 with any fields at all."""
    found = []

    @settings(max_examples=50, phases=[Phase.generate], database=None)
    @given(strategies.journeys())
    def collect(journey):
        found.append(journey)

    collect()
    return [*map(mixed_journey, range(150)), *found]


def takes_one_journey(view):
    asked = [p for p in inspect.signature(view).parameters.values() if p.default is p.empty]
    return len(asked) == 1


OTHERS = {
    name: view for name, view in VIEWS.items() if name != "swimlane" and takes_one_journey(view)
}


def pictures_of(journey, views, **options):
    """Yield a journey in some views, named."""
    for name, view in views.items():
        # There may be nobody to put on a persona card.
        with suppress(jm.OptionError):
            yield name, view(journey, **options)


def of_examples(part):
    """Yield every example of one part in every view, in every theme that moves something.

    What the labels of another language move is seen in one theme.
    """
    first, *further = {t.metrics: name for name, t in reversed(THEMES.items())}.values()
    looks = [(first, language) for language in LANGUAGES] + [(theme, None) for theme in further]
    views = {"swimlane": jm.swimlane, **OTHERS}
    seen = set()
    for name, (theme, language) in itertools.product(EXAMPLES[part::PARTS], looks):
        for view, picture in pictures_of(example(name), views, theme=theme, language=language):
            lines = tuple((t.text, t.origin, t.width, t.style) for t in texts(picture.scene.items))
            if lines not in seen:
                seen.add(lines)
                yield f"{name} {view} {theme} {language}", picture


def of_generated(part):
    """Yield every generated journey of one part as a map, and by turns in one of the others."""
    for number, journey in list(enumerate(generated()))[part::PARTS]:
        turn = [*OTHERS][number // PARTS % len(OTHERS)]
        views = {"swimlane": jm.swimlane, turn: OTHERS[turn]}
        for view, picture in pictures_of(journey, views):
            yield f"generated {number} {view}", picture


def seen(pictures, folder):
    """Yield each picture, named, with what the browser says of it in each kind of text."""
    pictures = iter(pictures)
    while batch := list(itertools.islice(pictures, BATCH)):
        modes = [
            browser.measured([in_mode(picture, mode).svg for _, picture in batch], folder)
            for mode in MODES
        ]
        for (name, picture), *found in zip(batch, *modes, strict=True):
            yield name, picture, dict(zip(MODES, found, strict=True))


def in_mode(picture, mode):
    """Return the same picture with its text in another form, without laying it out again."""
    return jm.Diagram(picture.scene, picture.boxes, mode)


# What has to hold


def lines_of(picture):
    """Return the lines of text in the order of painting, each with the box that it has to lie in.

    A line stands in its box exactly where the layout says; so the place finds the box.
    """
    boxes = {
        (line.text, line.start, line.width): box.rect
        for box in picture.boxes.walk()
        for line in box.lines
    }
    lines = list(texts(picture.scene.items))
    return [(line, boxes[line.text, line.origin, line.width]) for line in lines]


def faults(picture, found):
    """Yield in words what is wrong with a picture as the browser draws it."""
    lines = lines_of(picture)
    said = [line.text for line, _ in lines]
    if said != [text["text"] for text in found["texts"]]:
        yield "the browser reads another text"
        return
    both = [
        (line, box, text)
        for (line, box), text in zip(lines, found["texts"], strict=True)
        if line.text.strip()
    ]
    for line, box, text in both:
        yield from (f"{fault}: {line.text!r}" for fault in out_of_box(line, box, text))
    yield from touching([text for _, _, text in both])
    sheet = Rect(0, 0, picture.width, picture.height)
    for tag, *place in [*found["shapes"], *(["text", *text["box"]] for _, _, text in both)]:
        if not sheet.contains(Rect(*place), slack=SLACK):
            yield f"{tag} at {place} lies outside the sheet"


def out_of_box(line, box, text):
    """Yield what stands out of a box: the advances of the letters, or their ink."""
    # Without letters: invisible characters, or a text that the browser leaves out.
    left, right = text["advance"] or (line.origin.x, line.origin.x)
    if left < box.x - SLACK or right > box.right + SLACK:
        yield f"letters from {left} to {right} in {box}"
    if abs(right - left - line.width) > SLACK:
        yield f"letters {right - left} wide instead of {line.width}"
    ink = Rect(*text["box"])
    if not box.inset(-OVERHANG * line.style.size, 0).contains(ink, slack=SLACK):
        yield f"ink at {ink} in {box}"


def touching(found):
    """Yield each pair of texts that share a place."""
    rows = sorted(((Rect(*text["box"]), text["text"]) for text in found), key=lambda row: row[0].y)
    for index, (rect, text) in enumerate(rows):
        for other, words in itertools.islice(rows, index + 1, None):
            if other.y >= rect.bottom:
                break
            if rect.overlaps(other, slack=SLACK):
                yield f"{text!r} and {words!r} overlap"


def check_boxes(name, picture, found):
    """Fail where a text stands out of its box, in whatever font."""
    for mode in MODES:
        wrong = list(faults(picture, found[mode]))
        assert not wrong, "\n".join([f"{name} {mode}", *wrong[:10]])


def check_widths(name, picture, found):
    """Fail where the letters that a picture brings along are not as wide as they were measured."""
    own = found["texts"][0]["family"]
    assert [own, "loaded"] in found["fonts"], name
    assert [own, "error"] not in found["fonts"], name
    for line, text in zip(texts(picture.scene.items), found["texts"], strict=True):
        if fonts.missing(line.text):
            continue
        # Words are measured one by one, so what letters kern over a space is not seen.
        unseen = 0.1 + 0.05 * line.style.size * line.text.count(" ")
        assert text["natural"] == pytest.approx(line.width, abs=unseen), (name, line)


@pytest.mark.parametrize("part", range(PARTS))
def test_examples_are_drawn_as_they_were_measured(part, tmp_path):
    count = 0
    for name, picture, found in seen(of_examples(part), tmp_path):
        count += len(found["embed"]["texts"])
        check_boxes(name, picture, found)
        check_widths(name, picture, found["embed"])
    assert count > 1000


@pytest.mark.parametrize("part", range(PARTS))
def test_every_text_of_generated_journeys_lies_in_its_box(part, tmp_path):
    count = 0
    for name, picture, found in seen(of_generated(part), tmp_path):
        count += len(found["embed"]["texts"])
        check_boxes(name, picture, found)
    assert count > 1000


FOREIGN = [
    "J\u0378", "J\u0378 J\u0379J", "Jan \u0378\u0379 Jupp", "J\U000c2c39", "J\ufdd5", "\u0378J",
    "jJ\ue000Jj", "J🚀J", "J\u07fb\u07fc J\u0590\u0591J", "jJ\U00010fff", "J שלום J", "日本 J 語",
    "fJ\u0300\u0378", "אJ\u0378",
]  # fmt: skip
"""Letters that reach out of their width, beside those that a reader's font may draw narrow."""


@pytest.mark.parametrize("mode", MODES)
def test_letters_do_not_bear_how_wide_foreign_ones_are_drawn(mode, tmp_path):
    stages = [jm.Stage(text, job=text, actions=[text], touchpoints=[text]) for text in FOREIGN]
    picture = jm.swimlane(jm.Journey("J\u0378", stages=stages), text=mode)
    (found,) = browser.measured([picture.svg], tmp_path)
    assert list(faults(picture, found)) == []


def test_pictures_on_one_page_do_not_disturb_each_other(tmp_path):
    first, second = (jm.swimlane(example(name)).svg for name in ("minimal", "sales-automation-ru"))
    alone = [browser.measured([svg], tmp_path)[0] for svg in (first, second)]
    together = browser.measured([first, second, first, second], tmp_path)
    for before, after in zip([*alone, *alone], together, strict=True):
        for part in ("size", "page", "texts", "shapes"):
            assert before[part] == after[part]


def test_a_page_around_changes_no_text(tmp_path):
    style = """
        body { direction: rtl; font: italic bold 40px/3 serif; letter-spacing: 9px;
               word-spacing: 9px; text-anchor: end; text-align: center; color: red }
    """
    svg = jm.swimlane(example("sales-automation-ru")).svg
    assert browser.measured([svg], tmp_path)[0] == browser.measured([svg], tmp_path, style)[0]
