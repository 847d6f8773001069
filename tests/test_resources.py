from __future__ import annotations

import re

from reader import __version__, resources


def test_styles_and_seeds_are_folders_with_what_they_are_for() -> None:
    assert (resources.styles() / "layout.tcss").is_file()
    assert list((resources.styles() / "themes").glob("*.tcss"))
    assert (resources.seeds() / "edition.toml").is_file()
    assert (resources.seeds() / "pages").is_dir()


def test_there_is_one_version() -> None:
    assert __version__ == resources.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", resources.__version__)
