"""Makes zero.woff2: the zero of Atkinson Hyperlegible Next without its slash, in every weight and width of digits.

python make-zero.py node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/*-latin-wght-normal.woff2 \
  lib/ui/font/zero.woff2    (needs fonttools and brotli)
"""

import sys
from array import array

from fontTools import subset
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

source, target = sys.argv[1:]
options = subset.Options()
options.layout_features = ["tnum"]
options.hinting = False
options.name_IDs = [0, 13, 14]
options.drop_tables += ["GPOS", "MVAR", "STAT", "gasp"]
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=[ord("0")])
subsetter.subset(font)

name = font.getBestCmap()[ord("0")]
glyph = font["glyf"][name]
points, flags = list(glyph.coordinates), list(glyph.flags)
# The outline, and the counter in two halves with the slash between them.
assert glyph.endPtsOfContours == [15, 26, 38]
OUTLINE, MIDDLE = range(16), 16
lower_left, upper_right = [*range(23, 27), MIDDLE], list(range(31, 37))


def mirrored(half):
    return [(index, True) for index in reversed(half[1:-1])]


# The counter without a slash: the curve of each half, and the same one mirrored about the middle.
counter = [
    *[(index, False) for index in lower_left],
    *mirrored(lower_left),
    *[(index, False) for index in upper_right],
    *mirrored(upper_right),
]


def without_slash(values):
    middle = values[MIDDLE][0]
    kept = [values[index] for index in OUTLINE]
    return kept + [(2 * middle - values[i][0] if turned else values[i][0], values[i][1]) for i, turned in counter]


for variation in font["gvar"].variations[name]:
    deltas = variation.coordinates
    variation.coordinates = without_slash(deltas) + deltas[len(points) :]
glyph.coordinates = GlyphCoordinates(without_slash(points))
glyph.flags = array("B", [flags[i] & 1 for i in [*OUTLINE, *[index for index, _ in counter]]])
glyph.numberOfContours = 2
glyph.endPtsOfContours = [15, len(glyph.coordinates) - 1]
glyph.recalcBounds(font["glyf"])
font.flavor = "woff2"
font.save(target)
