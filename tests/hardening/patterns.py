"""Every regular expression of the package, and the worst that can be fed to each.

Call sites are found in the source: a pattern that is written out is compiled from there, one that is made is taken from its
module.  Inputs are made from what a pattern itself speaks of: its letters, and one letter of each of its classes, alone and in
pairs and triples, many times over, with something at the end that no pattern likes.
"""

from __future__ import annotations

import ast
import random
import re
import string
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import TypeAlias

import reader

PACKAGE = Path(reader.__file__).parent
METHODS = ("match", "search", "fullmatch", "findall", "finditer", "sub", "subn", "split")
MOST_LETTERS = 7
"""Different letters that inputs are made of, for each pattern."""
MOST_WIDTH = 12

Pattern: TypeAlias = "re.Pattern[str] | re.Pattern[bytes]"


@dataclass(slots=True)
class Site:
    """A place in the source where a pattern stands."""

    module: str
    """Behind a colon the function, where it stands in one."""
    line: int
    name: str
    """The module's name for it; empty where it is used at once."""
    pattern: Pattern | None
    """None: it is made while the program runs, and nobody has said of what."""
    methods: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.module}:{self.name or self.line}" if self.pattern else self.module


def sites() -> list[Site]:
    """Give every place where the package compiles or uses a pattern, with the methods that it is used by."""
    found: list[Site] = []
    used: dict[tuple[str, str], set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        module = ".".join(("reader", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        homes = {
            id(part): node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for part in ast.walk(node)
        }
        names = {id(node.value): _target(node) for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AnnAssign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner, method = node.func.value, node.func.attr
                if isinstance(owner, ast.Name) and owner.id == "re" and method in (*METHODS, "compile"):
                    home = homes.get(id(node), "")
                    found.append(_site(f"{module}:{home}" if home else module, node, names.get(id(node), ""), method))
                elif method in METHODS:
                    used.setdefault(_key(module, owner), set()).add(method)
            elif isinstance(node, ast.Attribute) and node.attr in METHODS:
                used.setdefault(_key(module, node.value), set()).add(node.attr)
    for site in found:
        key = (site.module.partition(":")[0] if site.name.startswith("_") else "", site.name)
        site.methods = site.methods or used.get(key, set()) or {"search"}
    return found


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _key(module: str, node: ast.expr) -> tuple[str, str]:
    """Give what a pattern is known by: a private name belongs to its module, any other to the whole package."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return (module if name.startswith("_") else "", name)


def _site(module: str, call: ast.Call, name: str, method: str) -> Site:
    methods = set() if method == "compile" else {method}
    site = Site(module=module, line=call.lineno, name=name, pattern=None, methods=methods)
    if name and ":" not in module:
        value = getattr(import_module(module), name, None)
        site.pattern = value if isinstance(value, re.Pattern) else None
    if site.pattern is None:
        try:
            source = ast.literal_eval(call.args[0])
        except ValueError:
            return site
        site.pattern = re.compile(source, _flags(call))
    return site


def _flags(call: ast.Call) -> int:
    """Give the flags of a call that names them: `re.I | re.M`."""
    given = [*call.args[1:], *(keyword.value for keyword in call.keywords if keyword.arg == "flags")]
    names = [
        node.attr for one in given for node in ast.walk(one) if isinstance(node, ast.Attribute) and hasattr(re, node.attr)
    ]
    flags = 0
    for name in names:
        if isinstance(value := getattr(re, name), re.RegexFlag):
            flags |= value
    return flags


_PRINTED = re.compile(r"LITERAL (\d+)|RANGE \((\d+), (\d+)\)|CATEGORY_(\w+)|(ANY) ")
_CATEGORIES = {"DIGIT": "7", "NOT_DIGIT": "a", "SPACE": " ", "NOT_SPACE": "x", "WORD": "Ab", "NOT_WORD": "-"}


def letters(pattern: Pattern) -> list[str]:
    """Give the letters that a pattern speaks of, one of each range and class, the most telling ones first."""
    from re import _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - the only way to read a pattern

    found: dict[str, None] = {}
    for literal, low, high, category, anything in _PRINTED.findall(_dumped(_parser.parse(pattern.pattern, pattern.flags))):
        if literal:
            found[chr(int(literal))] = None
        elif low:
            found[chr((int(low) + int(high)) // 2)] = None
        else:
            for letter in "x" if anything else _CATEGORIES.get(category, ""):
                found[letter] = None
    spoken = list(found)
    telling = [letter for letter in spoken if letter not in string.ascii_letters]
    return [*telling[:MOST_LETTERS], *(letter for letter in spoken if letter not in telling)][: MOST_LETTERS + 3]


def _dumped(parsed: object) -> str:
    """Give a parsed pattern as text, every branch of it."""
    if isinstance(parsed, list | tuple) or hasattr(parsed, "data"):
        parts: Sequence[object] = parsed if isinstance(parsed, list | tuple) else parsed.data
        if len(parts) == 2 and str(parts[0]) in ("LITERAL", "NOT_LITERAL"):
            return f"LITERAL {parts[1]} "
        if len(parts) == 2 and str(parts[0]) == "RANGE":
            return f"RANGE {parts[1]} "
        return " ".join(_dumped(part) for part in parts)
    return f"{parsed} "


def is_bounded(pattern: Pattern) -> bool:
    """Say whether a pattern never looks at more than a few letters at once: then no text is worse for it than any other."""
    from re import _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - the only way to read a pattern

    return bool(_parser.parse(pattern.pattern, pattern.flags).getwidth()[1] < MOST_WIDTH)


def inputs(pattern: Pattern) -> Iterator[str]:
    """Give fragments to be repeated, made of what a pattern speaks of."""
    own = letters(pattern) or ["a"]
    chance = random.Random(0)
    pairs = ["".join(pair) for pair in product(own, repeat=2) if pair[0] != pair[1]]
    triples = ["".join(chance.choices(own, k=chance.randint(3, 6))) for _ in range(30)]
    yield from own
    yield from pairs
    yield from triples


def repeated(fragment: str, size: int, end: str) -> str:
    """Give a fragment as often as fits into a size, and an end."""
    return fragment * (size // len(fragment)) + end


def seconds(pattern: Pattern, methods: set[str], text: str) -> float:
    """Give the processor time that a pattern takes for a text, by the slowest of the ways in which it is used."""
    subject = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    return max(_timed(_use(pattern, method), subject) for method in methods)


def _use(pattern: Pattern, method: str) -> Callable[[str | bytes], object]:
    match method:
        case "sub" | "subn" | "finditer":
            return lambda subject: list(pattern.finditer(subject))  # type: ignore[arg-type]
        case _:
            return getattr(pattern, method)  # type: ignore[no-any-return]


def _timed(use: Callable[[str | bytes], object], subject: str | bytes) -> float:
    start = time.process_time()
    use(subject)
    return time.process_time() - start
