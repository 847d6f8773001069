"""The training corpus keeps its own format."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))


def _parser() -> ModuleType:
    path = Path(__file__).resolve().parents[1] / "training" / "quotes" / "corpus.py"
    spec = importlib.util.spec_from_file_location("quotes_corpus", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


corpus = _parser()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_article_of_the_corpus_is_consistent(path: Path) -> None:
    text = corpus.parse(path.read_text(encoding="utf-8"), path.name)
    assert path.name.startswith(f"{text.language}-")
    assert len(text.paragraphs) > 2


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<p ana>Ana", "not closed"),
        ("<p bob>Bob</p> <p ana>Ana</p>", "not in the head"),
        ("<q7>“No”</q7> <p ana>Ana</p>", "has no <s7>"),
        ("Ana < Bob <p ana>Ana</p>", "a bare"),
        ("<s1 ana>Ana</s1> <s1 ana>she</s1>", "stands twice"),
        ("Nobody.", "never named"),
        ("<x>Ana</x>", "unknown tag"),
    ],
)
def test_a_slip_in_the_tags_is_told(body: str, problem: str) -> None:
    with pytest.raises(corpus.CorpusError, match=problem):
        corpus.parse(f"language: en\nstyle: test\nperson: ana = Ana Prat\n\nHeadline\n\n{body}\n")


def test_what_is_held_back_never_teaches() -> None:
    held = {text.file for text in corpus.texts() if corpus.is_exam(text)}
    assert {file.split("-")[0] for file in held} >= {"de", "fr", "es", "it", "pl", "ru", "ja", "zh", "ar"}
    assert held.isdisjoint(text.file for text in corpus.taught_texts())
