"""Puts off loading a module until something of it is used; for what a library loads and we do not need.

`importlib.util.LazyLoader` does not do it: a second `import` of its module asks for `__spec__`, and that loads it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


class _Postponed(ModuleType):
    """Stands where a module should until something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def postpone(name: str) -> None:
    """Have a module loaded when something of it is first used, instead of when it is imported.

    A module that has been loaded, or that is not there, is left alone.

    Args:
        name: of a top module.
    """
    if name not in sys.modules and find_spec(name) is not None:
        sys.modules[name] = _Postponed(name)
