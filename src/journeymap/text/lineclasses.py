"""The line breaking class of each character, after UAX #14 of Unicode 16.

A class is one letter here, so that rules can be regular expressions over the classes of a text.
Most classes follow from what `unicodedata` knows; `_LISTED` has what does not.

    A letters and signs without a rule   H Hebrew letters         N digits
    I ideographs and pictures            O opening  o the same, wide   C closing   c ) and ]
    " quotes  < opening ones  > closing ones     E ! and ?        S . , : ;         / slash
    - hyphen-minus  h hyphen  B break after      b break before   2 em dash
    P before numbers  p after numbers    n never starts a line    x ellipsis
    G glue   W word joiner  Z zero width space  z zero width joiner   M marks     @ objects
    J V T L l parts of Hangul            R letters of flags       e m emoji and their skin tones
    K k a F f 0 aksaras and their parts  X pictures that Unicode may yet add
"""

from __future__ import annotations

import functools
import unicodedata

from journeymap.text.tables import ClassTable

_LISTED = {
    " ": "20",
    "-": "2d",
    "h": "2010",
    "/": "2f",
    "2": "2014 2e3a-2e3b",
    "@": "fffc",
    "W": "2060 feff",
    "Z": "200b",
    "z": "200d",
    "0": "25cc",
    "m": "1f3fb-1f3ff",
    "k": "11003-11004 1193f 11941",
    "f": "1b44 a9c0 11046 1134d 1193e",
    "F": "1bf2-1bf3",
    "x": "2024-2026 22ef fe19 10af6",
    "c": "29 5d 2e56 2e58 2e5a 2e5c",
    "P": "2b 5c b1 2116 2212-2213",
    "O": "a1 bf 2e18 13258-1325a 13286 13288 13379 13437 145ce 1e95e-1e95f",
    "S": "2c 2e 3a-3b 37e 589 60c-60d 7f8 2044",
    "C": (
        "3001-3002 fe10-fe12 fe50 fe52 ff0c ff0e ff61 ff64 1325b-1325d 13282 13287 13289 "
        "1337a-1337b 13438 145cf"
    ),
    "G": (
        "a0 34f 35c-362 f08 f0c f12 fd9-fda 180e 1dcd 1dfc 2007 2011 202f fe20 fe22 fe24 "
        "fe26-fe27 fe29 fe2b fe2d-fe2e 1107f 13430-13436 16fe4"
    ),
    '"': "22 27 275b-2760 2e00-2e01 2e06-2e08 2e0b 1f676-1f678",
    "R": "1f1e6-1f1ff",
    "p": (
        "25 a2 b0 609-60b 66a 9f2-9f3 9f9 d79 2030-2037 2057 20a7 20b6 20bb 20be 20c0 2103 2109 "
        "a838 fdfc fe6a ff05 ffe0 11fdd-11fe0 1ecac 1ecb0"
    ),
    "N": "600-605 66b-66c 6dd 890-891 8e2 19da 110bd 110cd",
    "E": (
        "21 3f 5c6 61b 61d-61f 6d4 7f9 f0d-f11 f14 1802-1803 1808-1809 1944-1945 2762-2763 2cf9 "
        "2cfe 2e2e 2e53-2e54 a60e a876-a877 fe15-fe16 fe56-fe57 ff01 ff1f 115c4-115c5 11c71"
    ),
    "b": (
        "b4 2c8 2cc 2df c77 c84 f01-f04 f06-f07 f09-f0a fd0-fd1 fd3 1806 1ffd a874-a875 a8fc "
        "11175 111db 115c1 11660-1166c 119e2 11a3f 11a45 11a9e-11aa0 11c70"
    ),
    "n": (
        "17d6 203c-203d 2047-2049 3005 301c 303b-303c 3041 3043 3045 3047 3049 3063 3083 3085 "
        "3087 308e 3095-3096 309b-309e 30a0-30a1 30a3 30a5 30a7 30a9 30c3 30e3 30e5 30e7 30ee "
        "30f5-30f6 30fb-30fe 31f0-31ff a015 fe13-fe14 fe54-fe55 ff1a-ff1b ff65 ff67-ff70 "
        "ff9e-ff9f 16fe0-16fe3 1b150-1b167 1f679-1f67b"
    ),
    "H": "5d0-5f2 fb1d fb1f-fb28 fb2a-fb4f",
    "J": "1100-115f a960-a97c",
    "V": "1160-11a7 d7b0-d7c6",
    "T": "11a8-11ff d7cb-d7fb",
    "I": (
        "1b5c 1b61-1b6a 1b74-1b7c 23f1-23f2 2600-2603 2618 261a-261c 261e-261f 2639-263b 2668 "
        "26bf-26c3 26c6-26c8 26cd 26cf-26d1 26d3 26d8-26d9 26dc 26df-26e1 26f1 26f4 26f7-26f8 "
        "26fe-2704 2708-2709 2764 303f a9c1-a9c6 a9ca-a9cd a9de-a9df aa5c ff10-ff19 11049-11065"
    ),
    "e": (
        "261d 26f9 270a-270d 1f385 1f3c2-1f3c4 1f3c7 1f3ca-1f3cc 1f442-1f443 1f446-1f450 "
        "1f466-1f478 1f47c 1f481-1f483 1f485-1f487 1f48f 1f491 1f4aa 1f574-1f575 1f57a 1f590 "
        "1f595-1f596 1f645-1f647 1f64b-1f64f 1f6a3 1f6b4-1f6b6 1f6c0 1f6cc 1f90c 1f90f "
        "1f918-1f91f 1f926 1f930-1f939 1f93c-1f93e 1f977 1f9b5-1f9b6 1f9b8-1f9b9 1f9bb "
        "1f9cd-1f9cf 1f9d1-1f9dd 1fac3-1fac5 1faf0-1faf6"
    ),
    "a": (
        "1b50-1b59 1bc0-1be5 a9d0-a9d9 aa00-aa28 aa50-aa59 11066-1106f 11350 1135e-1135f "
        "11950-11959 11ee0-11ef1"
    ),
    "K": (
        "1b05-1b33 1b45-1b4c a984-a9b2 11005-11037 11071-11072 11075 11305-11339 11360-11361 "
        "11900-1192f"
    ),
    "A": (
        "70f 2061-2064 23e9-23ec 25fd-25fe 2648-2653 2693 26a1 26aa-26ab 26ce 2705 2728 274c 274e "
        "2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 ffe8-ffee 18b00-18cd5 1aff0-1affe "
        "1f100-1f1ad 1f39c-1f39d 1f3b5-1f3b6 1f3bc 1f4a0 1f4a2 1f4a4 1f4af 1f4b1-1f4b2 "
        "1f500-1f506 1f517-1f524 1f532-1f549 1f5d4-1f5db 1f5f4-1f5f9 1f650-1f675 1f67c-1f67f "
        "1f700-1f7d4 1f800-1f8b1 1f900-1f90b 1fa00-1fa53"
    ),
    "B": (
        "9 7c ad 58a 5be 964-965 e5a-e5b f0b f34 f7f f85 fbe-fbf fd2 104a-104b 1361 1400 1680 "
        "16eb-16ed 1735-1736 17d4-17d5 17d8 17da 1804-1805 1b5a-1b5b 1b5d-1b60 1b7d-1b7e "
        "1c3b-1c3f 1c7e-1c7f 2000-2006 2008-200a 2012-2013 2027 2056 2058-205b 205d-205f "
        "2cfa-2cfc 2cff 2d70 2e0e-2e15 2e17 2e19 2e2a-2e2d 2e30-2e31 2e33-2e34 2e3c-2e3e "
        "2e40-2e41 2e43-2e4a 2e4c 2e4e-2e4f 2e5d 3000 a4fe-a4ff a60d a60f a6f3-a6f7 a8ce-a8cf "
        "a92e-a92f a9c7-a9c9 a9cf aa40-aa42 aa44-aa4b aa5d-aa5f aaf0-aaf1 abeb 10100-10102 1039f "
        "103d0 10857 1091f 10a50-10a57 10af0-10af5 10b39-10b3f 10ead 11047-11048 110be-110c1 "
        "11140-11143 111c5-111c6 111c8 111dd-111df 11238-11239 1123b-1123c 112a9 1133d 1135d "
        "1144b-1144e 1145a-1145b 115c2-115c3 115c9-115d7 11641-11642 1173c-1173e 11944-11946 "
        "11a41-11a44 11a9a-11a9c 11aa1-11aa2 11c41-11c45 11ef2 11ef7-11ef8 11fff 12470-12474 "
        "16a6e-16a6f 16af5 16b37-16b39 16b44 16e97-16e98 1bc9f 1da87-1da8a"
    ),
    "M": "3035",
}
_BY_CATEGORY = {
    "Mn": "M",
    "Me": "M",
    "Mc": "M",
    "Cf": "M",
    "Cc": "M",
    "Nd": "N",
    "Ps": "O",
    "Pe": "C",
    "Pi": "<",
    "Pf": ">",
    "Sc": "P",
}
# Thai, Lao, Burmese, Khmer and their kin, whose words are written without spaces.
_UNSPACED = (range(0x0E00, 0x0F00), range(0x1000, 0x10A0), range(0x1780, 0x1800))
_PICTURES = range(0x1F000, 0x1FB00)


def classes(text: str) -> str:
    """Return the classes of the characters of `text`, a letter each.

    >>> classes("и/или, 5 %")
    'A/AAAS N p'
    """
    return text.translate(_table())


def is_wide(character: str) -> bool:
    """Tell whether a character is of the East Asian kind, also as narrow as half of it."""
    return unicodedata.east_asian_width(character) in {"F", "W", "H"}


@functools.cache
def _table() -> ClassTable:
    return ClassTable(_LISTED, _derived)


def _derived(code: int) -> str:
    """Return the class that follows from the other properties of a character."""
    if 0xAC00 <= code <= 0xD7A3:
        return "l" if (code - 0xAC00) % 28 else "L"
    character = chr(code)
    category = unicodedata.category(character)
    if category == "Cn":
        # Planes 2 and 3 are kept for ideographs.
        return "X" if code in _PICTURES else "I" if code >> 16 in {2, 3} else "A"
    wide = is_wide(character)
    letter = _BY_CATEGORY.get(category)
    if letter:
        return "o" if wide and letter == "O" else letter
    return "I" if wide or code in _PICTURES else "A"
