from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader import read
from tests.cli.conftest import Call


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def test_quotes_are_a_line_each(call: Call, story: str) -> None:
    (row,) = rows(call("quotes", story).out)
    assert row[:4] == ["Maria Okonkwo", "We were warned in March, and nobody came to look at the wall,", "direct", "said"]


def test_people_are_a_line_each(call: Call, story: str) -> None:
    assert rows(call("people", story).out)[0][:4] == ["Maria Okonkwo", "the mayor of Brackwater", "1", "2"]


def test_the_outline_counts_as_section_takes_it(call: Call, story: str) -> None:
    outline = rows(call("outline", story).out)
    assert [row[:3] for row in outline] == [
        ["1", "1", "Harbour inquiry opens"],
        ["2", "2", "What the report says"],
        ["3", "3", "The letters"],
        ["4", "2", "What comes next"],
    ]
    for number, _, title, *_ in outline[1:]:
        assert call("cat", "--section", number, story).out.startswith(f"{title}\n")
        assert call("cat", "--section", title, story).out == call("cat", "--section", number, story).out


def test_an_article_that_begins_with_a_sub_headline_counts_from_there(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    words = "It was written down, and sent on, and then everybody waited for somebody else to be brave. " * 2
    path.write_text(
        f"<html><body><article><h1>The title of it</h1><h2>The first</h2><p>{words}</p><h2>The next</h2><p>{words[:-9]}</p>"
    )
    outline = rows(call("outline", str(path)).out)
    assert [row[0] for row in outline if row[2].startswith("The ")] in (["", "1", "2"], ["1", "2"])
    assert call("cat", "--section", "2", str(path)).out.startswith("The next\n")


def test_links_are_resolved_and_a_line_each(call: Call, story: str) -> None:
    (row,) = rows(call("links", "--base", "https://courier.example/", story).out)
    assert row[:2] == ["names the firms", "https://courier.example/firms?a=1&b=2"]


def test_meta_is_a_line_a_field(call: Call, story: str) -> None:
    known = dict(rows(call("meta", story).out))
    assert known["title"] == "Harbour inquiry opens"
    assert known["language"] == "en"
    assert json.loads(call("meta", "-f", "json", story).out)["title"] == "Harbour inquiry opens"


@pytest.mark.parametrize("view", ["quotes", "people", "outline", "links"])
def test_json_holds_the_same_rows_with_names(call: Call, story: str, view: str) -> None:
    whole = json.loads(call(view, "--base", "https://courier.example/", "-f", "json", story).out)
    assert whole["schema"] == 1
    lines = call(view, "--base", "https://courier.example/", "-f", "jsonl", story).out.splitlines()
    assert whole[view] == [json.loads(line) for line in lines]
    assert len(lines) == len(rows(call(view, "--base", "https://courier.example/", story).out))


def test_a_quotes_offsets_count_characters_of_its_block(call: Call, story: str) -> None:
    (quote,) = json.loads(call("quotes", "-f", "json", story).out)["quotes"]
    (where,) = quote["where"]
    text = read(story).blocks[where["block"]].text
    assert text[where["start"] : where["end"]] == quote["text"]


@pytest.mark.parametrize("view", ["quotes", "people", "outline", "meta"])
def test_of_several_sources_each_row_begins_with_its_own(call: Call, story: str, view: str) -> None:
    one = call(view, story).out.splitlines()
    assert call(view, story, story).out.splitlines() == [f"{story}\t{line}" for line in one] * 2
    both = json.loads(call(view, "-f", "json", story, story).out)
    assert [each["source"] for each in both] == [story, story]


def test_a_table_can_be_had_in_a_pipe(call: Call, story: str) -> None:
    head, rule, row = call("people", "-f", "text", story).out.splitlines()
    assert head.split() == ["name", "role", "quotes", "mentions", "aliases"]
    assert set(rule) == {"─", " "}
    assert row.startswith("Maria Okonkwo")
    assert call("people", "-f", "text", "--no-header", story).out == f"{row}\n"


@pytest.mark.parametrize("columns", [40, 80])
def test_a_table_is_as_wide_as_asked_for(call: Call, story: str, columns: int) -> None:
    assert max(map(len, call("quotes", "-f", "text", "-w", str(columns), story).out.splitlines())) <= columns


def test_one_section_has_its_own_quotes(call: Call, story: str) -> None:
    assert call("quotes", "--section", "1", story).out == call("quotes", story).out
    done = call("quotes", "--section", "2", story)
    assert (done.status, done.out) == (1, "")


def test_a_table_leaves_to_programs_what_only_they_need(call: Call, story: str) -> None:
    head = call("quotes", "-f", "text", story).out.splitlines()[0].split()
    assert head == ["name", "text", "kind", "cue"]
    assert call("quotes", "-f", "text", story, story).out.split()[0] == "source"
    assert len(call("quotes", story).out.split("\t")) == 6


def test_explain_tells_of_each_piece_what_became_of_it(call: Call, story: str) -> None:
    lines = call("explain", "-f", "text", "-w", "0", story).out.splitlines()
    kept = [line for line in lines if line.startswith("+")]
    dropped = [line for line in lines if line.startswith("-")]
    assert any("Eleven letters were sent" in line for line in kept)
    assert any("Share on Facebook" in line for line in dropped)
    assert lines[-1].strip() == f"{len(kept)} kept, {len(dropped)} dropped"


def test_explain_is_one_line_a_piece_at_any_width(call: Call, story: str) -> None:
    for columns in (40, 80, 200):
        lines = call("explain", "-f", "text", "-w", str(columns), story).out.splitlines()
        assert max(map(len, lines)) <= max(columns, 60)
        assert len(lines) == len(call("explain", "-f", "text", "-w", "0", story).out.splitlines())


def test_explain_is_for_programs_too(call: Call, story: str) -> None:
    (whole, lines, tabs) = (call("explain", "-f", kind, story).out for kind in ("json", "jsonl", "tsv"))
    assert tabs == call("explain", story).out
    decisions = json.loads(whole)["decisions"]
    assert [json.loads(line) for line in lines.splitlines()] == decisions
    assert [("+" if one["kept"] else "-", one["text"]) for one in decisions] == [(row[0], row[3]) for row in rows(tabs)]


def test_explain_says_why_there_is_no_article(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "login.html"
    path.write_text("<html><body><form><p>Log in to read on</p><button>Log in</button></form></body></html>")
    done = call("explain", str(path))
    assert done.status in (0, 1)
    assert done.err == ""
    assert "+" not in {line[:1] for line in done.out.splitlines()}


def _reader(*words: str, stdin: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words], input=stdin, capture_output=True, cwd=folder, timeout=60, check=False
    )


def test_explain_is_tab_separated_in_a_pipe() -> None:
    lines = _reader("explain", "seed:harbour").stdout.decode().splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert lines[0].count("\t") >= 3
    assert not any(line.endswith("…") for line in lines)


def test_sections_have_the_numbers_that_the_app_shows() -> None:
    """The text before the first sub-headline is section 1, in the outline, for `--section` and in the app alike."""
    rows = [line.split("\t") for line in _reader("outline", "seed:harbour").stdout.decode().splitlines()]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    second = _reader("cat", "--section", "2", "--no-header", "seed:harbour").stdout.decode()
    assert rows[1][2] in second.splitlines()[0]


def test_explain_can_be_put_into_a_spreadsheet(call: Call, story: str) -> None:
    marks = {row[0] for row in rows(call("explain", "--spreadsheet", story).out)}
    assert marks == {"'+", "'-"}
    assert call("quotes", "--spreadsheet", story).out == call("quotes", story).out
