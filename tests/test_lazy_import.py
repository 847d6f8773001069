"""A module that is put off is loaded when something of it is used, and is then as if it had never been put off."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.lazy_import import lazy_names, postpone

NAME = "a_module_put_off"


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file that is there once the module has been loaded."""
    mark = tmp_path / "loaded"
    (tmp_path / f"{NAME}.py").write_text(f"open({str(mark)!r}, 'x').close()\nword = 'here'\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    return mark


def test_a_module_is_loaded_by_its_first_use_and_no_sooner(loaded: Path) -> None:
    postpone(NAME)
    module = __import__(NAME)
    assert not loaded.exists()
    assert module.word == "here"
    assert loaded.exists()
    assert module.word == "here"  # loaded once: the file would not be made twice
    assert __import__(NAME).word == "here"
    assert sys.modules[NAME] is not module


def test_what_it_lacks_is_an_error_of_its_own(loaded: Path) -> None:
    postpone(NAME)
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = __import__(NAME).no_such_thing
    assert loaded.exists()


def test_a_module_that_is_loaded_already_or_nowhere_is_left_alone(loaded: Path) -> None:
    before = __import__(NAME)
    postpone(NAME)
    assert sys.modules[NAME] is before
    assert loaded.exists()
    postpone("no_such_module_anywhere")
    assert "no_such_module_anywhere" not in sys.modules


def test_a_lazy_name_loads_its_module_when_it_is_asked_for(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sys.modules[__name__], "word", raising=False)
    find = lazy_names(__name__, {"word": NAME})
    assert not loaded.exists()
    assert find("word") == "here"
    assert globals()["word"] == "here"
    with pytest.raises(AttributeError, match="no attribute 'other'"):
        find("other")
