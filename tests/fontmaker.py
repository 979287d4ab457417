"""Small fonts for tests: each letter is a box, as wide as it is told."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont


def box(pen, width):
    pen.moveTo((50, 0))
    pen.lineTo((50, 700))
    pen.lineTo((width - 50, 700))
    pen.lineTo((width - 50, 0))
    pen.closePath()
    return pen


def font(
    letters, *, family="Boxes", width=1000, weight=400, rights=0, curves="TrueType", empty=False
):
    """Return the bytes of a font with `letters`, 1000 units to the em.

    Args:
        letters: The characters that it has.
        family: The name of its family.
        width: How wide each letter is.
        weight: From 1 to 1000.
        rights: `fsType` of the table OS/2.
        curves: TrueType, CFF, or none at all.
        empty: Whether nothing is drawn for any letter.
    """
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=curves != "CFF")
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in letters})
    if curves == "TrueType":
        draw = {name: TTGlyphPen(None) for name in names}
        glyphs = {name: (pen if empty else box(pen, width)).glyph() for name, pen in draw.items()}
        builder.setupGlyf(glyphs)
    elif curves == "CFF":
        draw = {name: box(T2CharStringPen(width, None), width) for name in names}
        strings = {name: pen.getCharString() for name, pen in draw.items()}
        builder.setupCFF(family, {}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (width, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(fsType=rights, usWeightClass=weight)
    builder.setupPost()
    output = io.BytesIO()
    builder.font.save(output)
    return output.getvalue()


def collection(*fonts):
    """Return the bytes of a file with several fonts."""
    whole = TTCollection()
    whole.fonts = [TTFont(io.BytesIO(data)) for data in fonts]
    output = io.BytesIO()
    whole.save(output)
    return output.getvalue()
