"""Text that tries to drive a terminal, and a way to put it into every field of anything that the house is made of."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from hypothesis import strategies as st

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 but tab and newline, DEL, C1, what turns the order of letters around, and what no encoding can print."""

NO_WIDTH = (
    "\u200e", "\u200f", "\u061c", "\u2060", "\u200b", "\u200d", "\u3164", "\u1160", "\u2062", "\u180e", "\ufe0f", "\U00013430", "\U0001d173",
    "\u0301", "\u0301\u0301\u0301", "\u20e3", "\U000e0041", "\U000e0100", "\u115f", "\uffa0",
)  # fmt: skip
"""Clusters that may take no cell at all: format characters, fillers, marks without a letter."""

ATTACKS = (
    "\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x07", "\x1b]8;;https://evil.example\x1b\\", "\x1b[31m", "\x9b31m", "\x9d0;owned\x9c", "\x1bP+q544e\x1b\\",
    "\x90+q544e\x9c", "\x1b[2J\x1bc", "\x1b_Gf=24\x1b\\", "\rowned\b\b", "\x00", "\x7f", "\u202edenwo", "\u2066x\u2069", "\u2067\u202b\u202a", "\x85owned",
    "\nowned\towned\x0b\x0c", "\u2028owned\u2029", "\ud800", "\udcff\udc1b[31m", "\x1b", "\x9b", "\x1b\n[31m", "\x1b\u200d[31m", "\x1b\ud800[31m", "\x1b\x00[31m", "\ufffe\uffff",
    *NO_WIDTH,
)  # fmt: skip

attacks = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(st.sampled_from("\x00\x07\x08\x1b\x7f\x85\x90\x9b\x9c\x9d\u202e\u2066\u2069\ud800\n\r\t[]31m;\\a \u0301"), min_size=1, max_size=6),
)  # fmt: skip

T = TypeVar("T")


def poisoned(value: T, attack: str) -> T:
    """Give anything of the model with an attack inside each of its texts, past every gate."""
    return cast("T", _poisoned(value, attack))


def _poisoned(value: object, attack: str) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return f"{value[:1]}{attack}{value[1:]}{attack}"
    if isinstance(value, tuple | frozenset):
        return type(value)(_poisoned(one, attack) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _poisoned(getattr(value, one.name), attack) for one in fields(value)})
    return value


def found(text: str) -> str:
    """Give what is forbidden in a text, with what stands around it; empty if nothing is."""
    match = FORBIDDEN.search(text)
    return f"{match[0]!r} in {text[max(0, match.start() - 60) : match.end() + 30]!r}" if match else ""
