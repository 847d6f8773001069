"""Article to Article: quotes and people."""

from __future__ import annotations

from reader.language.annotate import annotate

__all__ = ["annotate"]
