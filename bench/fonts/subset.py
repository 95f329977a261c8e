"""Cuts the characters that the fonts of the packages lack out of Noto Sans CJK SC (SIL Open Font License 1.1).

    pip install fonttools brotli
    python bench/fonts/subset.py NotoSansCJK-Regular.ttc node_modules src/pictures/fonts/rare

Writes a few files of some 3,000 characters each, so that a page with one rare character loads little, and
`unicode.json`, which tells what is in each of them in the form of the Fontsource packages.
"""

import json
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SIMPLIFIED = 2  # number of the face in the collection
CHARACTERS_A_FILE = 3_000


def declared(folder):
    with open(os.path.join(folder, "unicode.json"), encoding="utf-8") as file:
        ranges = ",".join(json.load(file).values()).split(",")
    found = set()
    for it in ranges:
        first, _, last = it.strip()[2:].partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def is_han(code):
    return 0x3400 <= code < 0x4DC0 or 0x4E00 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or code >= 0x20000


def ranges_of(codes):
    parts = []
    for code in codes:
        if parts and parts[-1][1] == code - 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return ",".join(f"U+{a:x}" if a == b else f"U+{a:x}-{b:x}" for a, b in parts)


def cut(source, codes, file):
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = []
    font = TTFont(source, fontNumber=SIMPLIFIED)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(file)


def main(source, modules, out):
    packages = os.path.join(modules, "@fontsource-variable")
    known = declared(os.path.join(packages, "noto-serif-sc"))
    actual = set()
    for name in os.listdir(os.path.join(packages, "noto-serif-sc", "files")):
        actual |= set(TTFont(os.path.join(packages, "noto-serif-sc", "files", name)).getBestCmap())
    have = TTFont(source, fontNumber=SIMPLIFIED).getBestCmap()
    lacking = sorted(set(have) - (known & actual))
    groups = [[c for c in lacking if is_han(c)], [c for c in lacking if 0xAC00 <= c < 0xD7A4]]
    rest = [c for c in lacking if c not in set(groups[0]) | set(groups[1]) and 0xA0 <= c < 0xE000]
    os.makedirs(out, exist_ok=True)
    index = {}
    for codes in [*groups, rest]:
        for at in range(0, len(codes), CHARACTERS_A_FILE):
            part = codes[at : at + CHARACTERS_A_FILE]
            key = str(len(index))
            cut(source, part, os.path.join(out, f"rare-{key}.woff2"))
            index[key] = ranges_of(part)
    with open(os.path.join(out, "unicode.json"), "w", encoding="utf-8") as file:
        json.dump(index, file, indent=2)
        file.write("\n")


main(*sys.argv[1:])
