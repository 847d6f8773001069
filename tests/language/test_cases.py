"""Small texts in all languages: who is named and who says what must be right, but for the flaws that a case owns up to."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, cases, faults


@pytest.mark.parametrize("case", [case for case in cases() if not case.flaw], ids=lambda case: f"{case.file} {case.name}")
def test_a_small_text_is_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", [case for case in cases() if case.flaw], ids=lambda case: f"{case.file} {case.name}")
def test_a_flaw_that_is_mended_is_crossed_out(case: Case) -> None:
    assert faults(case), f"this is right now: take away its flaw, {case.flaw!r}"
