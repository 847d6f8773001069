"""Reading positions: which are kept, which are forgotten, and what a damaged file is worth."""

from __future__ import annotations

from pathlib import Path

from reader.tui.state.positions import Positions

MOST = 2_000


def kept(folder: Path, *keys: str) -> list[tuple[int, int]]:
    positions = Positions(folder)
    return [positions.of(key) for key in keys]


def test_the_positions_kept_longest_ago_are_forgotten(tmp_path: Path) -> None:
    positions = Positions(tmp_path)
    for number in range(MOST + 2):
        positions.keep(f"https://a.example/{number}", (1, number))
    positions.keep("https://a.example/0", (2, 2))  # read again: it is the newest now
    positions.save()
    first, second, third, last = (f"https://a.example/{number}" for number in (0, 2, 3, MOST + 1))
    assert kept(tmp_path, first, second, third, last) == [(2, 2), (0, 0), (1, 3), (1, MOST + 1)]
    assert len((tmp_path / "positions.tsv").read_text("utf-8").splitlines()) == MOST


def test_an_article_left_at_its_top_is_forgotten(tmp_path: Path) -> None:
    positions = Positions(tmp_path)
    positions.keep("https://a.example/1", (4, 7))
    positions.save()
    positions.keep("https://a.example/1", (0, 0))
    positions.save()
    assert not (tmp_path / "positions.tsv").read_text("utf-8")


def test_an_address_that_would_break_the_file_is_not_kept(tmp_path: Path) -> None:
    positions = Positions(tmp_path)
    positions.keep("a\n9\t9\tb", (1, 1))
    positions.keep("", (1, 1))
    positions.save()
    assert not (tmp_path / "positions.tsv").exists()


def test_damaged_lines_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "positions.tsv").write_text("x\t1\ta\n3\t4\tb\n5\n-1\t2\tc\n", "utf-8")
    assert kept(tmp_path, "a", "b", "c") == [(0, 0), (3, 4), (0, 0)]


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    positions = Positions(None)
    positions.keep("a", (1, 1))
    positions.save()
    assert positions.of("a") == (1, 1)
    assert not list(tmp_path.rglob("positions*"))
