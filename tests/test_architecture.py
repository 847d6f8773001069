"""The house as it is drawn in the design: floors, which room may use which library, and what a command loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import reader

PACKAGE = Path(reader.__file__).parent
ROOT = PACKAGE.parent

OWNERS: Mapping[str, frozenset[str]] = {
    "textual": frozenset({"tui"}),
    "rich": frozenset({"tui"}),
    "bs4": frozenset({"extraction", "formats"}),
    "markdownify": frozenset({"formats"}),
    "lxml": frozenset({"extraction", "feeds"}),
    "feedparser": frozenset({"feeds"}),
    "httpx2": frozenset({"sources"}),
    "httpcore2": frozenset({"sources"}),
    "socket": frozenset({"sources"}),
    "ssl": frozenset({"sources"}),
    "sqlite3": frozenset({"library"}),
    "platformdirs": frozenset({"settings"}),
    "argparse": frozenset({"cli"}),
    "charset_normalizer": frozenset({"extraction"}),
}
"""Which rooms may import a library, anywhere in their code (formats needs bs4's node types to teach markdownify)."""

NEVER = ("pdb", "telnetlib", "ftplib", "http.client", "xml.etree", "xml.dom", "xml.sax", "html5lib")
"""What nothing here imports: the network's other doors, and parsers that follow what a document tells them."""

HEAVY = (
    "textual",
    "rich",
    "httpx2",
    "httpcore2",
    "ssl",
    "sqlite3",
    "markdownify",
    "feedparser",
    "platformdirs",
    "asyncio",
)


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    """Give each module with the room that it stands in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inner = path.relative_to(PACKAGE)
        yield inner.parts[0].removesuffix(".py"), inner, _parsed(path)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.AST) -> Iterator[str]:
    """Give the dotted names of all that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{node.module or ''}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_contract_of_the_floors_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
    assert "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_a_library_is_used_in_its_own_room_alone(library: str) -> None:
    users = {room for room, _, tree in modules() if any(name.split(".")[0] == library for name in imported(tree))}
    assert users <= OWNERS[library]


def test_no_other_door_to_the_network_and_no_credulous_parser_is_imported() -> None:
    found = {(str(path), name) for _, path, tree in modules() for name in imported(tree) if name.startswith(NEVER)}
    assert not found


def test_no_room_imports_a_room_of_its_own_floor_inside_a_function() -> None:
    floor = {"sources", "feeds", "extraction", "language", "formats", "library"}
    crossings = {
        (str(path), name)
        for room, path, tree in modules()
        for name in imported(tree)
        if room in floor and name.startswith("reader.") and name.split(".")[1] in floor - {room}
    }
    assert not crossings


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_nothing_is_ever_given_to_a_shell() -> None:
    shells = ("os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput", "os.startfile", "pty.spawn")
    found = [
        (str(path), ast.unparse(call))
        for _, path, tree in modules()
        for call in calls(tree)
        if ast.unparse(call.func) in shells or any(one.arg == "shell" for one in call.keywords)
    ]
    assert not found


def test_code_is_made_only_of_the_numbers_of_our_own_forests() -> None:
    users = {str(path) for _, path, tree in modules() for call in calls(tree) if ast.unparse(call.func) in ("eval", "exec")}
    assert users <= {"extraction/classify/classifier.py"}


def test_only_those_unpickle_who_read_what_their_own_child_process_wrote() -> None:
    users = {path.parts[0] for _, path, tree in modules() if {"pickle", "marshal", "shelve"} & set(imported(tree))}
    assert users <= {"worker", "feeds"}


def test_stages_look_at_no_clock_no_disk_and_no_environment() -> None:
    effects = ("datetime.now", "time.time", "os.environ", "os.getenv", "random.random", "date.today")
    found = [
        (str(path), ast.unparse(call.func))
        for room, path, tree in modules()
        for call in calls(tree)
        if room in ("extraction", "language", "formats", "model") and ast.unparse(call.func).endswith(effects)
    ]
    assert not found


def test_functions_are_of_a_size_to_be_read() -> None:
    long_functions = [
        f"{path}:{node.name}"
        for _, path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert not long_functions


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Give the modules that some code has loaded in a fresh interpreter."""
    ending = "\nimport sys; print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
    command = [sys.executable, "-c", code + ending, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(
        "<!doctype html><html><body><article><h1>Ferry back</h1><p>The ferry to Lower Quay runs again from Monday, when the tide "
        'is high enough, and "it was time," said Ada Ferreira, the harbour master, who has waited for it since March.</p>'
        "<p>The boat was painted in the winter, and its engine was taken out, cleaned, and put back within a week.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    return str(path)


MAIN = "import sys; from reader.cli import main; main(sys.argv[1:])"


@pytest.mark.parametrize(
    "words",
    [["cat"], ["cat", "-f", "json"], ["cat", "-f", "html"], ["cat", "--raw"], ["quotes"], ["people"], ["outline"], ["links"], ["meta"],
     ["explain"], []],
    ids=" ".join,
)  # fmt: skip
def test_printing_a_file_loads_neither_the_app_nor_the_network(page: str, words: list[str]) -> None:
    assert not loaded_by(MAIN, *words, page) & set(HEAVY)


@pytest.mark.parametrize("words", [["cat"], ["cat", "-f", "md"], ["quotes"]], ids=" ".join)
def test_printing_a_file_loads_no_selectors_and_no_scripts_that_it_has_not(page: str, words: list[str]) -> None:
    assert not loaded_by(MAIN, *words, page) & {
        "soupsieve.css_parser",
        "reader.language.cjk.people",
        "reader.language.people.name_spans_arabic",
    }


@pytest.mark.parametrize(
    "words", [["-h"], ["-V"], ["cat", "-h"], ["nosuch"], ["config", "path"], ["man"], ["completion", "zsh"]], ids=" ".join
)
def test_what_reads_no_page_loads_no_parser(words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    assert not loaded_by(MAIN, *words) & {*HEAVY, "bs4", "lxml", "reader.extraction"}


@pytest.mark.parametrize("room", ["tui", "worker", "newsroom", "cli", "settings", "errors", "model", "resources"])
def test_importing_a_room_loads_nothing_heavy(room: str) -> None:
    assert not loaded_by(f"import reader.{room}") & {*HEAVY, "bs4", "lxml"}


def test_the_public_face_loads_nothing_until_it_is_used() -> None:
    rooms = {name for name in loaded_by("import reader; reader.__all__") if name.startswith("reader.")}
    assert not rooms
