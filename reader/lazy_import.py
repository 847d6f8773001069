"""Puts off loading a module until something of it is used.

`importlib.util.LazyLoader` does not do it for what a library loads and we do not need (`postpone`): a second `import` of its
module asks for `__spec__`, and that loads it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


class _LazyModule(ModuleType):
    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def postpone(name: str) -> None:
    """Load a top module when something of it is first used, instead of when it is imported.

    A module that has been loaded, or that is not there, is left alone.
    """
    if name not in sys.modules and find_spec(name) is not None:
        sys.modules[name] = _LazyModule(name)


def lazy_names(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package whose names are loaded when they are first asked for (PEP 562).

    Args:
        package: its name.
        homes: the module of each public name.
    """

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, found)
        return found

    return load
