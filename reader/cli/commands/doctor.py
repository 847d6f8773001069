"""`doctor`: whether terminal and installation are in order, a line for each thing that was looked at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader import resources, settings
from reader.cli.command import command
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console, is_dumb, is_terminal, wants_colour
from reader.cli.output.log import log_path
from reader.cli.output.pager import command_of
from reader.cli.output.styles import Line, Style, StyledText
from reader.errors import ReaderError
from reader.sources import seed_names

_CLIPBOARDS = ("wl-copy", "xclip", "xsel", "pbcopy")
_SMALLEST = (40, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was looked at, and how it is."""

    name: str
    state: str
    good: bool = True
    advice: str = ""


@command("doctor", examples=(("reader doctor", "a line for each thing that was looked at"),))
def doctor(console: Console) -> int:
    """Print how things are; the exit status is 1 if something is not in order."""
    findings = tuple(_examined(console))
    console.lines(_line(finding) for finding in findings)
    return DONE if all(finding.good for finding in findings) else NOTHING_FOUND


def _examined(console: Console) -> Iterable[Finding]:
    looks: tuple[Callable[[], Finding], ...] = (
        program,
        namesake,
        terminal,
        lambda: colours(console.options.color),
        encoding,
        pager,
        clipboard,
        edition,
        settings_file,
    )
    for look in looks:
        yield look()
    yield from folders()
    yield Finding(name="log", state=str(log_path()))


def program() -> Finding:
    """Say which program this is."""
    python = ".".join(map(str, sys.version_info[:3]))
    return Finding(name="program", state=f"Broadsheet {resources.__version__}, Python {python}, {Path(__file__).parents[2]}")


def namesake() -> Finding:
    """Look for the other distribution whose import package is called `reader` (a feed library)."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - used here only

    try:
        other = version("reader")
    except PackageNotFoundError:
        return Finding(name="namesake", state="no other package called reader here")
    advice = "both own the import name reader: install this program into an environment of its own, as pipx does"
    return Finding(name="namesake", state=f"the feed library reader {other} is installed too", good=False, advice=advice)


def terminal(environment: Mapping[str, str] = os.environ) -> Finding:
    """Say whether the app can be shown."""
    kind = environment.get("TERM", "") or "none"
    if is_dumb(environment):
        advice = "set TERM to what your terminal is; reader cat prints without it"
        return Finding(name="terminal", state=f"TERM is {kind}", good=False, advice=advice)
    if not is_terminal(sys.stdout):
        return Finding(name="terminal", state=f"{kind}; stdout is none now, so its size is not known")
    size = shutil.get_terminal_size()
    good = size.columns >= _SMALLEST[0] and size.lines >= _SMALLEST[1]
    advice = "" if good else f"make it {_SMALLEST[0]} columns wide and {_SMALLEST[1]} rows high at least"
    return Finding(name="terminal", state=f"{kind}, {size.columns} columns, {size.lines} rows", good=good, advice=advice)


def colours(choice: str, environment: Mapping[str, str] = os.environ) -> Finding:
    """Say whether and how finely colours are shown."""
    deep = environment.get("COLORTERM", "") in ("truecolor", "24bit")
    depth = "16 million" if deep else "256" if "256" in environment.get("TERM", "") else "16"
    shown = wants_colour(choice, sys.stdout, environment)
    return Finding(name="colours", state=f"{depth}; {'shown' if shown else 'not shown'} on stdout now")


def encoding() -> Finding:
    """Say whether the terminal takes every letter."""
    name = (getattr(sys.stdout, "encoding", None) or "none").lower()
    good = name.replace("-", "") == "utf8"
    return Finding(name="letters", state=name, good=good, advice="" if good else "set LANG to a UTF-8 locale, C.UTF-8 for one")


def pager(environment: Mapping[str, str] = os.environ) -> Finding:
    """Say which pager is called."""
    command = command_of(environment)
    if not command:
        return Finding(name="pager", state="none")
    there = shutil.which(command[0])
    advice = "" if there else "install it, or set READER_PAGER"
    return Finding(
        name="pager", state=" ".join(command) if there else f"{command[0]} is not there", good=bool(there), advice=advice
    )


def clipboard(environment: Mapping[str, str] = os.environ) -> Finding:
    """Say how the app can copy."""
    found = [name for name in _CLIPBOARDS if shutil.which(name, path=environment.get("PATH", os.defpath))]
    return Finding(name="clipboard", state=f"by the terminal (OSC 52){', or ' + ', '.join(found) if found else ''}")


def edition() -> Finding:
    """Say whether the bundled edition and the style sheets are there."""
    try:
        names = seed_names()
    except ReaderError as error:
        return Finding(name="bundle", state=error.problem, good=False, advice=error.advice)
    themes = sorted(path.stem for path in (resources.styles() / "themes").glob("*.tcss"))
    if not themes:
        return Finding(name="bundle", state="there are no themes", good=False, advice="install the program anew")
    return Finding(name="bundle", state=f"{len(names)} pages, themes {', '.join(themes)}")


def settings_file() -> Finding:
    """Say whether the settings are good."""
    place = settings.folders()
    try:
        settings.load(place)
    except ReaderError as error:
        return Finding(name="settings", state=f"{error.source}: {error.problem}", good=False, advice=error.advice)
    return Finding(
        name="settings", state=f"{place.settings}{'' if place.settings.exists() else ', not there: all is as usual'}"
    )


def folders() -> Iterable[Finding]:
    """Say of each folder whether it can be written to, now or once it is made."""
    place = settings.folders()
    for name, path in (("data", place.data), ("state", place.state), ("cache", place.cache)):
        nearest = next((parent for parent in (path, *path.parents) if parent.exists()), path)
        good = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
        advice = "" if good else "nothing can be kept there; check its permissions, or set READER_HOME"
        yield Finding(name=name, state=str(path), good=good, advice=advice)


def _line(finding: Finding) -> Line:
    mark = StyledText("ok   ", Style.GOOD) if finding.good else StyledText("BAD  ", Style.BAD)
    advice = f" ({finding.advice})" if finding.advice else ""
    return (mark, StyledText(f"{finding.name:<10}", Style.NAME), StyledText(f" {finding.state}{advice}"))
