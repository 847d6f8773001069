"""Chinese and Japanese, which have no spaces between words: people, speakers and statements by rules.

Loaded when first used: the patterns over ranges of thousands of signs take long to compile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names

if TYPE_CHECKING:
    from reader.language.cjk.people import find_people
    from reader.language.cjk.speakers import SpeakerFinder
    from reader.language.cjk.statements import find_statements

__all__ = ["SpeakerFinder", "find_people", "find_statements"]
__getattr__ = lazy_names(
    __name__,
    {
        "find_people": "reader.language.cjk.people",
        "SpeakerFinder": "reader.language.cjk.speakers",
        "find_statements": "reader.language.cjk.statements",
    },
)
