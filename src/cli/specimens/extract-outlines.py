#!/usr/bin/env python3
"""Turns glyphs of two free fonts into the outline tables beside this file. Run by hand when a character is missing:

    pip install fonttools && python3 src/cli/specimens/extract-outlines.py

Fonts (Debian packages fonts-ocr-b and fonts-dejavu-core):
  OCR B   by Matthew Skala after Norbert Schwarz, public domain / "use, modify and distribute without limitation"
  DejaVu  Copyright (c) 2003 Bitstream, Inc.; DejaVu changes are in the public domain (Bitstream Vera licence)
"""
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

UNITS = 1000
MRZ = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;-/()'&#+*"
HERE = Path(__file__).parent
PUBLIC_DOMAIN = "Public domain; from OCR B by Matthew Skala after Norbert Schwarz (Debian fonts-ocr-b)."
VERA = (
    "A subset of DejaVu Sans. Copyright (c) 2003 by Bitstream, Inc. All Rights Reserved. Bitstream Vera is a trademark of\n"
    " * Bitstream, Inc. DejaVu changes are in public domain. The licence stands in LICENSE-DejaVu.txt beside this file."
)


def extract(source, characters, target, name, note):
    font = TTFont(source)
    glyphs, cmap, metrics = font.getGlyphSet(), font.getBestCmap(), font["hmtx"]
    scale = UNITS / font["head"].unitsPerEm
    rows = []
    for character in characters:
        glyph = cmap[ord(character)]
        pen = SVGPathPen(glyphs, ntos=lambda value: str(round(value)))
        # Fonts grow upwards, SVG downwards.
        glyphs[glyph].draw(TransformPen(pen, Transform(scale, 0, 0, -scale, 0, 0)))
        key = "'\\''" if character == "'" else f"'{character}'"
        rows.append(f"    [{key}, {{advance: {round(metrics[glyph][0] * scale)}, path: '{pen.getCommands()}'}}],")
    body = "\n".join(rows)
    (HERE / target).write_text(
        f"/**\n * Glyph outlines, written by extract-outlines.py; do not edit.\n * {note}\n */\n"
        "import type {Face} from './draw-text.ts';\n\n"
        f"// prettier-ignore\nexport const {name}: Face = {{\n  unitsPerEm: {UNITS},\n  glyphs: new Map([\n{body}\n  ]),\n}};\n"
    )


extract("/usr/share/fonts/opentype/ocr-b/OCRB.otf", MRZ, "face-ocr-b.ts", "ocrB", PUBLIC_DOMAIN)
dejavu = "/usr/share/fonts/truetype/dejavu/"
extract(dejavu + "DejaVuSans.ttf", TEXT, "face-sans.ts", "sans", VERA)
extract(dejavu + "DejaVuSans-Bold.ttf", TEXT, "face-sans-bold.ts", "sansBold", VERA)
