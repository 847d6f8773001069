from __future__ import annotations

from pathlib import Path

import pytest

PAGE = b"""<html><head><title>Ferry to Solvay</title></head><body><article><h1>Ferry to Solvay runs again</h1>
<p>The ferry between Brackwater and Solvay runs again from Monday, four weeks after the storm that broke both landings.</p>
<p>"We have waited long enough," said Lena Voss, the ferry's captain. "The sea will not get calmer by waiting for it."</p>
<p>Tickets cost the same as before the storm, and the first crossing of the day is free until the end of the month.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    """A file with a short story."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    return str(path)
