from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import from_json, read
from reader.model.wrap import width
from tests.cli.conftest import Call, Done

Program = Callable[..., Done]


def test_the_story_is_printed_without_the_page_around_it(call: Call, story: str) -> None:
    lines = call("cat", story).out.splitlines()
    assert lines[0] == "Harbour inquiry opens"
    assert "What the report says" in lines
    text = " ".join(lines)
    assert "Eleven letters were sent" in text
    assert "Sport" not in text
    assert "Facebook" not in text
    assert "All rights reserved" not in text


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
def test_no_line_but_the_title_is_wider_than_asked_for(call: Call, story: str, columns: int) -> None:
    _, *lines = call("cat", "-w", str(columns), story).out.splitlines()
    assert max(map(width, lines)) <= columns


def test_eighty_columns_are_usual_in_a_pipe(call: Call, story: str) -> None:
    assert call("cat", story).out == call("cat", "-w", "80", story).out


def test_width_0_wraps_nothing(call: Call, story: str) -> None:
    lines = call("cat", "-w", "0", story).out.splitlines()
    paragraph = next(line for line in lines if line.startswith("The report runs"))
    assert paragraph.endswith("never answered.")


def test_links_are_shown_as_asked_for(call: Call, story: str) -> None:
    base = ("--base", "https://courier.example/news/1", "-w", "0", story)
    href = "https://courier.example/firms?a=1&b=2"
    assert href not in call("cat", *base).out
    assert f"names the firms <{href}> that built" in call("cat", "--links", "inline", *base).out
    ref = call("cat", "--links", "ref", *base).out
    assert "names the firms[1] that built" in ref
    assert ref.endswith(f"[1] {href}\n")


def test_the_headline_can_be_left_out(call: Call, story: str) -> None:
    assert call("cat", "--no-header", story).out.startswith("Maria Okonkwo, the mayor")


def test_raw_marks_what_would_be_stripped_with_its_rule(call: Call, story: str) -> None:
    marked = [line for line in call("cat", "--raw", "-w", "0", story).out.splitlines() if line.startswith("~ [")]
    assert any("Share on Facebook" in line for line in marked)
    assert not any("Eleven letters" in line for line in marked)


def test_raw_json_holds_every_decision(call: Call, story: str) -> None:
    plain = json.loads(call("cat", "-f", "json", story).out)
    raw = json.loads(call("cat", "-f", "json", "--raw", story).out)
    decisions = raw.pop("decisions")
    assert raw == plain
    assert {one["kept"] for one in decisions} == {True, False}
    assert all(set(one) == {"kept", "score", "rule", "text", "position"} for one in decisions)


def test_json_reads_back_as_the_article(call: Call, story: str) -> None:
    out = call("cat", "-f", "json", story).out
    assert json.loads(out)["schema"] == 1
    assert from_json(out) == read(story)
    assert from_json(call("cat", "-f", "jsonl", story).out) == read(story)


def test_other_formats_are_what_they_are_called(call: Call, story: str) -> None:
    assert call("cat", "-f", "md", story).out.startswith("# Harbour inquiry opens\n")
    assert call("cat", "-f", "html", story).out.startswith("<!DOCTYPE html>\n")
    assert call("cat", "-f", "text", story).out == call("cat", story).out


def test_several_sources_are_parted_by_ruled_titles(call: Call, story: str) -> None:
    lines = call("cat", "-w", "40", story, story).out.splitlines()
    rules = [at for at, line in enumerate(lines) if line.startswith("── Harbour inquiry opens ─")]
    assert len(rules) == 2
    assert rules[0] == 0
    assert {width(lines[at]) for at in rules} == {40}
    assert lines[rules[1] - 1] == lines[rules[1] + 1] == ""


def test_several_sources_are_an_array_in_json_and_a_line_each_in_json_lines(call: Call, story: str) -> None:
    both = json.loads(call("cat", "-f", "json", story, story).out)
    assert [one["title"] for one in both] == ["Harbour inquiry opens"] * 2
    lines = call("cat", "-f", "jsonl", story, story).out.splitlines()
    assert [json.loads(line) for line in lines] == both


def test_an_array_holds_what_could_be_read(call: Call, story: str) -> None:
    assert len(json.loads(call("cat", "-f", "json", "nosuch", story).out)) == 1
    assert call("cat", "-f", "json", "nosuch", "nosuch").out == "[]\n"
    assert call("cat", "-f", "json", "nosuch").out == ""


def test_a_file_is_written_and_not_made_before_there_is_something_to_write(call: Call, story: str, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    assert call("cat", "-o", str(target), "nosuch").status == 6
    assert not target.exists()
    done = call("cat", "-o", str(target), story)
    assert (done.status, done.out) == (0, "")
    assert target.read_text(encoding="utf-8") == call("cat", story).out
    assert call("cat", "-o", "-", story).out == call("cat", story).out


def test_the_source_is_taken_for_what_the_user_says(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "notes.html"
    path.write_text(
        "A title of some words\n\nThe ferry runs again from Monday, and the sign <b>FULL</b> was taken down at last.\n"
    )
    assert call("cat", "--base", "courier.example", str(path)).status == 2
    assert "<b>FULL</b>" in call("cat", "--from", "text", str(path)).out
    assert "<b>" not in call("cat", "--from", "html", str(path)).out


def _reader(*words: str, stdin: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words], input=stdin, capture_output=True, cwd=folder, timeout=60, check=False
    )


def test_the_closing_note_is_printed_once_with_raw() -> None:
    text = _reader("cat", "--raw", "-w", "0", "seed:harbour").stdout.decode()
    notes = [line for line in text.splitlines() if "With reporting by" in line]
    assert len(notes) == 1
