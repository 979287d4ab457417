"""Pictures measured from outside: what headless Chromium says of the elements that it has drawn.

No driver library is needed: pictures stand inline on one page, a script measures them there and
writes what it found into the page, and Chromium prints the page.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)

_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")

# Waits for the pictures' own fonts, then measures every element of every picture, in px of the
# picture. At the end all that stretches or hints a text is taken away at once, to see how wide its
# letters are by themselves.
_SCRIPT = """
async function measure() {
  const round = number => Math.round(number * 1000) / 1000;
  const box = (element, edge = 0) => {
    const {x, y, width, height} = element.getBBox();
    return [x - edge, y - edge, width + 2 * edge, height + 2 * edge].map(round);
  };
  // From where to where the letters reach, by their advances.
  const advance = text => {
    const places = [];
    for (let index = 0; index < text.getNumberOfChars(); index++) {
      places.push(text.getStartPositionOfChar(index).x, text.getEndPositionOfChar(index).x);
    }
    return places.length ? [Math.min(...places), Math.max(...places)].map(round) : null;
  };
  const pictures = [...document.querySelectorAll("body > div > svg")];
  for (const text of document.querySelectorAll("svg text")) text.getComputedTextLength();
  await document.fonts.ready;
  const found = pictures.map(picture => {
    const view = picture.viewBox.baseVal;
    const page = picture.getBoundingClientRect();
    return {
      size: [view.width, view.height],
      page: [page.width, page.height].map(round),
      fonts: [...document.fonts].map(font => [font.family.replaceAll('"', ""), font.status]),
      texts: [...picture.querySelectorAll("text")].map(text => ({
        text: text.textContent,
        box: box(text),
        advance: advance(text),
        length: round(text.getComputedTextLength()),
        family: getComputedStyle(text).fontFamily.split(",")[0].replaceAll('"', ""),
      })),
      shapes: [...picture.querySelectorAll(
        "rect, circle, ellipse, line, path, polygon, polyline, use:not([transform])"
      )]
        .filter(shape => !shape.closest("defs, clipPath"))
        .map(shape => {
          // What is drawn once and used often is painted in its definition.
          const drawn = shape.href ? document.querySelector(shape.href.baseVal) : shape;
          const style = getComputedStyle(drawn);
          const edge = style.stroke === "none" ? 0 : parseFloat(style.strokeWidth) / 2;
          return [shape.tagName, ...box(shape, edge)];
        }),
    };
  });
  for (const text of document.querySelectorAll("svg text")) {
    text.removeAttribute("textLength");
    text.removeAttribute("lengthAdjust");
    text.style.textRendering = "geometricPrecision";
  }
  pictures.forEach((picture, index) => {
    [...picture.querySelectorAll("text")].forEach((text, place) => {
      found[index].texts[place].natural = round(text.getComputedTextLength());
    });
  });
  const answer = document.createElement("pre");
  answer.id = "answer";
  answer.textContent = JSON.stringify(found);
  document.body.replaceChildren(answer);
}
measure().catch(error => {
  document.body.innerHTML = "<pre id=answer></pre>";
  document.getElementById("answer").textContent = JSON.stringify(String(error));
});
"""


def measured(pictures, folder, style=""):
    """Return what Chromium says of SVG documents that stand inline on one page, one by one.

    Args:
        pictures: The documents.
        folder: Where the page may be written.
        style: CSS of the page around them.
    """
    page = Path(folder) / "page.html"
    bodies = "\n".join(f"<div>{picture}</div>" for picture in pictures)
    page.write_text(
        f"<!doctype html><meta charset=utf-8><title>t</title><style>{style}</style><body>{bodies}"
        f"<script>{_SCRIPT}</script>",
        encoding="utf-8",
    )
    printed = run(["--virtual-time-budget=100000", "--dump-dom", page.as_uri()], folder)
    answer = re.search(r'<pre id="answer">(.*?)</pre>', printed, re.DOTALL)
    assert answer, printed[-2000:]
    found = json.loads(html.unescape(answer.group(1)))
    assert isinstance(found, list), found
    return found


def run(words, folder):
    """Run Chromium without a window and return what it prints."""
    folder = Path(folder)
    return subprocess.run(  # noqa: S603 - the browser of this machine on a page of our own
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            # Boxes are rounded to whole px of the screen: with four to one of ours, to a quarter.
            "--force-device-scale-factor=4",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            f"--user-data-dir={folder / 'profile'}",
            *words,
        ],
        env={**os.environ, **_fonts(folder)},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    ).stdout


def _fonts(folder):
    """Return the environment in which a browser finds no font but DejaVu, if DejaVu is there.

    It is the widest of the fonts that a reader is likely to have: what fits in it fits in others.
    """
    if not _DEJAVU.is_dir():
        return {}
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{_DEJAVU}</dir><cachedir>{folder / 'fontcache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(config)}
