from __future__ import annotations

import pytest

from reader.formats.run_cleanup import safe_href


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("mailto:desk@courier.example", "mailto:desk@courier.example"),
        ("mailto:desk@courier.example?subject=Wall&body=It%20fell", "mailto:desk@courier.example?subject=Wall&body=It%20fell"),
        ("mailto:?To=desk@courier.example&SUBJECT=Wall", "mailto:?To=desk@courier.example&SUBJECT=Wall"),
        ("mailto:desk@courier.example?attach=/etc/passwd&bcc=eve@trap.example", "mailto:desk@courier.example"),
        ("MAILTO:a@b.example?attachment=x&body=hi&cc=eve@trap.example", "MAILTO:a@b.example?body=hi"),
        ("https://courier.example/?attach=1&bcc=2", "https://courier.example/?attach=1&bcc=2"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        (None, ""),
    ],
)
def test_a_link_leads_to_the_web_or_begins_a_plain_letter(href: str | None, safe: str) -> None:
    assert safe_href(href) == safe
