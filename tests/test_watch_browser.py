"""The live preview as its reader sees it, in a Chromium that stays open."""

import json

import pytest

import browser
from driven import chromium
from test_watch import BAD, EXAMPLE, GOOD, served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.CHROMIUM is None, reason="Chromium is not installed"),
]

SHOWN = "(document.querySelector('#sheet img')?.alt ?? '')"


@pytest.fixture(scope="module")
def open_tab(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


@pytest.fixture
def tab(open_tab, source):
    with served(source) as server:
        tab = open_tab(server.url)
        tab.size(1200, 800)
        tab.until(SHOWN)
        yield tab
        tab.call("Page.close")


def retitled(source, title):
    text = source.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("title: "))
    source.write_text(text.replace(first, f"title: {title}"), encoding="utf-8")


def test_a_save_changes_the_picture_and_keeps_the_place(tab, source):
    tab.run("for (let i = 0; i < 3; i++) document.querySelector('[name=larger]').click()")
    tab.run("document.getElementById('sheet').scrollTo(150, 700)")
    place = "[...['scrollLeft', 'scrollTop'].map(n => document.getElementById('sheet')[n]), zoom]"
    before = tab.run(place)
    assert before[:2] == [150, 700]
    retitled(source, "Another title")
    tab.until(f"{SHOWN}.includes('Another title')")
    assert tab.run("document.title") == "Another title"
    assert tab.run("document.querySelector('h1').textContent") == "Another title"
    assert tab.run(place) == before
    assert tab.run("document.querySelectorAll('#sheet img').length") == 1


def test_the_faults_stand_over_the_last_good_picture(tab, source):
    said = "document.querySelector('#faults:not([hidden])')?.innerText"
    shown = tab.run("document.querySelector('#sheet img').src")
    source.write_text(BAD, encoding="utf-8")
    text = tab.until(said)
    assert f"{source}:3:28: journey.stages[0].importance" in text
    assert "The last good picture stands behind." in text
    assert tab.run("document.querySelectorAll('#faults li').length") == 2
    assert tab.run("document.querySelector('#sheet img').src") == shown
    assert tab.run("getComputedStyle(document.querySelector('#sheet img')).opacity") == "0.4"
    corner = "(({x, y}) => document.elementFromPoint(x + 5, y + 5).closest('#faults') !== null)"
    over = tab.run(f"{corner}(document.getElementById('faults').getBoundingClientRect())")
    assert over
    source.write_text(GOOD, encoding="utf-8")
    tab.until(f"{SHOWN}.includes('Coffee')")
    assert tab.run(f"{said} === undefined")
    assert tab.run("getComputedStyle(document.querySelector('#sheet img')).opacity") == "1"


def test_a_file_that_was_never_right_has_no_good_picture_behind_its_faults(open_tab, source):
    source.write_text(BAD, encoding="utf-8")
    with served(source) as server:
        tab = open_tab(server.url)
        text = tab.until("document.querySelector('#faults:not([hidden])')?.innerText")
        tab.call("Page.close")
    assert text.splitlines()[0].strip() == "This cannot be drawn."


def choose(tab, name, value):
    tab.run(
        f"(list => {{ list.value = {json.dumps(value)};"
        "list.dispatchEvent(new Event('change', {bubbles: true})) })"
        f"(document.querySelector('[name={name}]'))"
    )


def test_view_theme_and_language_are_chosen_in_the_page(tab):
    choose(tab, "view", "mindmap")
    tab.until("document.querySelector('#sheet img')?.src.includes('view=mindmap')")
    choose(tab, "theme", "dark")
    tab.until("document.querySelector('#sheet img')?.src.includes('view=mindmap&theme=dark')")
    assert tab.run("location.search") == "?view=mindmap&theme=dark"
    choose(tab, "language", "ru")
    tab.until(f"document.documentElement.lang === 'ru' && {SHOWN}")
    assert tab.run("document.querySelector('[name=view]').value") == "mindmap"
    # The address holds the choice, so that a page that is loaded anew has it still.
    tab.call("Page.reload")
    tab.until("document.querySelector('#sheet img')?.src.includes('theme=dark&language=ru')")


def test_zoom_goes_from_the_width_of_the_window_to_the_full_size(tab):
    level = "document.querySelector('[name=level]').textContent"
    wide = "document.querySelector('#sheet img').getBoundingClientRect().width"
    room = tab.run("document.getElementById('sheet').clientWidth")
    assert tab.run(wide) <= room
    fitted = tab.run(level)
    tab.run("document.querySelector('[name=larger]').click()")
    assert int(tab.run(level)[:-1]) > int(fitted[:-1])
    assert tab.run("document.querySelector('[name=fit]').getAttribute('aria-pressed')") == "false"
    tab.run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '0', bubbles: true}))")
    assert tab.run(level) == fitted


def test_nothing_is_blocked_and_everything_has_a_name(tab):
    assert tab.run("document.querySelector('#sheet img').naturalWidth") > 1000
    assert tab.run("document.getElementById('state').className") == "live"
    nameless = tab.run(
        "[...document.querySelectorAll('button, select, a, [role=region]')].filter(one =>"
        " !(one.getAttribute('aria-label') || one.textContent.trim() && one.tagName !== 'SELECT'"
        " || one.labels?.length)).map(one => one.outerHTML)"
    )
    assert nameless == []
    assert tab.run("document.styleSheets.length === 1 && typeof listen === 'function'")


@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_fits_the_window(tab, width):
    tab.size(width, 700)
    tab.until(f"innerWidth === {width}")
    assert tab.run("document.documentElement.scrollWidth") == width
    assert tab.run("document.querySelector('#sheet img').getBoundingClientRect().width") <= width
    assert tab.run("document.getElementById('sheet').clientHeight") > 300


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_either_scheme(tab, scheme, source):
    source.write_text(BAD, encoding="utf-8")
    tab.scheme(scheme)
    tab.until("!document.getElementById('faults').hidden")
    pairs = tab.run("""
        ['h1', 'label', 'select', 'button', '#alone', '#state', '#faults h2', '#faults li'].map(
          name => {
            const one = document.querySelector(name);
            let ground = one;
            const painted = () => getComputedStyle(ground).backgroundColor;
            while (painted() === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
            return [getComputedStyle(one).color, painted()];
          })
    """)
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def contrast(*colors):
    bright, dim = sorted((_light(color) for color in colors), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _light(color):
    parts = [int(part) / 255 for part in color[4:-1].split(", ")]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
