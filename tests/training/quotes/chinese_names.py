"""Builds `reader/language/data/names-zh.txt`, which tells Chinese names from words: run it only to renew it.

    pip download --no-deps --no-binary :all: jieba==0.42.1, and unpack it
    python tests/training/quotes/chinese_names.py jieba-0.42.1/jieba/dict.txt

From the dictionary of jieba (MIT): how much likelier each character is in a given name than in a word, the common words of two
characters, in which no name is cut, and the names that are counted most.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from reader.language.cjk.chinese_names import SOUNDS
from reader.language.lexicon.gazetteer import is_place
from reader.language.lexicon.word_lists import sections

LIST = Path(__file__).resolve().parents[3] / "reader" / "language" / "data" / "names-zh.txt"
HEAD = """# Chinese: characters by how they stand in given names, and common words; one a line.
# source: the dictionary of jieba 0.42.1, https://github.com/fxsjy/jieba (MIT)
# command: python tests/training/quotes/chinese_names.py jieba-0.42.1/jieba/dict.txt
"""
LIKELY, POSSIBLE = 1.0, -0.5  # logarithm of the odds that a character is of a given name
KNOWN = 20  # a name that the dictionary counts so often is known by itself
COMMON = 300  # a word that the dictionary counts so often is common


def _is_known(word: str, count: int, families: frozenset[str]) -> bool:
    native = len(word) == 3 and word[0] in families and not is_place(word)
    return native and sum(sign in SOUNDS for sign in word) < 2 and count >= KNOWN


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    rows = [line.split(" ") for line in parser.parse_args().dictionary.read_text(encoding="utf-8").splitlines()]
    families = sections("names-han")["family"]
    names = [word for word, _, kind in rows if kind == "nr" and len(word) == 3 and word[0] in families]
    given = Counter(sign for name in names for sign in name[1:])
    words: Counter[str] = Counter()
    for word, count, kind in rows:
        if not kind.startswith("nr"):
            for sign in word:
                words[sign] += int(count)
    total, whole = sum(given.values()), sum(words.values())
    odds = {sign: log((given[sign] + 0.1) / total) - log((words[sign] + 1) / whole) for sign in given if given[sign] > 1}
    common = {word for word, count, kind in rows if len(word) == 2 and int(count) >= COMMON and not kind.startswith("nr")}
    parts = {
        "likely": sorted(sign for sign in odds if odds[sign] >= LIKELY),
        "possible": sorted(sign for sign in odds if POSSIBLE <= odds[sign] < LIKELY),
        "words": sorted(common),
        "names": sorted(
            {word for word, count, kind in rows if kind == "nr" and _is_known(word, int(count), families)} - common
        ),
    }
    LIST.write_text(
        HEAD + "".join(f"[{part}]\n" + "".join(f"{word}\n" for word in parts[part]) for part in parts), encoding="utf-8"
    )
    print({part: len(found) for part, found in parts.items()}, LIST.stat().st_size)


if __name__ == "__main__":
    main()
