from __future__ import annotations

import re

from reader import __version__, bundle


def test_styles_and_seeds_are_folders_with_what_they_are_for() -> None:
    assert (bundle.styles() / "layout.tcss").is_file()
    assert list((bundle.styles() / "themes").glob("*.tcss"))
    assert (bundle.seeds() / "edition.toml").is_file()
    assert (bundle.seeds() / "pages").is_dir()


def test_there_is_one_version() -> None:
    assert __version__ == bundle.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", bundle.__version__)
