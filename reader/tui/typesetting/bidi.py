"""Right-to-left text put into the order in which a terminal that knows no direction has to be given it.

The order of a line is worked out by the Unicode Bidirectional Algorithm (UAX #9) with python-bidi, which is imported when the
first right-to-left line is drawn.  What comes out is an order of characters rather than a string, so that a link, a match or a
selection stays on the characters it belongs to.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


_UNKNOWN = {"": "\ufffd", **dict.fromkeys(("LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF"), "\u200b")}
"""What stands for characters that python-bidi 0.6 ends the program at: those that Unicode has not assigned, and the controls
that the gate would have taken out."""


def has_right_to_left(text: str) -> bool:
    """Say whether any character of a text runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Say whether a paragraph runs from right to left: its first letter with a direction decides (UAX #9, P2 and P3)."""
    if not has_right_to_left(text):
        return False
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def visual_order(text: str, *, right_to_left: bool) -> list[tuple[int, str]]:
    """Return the characters of one line from left to right, each with its place in the text.

    Mirrored signs (brackets) come as they are to be drawn; marks that combine stand behind the letter they belong to.
    """
    from bidi import algorithm  # noqa: PLC0415 -- only right-to-left articles need it

    level = 1 if right_to_left else 0
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = level, "R" if right_to_left else "L"
    known = "".join([_UNKNOWN.get(bidirectional(character), character) for character in text])
    algorithm.get_embedding_levels(known, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
        algorithm.apply_mirroring,
    ):
        step(storage, debug=False)
    return _marks_behind([(int(character["place"]), str(character["ch"])) for character in storage["chars"]])


def arranged(text: str) -> str:
    """Return a line in the order in which a terminal that knows no direction has to be given it."""
    if not has_right_to_left(text):
        return text
    return "".join(character for _, character in visual_order(text, right_to_left=is_right_to_left(text)))


def arranged_parts(text: str, between: str) -> str:
    """Return a line of several parts, each arranged by itself: a date in a right-to-left byline keeps its order."""
    if not has_right_to_left(text):
        return text
    parts = [arranged(part) for part in text.split(between)]
    return between.join(reversed(parts) if is_right_to_left(text) else parts)


def _marks_behind(order: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Put combining marks, which reversing has put before their letter, behind it again."""
    result: list[tuple[int, str]] = []
    marks: list[tuple[int, str]] = []
    for place, character in order:
        if bidirectional(character) == "NSM":
            marks.append((place, character))
            continue
        result.append((place, character))
        result += reversed(marks)
        marks = []
    return result + marks
