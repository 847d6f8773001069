"""The project's side of the evaluation harness: it does no more than a user's call of the public API would."""

from __future__ import annotations
