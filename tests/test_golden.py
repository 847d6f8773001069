"""Whole pages, read and annotated, against what has been read and found right.

A case is a folder of `tests/golden/`: `expected.md` and `expected.json`, and the page itself (`source.html`, `source.txt`), unless
the case has the name of a bundled page.  Every bundled page is a case.  A case of a fault is as small as the fault.

    pytest tests/test_golden.py --update-golden      writes what is found as what is expected; read the diff before it is committed

How sure a quote's speaker is stands in the JSON with one digit: the others move with every lesson that the rules are taught.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reader import annotate, extract, resources, to_json, to_markdown
from reader.model import Article

GOLDEN = Path(__file__).parent / "golden"
MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}
SMALL_CASES_URL = "https://news.example/story"

with resources.seeds().joinpath("edition.toml").open("rb") as file:
    BUNDLED: Mapping[str, Mapping[str, str]] = {page["name"]: page for page in tomllib.load(file)["page"]}
CASES = sorted({*BUNDLED, *(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())})


def read(case: str) -> Article:
    if case in BUNDLED:
        page = BUNDLED[case]
        body = resources.seeds().joinpath(page["file"]).read_bytes()
        return annotate(extract(body, url=page["url"], media_type=page["media_type"]))
    (source,) = GOLDEN.joinpath(case).glob("source.*")
    return annotate(extract(source.read_bytes(), url=SMALL_CASES_URL, media_type=MEDIA_TYPES[source.suffix]))


def found(case: str) -> Mapping[str, str]:
    article = read(case)
    record = json.loads(to_json(article))
    for quote in record["quotes"]:
        quote["confidence"] = round(quote["confidence"], 1)
    return {
        "expected.md": to_markdown(article),
        "expected.json": json.dumps(record, ensure_ascii=False, indent=1) + "\n",
    }


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_read_as_it_was_found_right(case: str, *, update_golden: bool) -> None:
    folder = GOLDEN / case
    for name, text in found(case).items():
        if update_golden:
            folder.mkdir(exist_ok=True)
            folder.joinpath(name).write_text(text, encoding="utf-8")
        assert folder.joinpath(name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("case", CASES)
def test_reading_again_gives_the_same_article(case: str) -> None:
    article = read(case)
    assert read(case) == article
    assert annotate(article) == article
    assert annotate(replace(article, people=(), quotes=())) == article
