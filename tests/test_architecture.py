"""The house as it is drawn in the design: floors, sizes, which room may use which library, and what a command loads."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from inspect import unwrap
from pathlib import Path
from types import FunctionType

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
    "click": frozenset({"cli"}),
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


Function = ast.FunctionDef | ast.AsyncFunctionDef
ROOMS = sorted(path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())

MOST_LINES = 45
"""How many lines a function may have, from its `def` on."""
MOST_METHODS = 40
MOST_LATE_IMPORTS = 25
"""How many imports may stand in functions, those of commands aside: a room's face, and extras that may be missing."""


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    """Yield each module with the room that it stands in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inner = path.relative_to(PACKAGE)
        yield inner.parts[0].removesuffix(".py"), inner, _parsed(path)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names of all that is imported, inside functions too."""
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
    assert ", 0 broken" in done.stdout


@pytest.mark.parametrize("room", ["language", "extraction", "tui", "cli"])
def test_the_sub_rooms_of_a_large_room_have_floors_too(room: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = [one for one in settings["contracts"] if f"reader.{room}" in one.get("containers", ())]
    assert [one["type"] for one in contracts] == ["layers"]
    assert contracts[0]["exhaustive"]


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


def test_no_code_is_made_while_the_program_runs_and_no_object_behind_its_class() -> None:
    magic = (
        "eval",
        "exec",
        "compile",
        "builtins.eval",
        "builtins.exec",
        "object.__new__",
        "types.FunctionType",
        "FunctionType",
    )
    users = {str(path) for _, path, tree in modules() for call in calls(tree) if ast.unparse(call.func) in magic}
    assert not users


def test_no_module_is_callable_and_none_is_put_in_the_place_of_another_but_where_loading_is_put_off() -> None:
    found = {
        (str(path), ast.unparse(target))
        for _, path, tree in modules()
        for target in _assigned(tree)
        if (isinstance(target, ast.Attribute) and target.attr == "__class__")
        or (isinstance(target, ast.Subscript) and ast.unparse(target.value) in ("sys.modules", "modules"))
    }
    found |= {
        (str(path), node.name)
        for _, path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("ModuleType") for base in node.bases)
    }
    assert {path for path, _ in found} <= {"lazy_import.py"}


def _assigned(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield from node.targets
        elif isinstance(node, ast.AnnAssign | ast.AugAssign):
            yield node.target


def test_nothing_is_ever_unpickled() -> None:
    names = {"pickle", "marshal", "shelve", "dill", "multiprocessing"}
    assert not {str(path) for _, path, tree in modules() if names & set(imported(tree))}


def test_stages_look_at_no_clock_no_disk_and_no_environment() -> None:
    effects = ("datetime.now", "time.time", "os.environ", "os.getenv", "random.random", "date.today")
    found = [
        (str(path), ast.unparse(call.func))
        for room, path, tree in modules()
        for call in calls(tree)
        if room in ("extraction", "language", "formats", "model") and ast.unparse(call.func).endswith(effects)
    ]
    assert not found


@pytest.mark.parametrize("room", ROOMS)
def test_functions_are_of_a_size_to_be_read(room: str) -> None:
    long = [
        f"{path}:{node.name}"
        for home, path, tree in modules()
        for node in ast.walk(tree)
        if home == room and isinstance(node, Function) and (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES
    ]
    assert not long


def test_no_folder_is_a_heap() -> None:
    held = Counter(path.parent for _, path, _ in modules() if path.name != "__init__.py")
    heaps = {str(folder): many for folder, many in held.items() if many > (22 if folder == Path("library") else 16)}
    assert not heaps


def test_imports_stand_at_the_top_of_their_modules() -> None:
    late = [
        f"{path}:{node.lineno}"
        for _, path, tree in modules()
        if not path.is_relative_to("cli/commands")
        for node in _imports_in_functions(tree)
    ]
    assert len(late) <= MOST_LATE_IMPORTS, late


def _imports_in_functions(tree: ast.AST) -> Iterator[ast.stmt]:
    """Yield each import that is made when a function is called, once."""
    inner = {
        node.lineno: node
        for function in ast.walk(tree)
        if isinstance(function, Function)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    yield from inner.values()


@cache
def _classes() -> tuple[type, ...]:
    """Return the classes that the program defines, those inside others too."""
    names = [found.name for found in pkgutil.walk_packages(reader.__path__, "reader.") if not found.name.endswith("__main__")]
    found: dict[type, None] = {}
    waiting: list[object] = [thing for name in names for thing in vars(import_module(name)).values()]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, type) and thing.__module__.startswith("reader.") and thing not in found:
            found[thing] = None
            waiting.extend(vars(thing).values())
    return tuple(found)


def _ours(one: type) -> list[type]:
    return [base for base in one.__mro__ if base.__module__.split(".")[0] == "reader"]


def _classes_of(room: str) -> Iterable[type]:
    return (one for one in _classes() if one.__module__.split(".")[1] == room and not issubclass(one, BaseException))


@pytest.mark.parametrize("room", ROOMS)
def test_no_class_of_ours_stands_on_a_tower_of_others(room: str) -> None:
    towers = {one.__qualname__: len(_ours(one)) for one in _classes_of(room) if len(_ours(one)) > 2}
    assert not towers


@pytest.mark.parametrize("room", ROOMS)
def test_no_object_has_more_methods_than_one_can_know(room: str) -> None:
    large = {one.__qualname__: many for one in _classes_of(room) if (many := len(_methods(one))) > MOST_METHODS}
    assert not large


def _methods(one: type) -> set[str]:
    """Return the names of the methods that are written in our own files; those that a dataclass makes are not."""
    written = set()
    for base in _ours(one):
        for name, value in vars(base).items():
            inner = unwrap(getattr(value, "fget", None) or getattr(value, "__func__", None) or getattr(value, "func", value))
            if isinstance(inner, FunctionType) and Path(inner.__code__.co_filename).is_relative_to(PACKAGE):
                written.add(name)
    return written


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Return the modules that some code has loaded in a fresh interpreter."""
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
    every_command = {"sqlite3"} if words == ["man"] else set()
    assert not loaded_by(MAIN, *words) & {*HEAVY, "bs4", "lxml", "reader.extraction.pipeline"} - every_command


@pytest.mark.parametrize("room", ["tui", "worker", "newsroom", "cli", "settings", "errors", "model", "resources"])
def test_importing_a_room_loads_nothing_heavy(room: str) -> None:
    assert not loaded_by(f"import reader.{room}") & {*HEAVY, "bs4", "lxml"}


def test_the_public_face_loads_nothing_until_it_is_used() -> None:
    rooms = {name for name in loaded_by("import reader; reader.__all__") if name.startswith("reader.")}
    assert rooms <= {"reader.lazy_import"}


def test_no_test_patches_what_is_ours() -> None:
    found = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        tree = _parsed(path)
        ours = {
            alias.asname or alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
            if (getattr(node, "module", None) or alias.name).split(".")[0] == "reader"
        }
        for call in calls(tree):
            if ast.unparse(call.func).endswith(("monkeypatch.setattr", "mock.patch", "patch.object")) and call.args:
                target = ast.unparse(call.args[0]).strip("'\"").split(".")[0]
                if target in ours or target == "reader":
                    found.append(f"{path.relative_to(ROOT)}:{call.lineno}")
    assert not found
