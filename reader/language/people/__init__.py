"""Passages to people: where names stand, which of them are people, who is who, and their roles.

Arabic names, which have no capitals, are found by a module of their own, loaded when the first Arabic article comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names

if TYPE_CHECKING:
    from reader.language.people.name_spans_arabic import find_arabic_names

__all__ = ["find_arabic_names"]
__getattr__ = lazy_names(__name__, {"find_arabic_names": "reader.language.people.name_spans_arabic"})
