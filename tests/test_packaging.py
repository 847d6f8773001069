"""The wheel, built and installed into an environment of its own: what a user gets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader
from reader.resources import __version__

ROOT = Path(reader.__file__).parents[1]

pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").exists(), reason="only a checkout can be built")


def run(*words: str | Path, folder: Path | None = None, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(list(words), input=given, cwd=folder, env=environment, capture_output=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir")
    done = run(sys.executable, "-m", "pip", "wheel", *options, folder, ROOT)
    assert done.returncode == 0, done.stderr.decode()
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of programs of a fresh environment that holds the wheel; its dependencies are those of the tests."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    done = run(sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", "--no-index", wheel)
    assert done.returncode == 0, done.stderr.decode()
    (packages,) = home.glob("lib/python*/site-packages")
    # A path in a .pth file brings its packages, but not its own .pth files, and so not an editable install of this checkout.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin"


def names(wheel: Path) -> Iterator[str]:
    with zipfile.ZipFile(wheel) as archive:
        yield from archive.namelist()


def test_the_wheel_holds_styles_seeds_and_types_and_nothing_of_the_tests(wheel: Path) -> None:
    inside = set(names(wheel))
    bundled = {
        f"reader/{folder}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder in ("styles", "seeds")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert (
        {"reader/py.typed", "reader/styles/layout.tcss", "reader/seeds/edition.toml"}
        <= bundled | {"reader/py.typed"}
        <= inside
    )
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reader").rglob("*.py")}
    assert modules <= inside
    assert not [name for name in inside if not name.startswith(("reader/", f"broadsheet-{__version__}.dist-info/"))]


def test_the_wheel_holds_every_data_file_of_the_package(wheel: Path) -> None:
    data = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "reader").rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts
    }
    assert data <= set(names(wheel))


def test_the_wheel_names_the_works_that_its_data_were_made_from(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (notice,) = (archive.read(name).decode() for name in archive.namelist() if name.endswith("/licenses/NOTICE"))
        told = archive.read(f"broadsheet-{__version__}.dist-info/METADATA").decode()
    works = (
        "GeoNames",
        "CC BY 4.0",
        "Unicode CLDR",
        "Copyright 2000-2011 by Kevin Atkinson",
        "GUM",
        "Faker",
        "1990 US census",
    )
    assert [work for work in works if work not in notice] == []
    for path in (ROOT / "reader").rglob("data/*.txt"):
        head = path.read_text(encoding="utf-8")[:1_000]
        named = {
            work for work in ("GeoNames", "CLDR", "SCOWL", "GUM", "Faker", "census", "personal-name-dataset") if work in head
        }
        assert [work for work in named if work not in notice] == [], path
    assert "License-Expression: MIT AND CC-BY-4.0" in told
    assert re.findall(r"\]\((?!https:|#)", told) == []


def test_the_installed_program_tells_its_version(installed: Path) -> None:
    done = run(installed / "reader", "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"reader {__version__}\n".encode(), b"")


def test_the_installed_program_is_the_wheels_and_finds_its_data_beside_itself(installed: Path, tmp_path: Path) -> None:
    code = "import reader, reader.resources as b; print(reader.__file__); print(b.styles()); print(b.seeds())"
    done = run(installed / "python", "-c", code, folder=tmp_path)
    for line in done.stdout.decode().splitlines():
        assert line.startswith(str(installed.parent)), done.stderr
    assert done.stdout.count(b"\n") == 3


def test_the_installed_program_prints_every_bundled_page(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()  # a folder of the user's is no bundle of ours
    code = "from reader.sources import seed_names; print(*seed_names())"
    seeds = run(installed / "python", "-c", code, folder=tmp_path).stdout.decode().split()
    assert seeds
    done = run(installed / "reader", "cat", *(f"seed:{name}" for name in seeds), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) > 10 * len(seeds)


def test_the_installed_program_reads_what_is_piped_in(installed: Path, tmp_path: Path) -> None:
    page = (
        b"<html><body><article><h1>Ferry back</h1><p>"
        + b"The ferry runs again from Monday. " * 8
        + b"</p></article></body></html>"
    )
    done = run(installed / "reader", folder=tmp_path, given=page)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"Ferry back\n")
