from __future__ import annotations

from tests.cli.terminals import ALIVE, on_terminal


def test_nothing_moves_on_a_terminal_that_is_no_stderr(web_url: str) -> None:
    out, err = on_terminal("cat", web_url, stdout="pipe", stderr="pipe", environment=ALIVE)
    assert out.startswith(b"Ferry back\n")
    assert err == b""


def test_a_slow_page_is_waited_for_aloud_and_the_words_go_away(slow_url: str) -> None:
    out, err = on_terminal("cat", slow_url, stdout="pipe", stderr="terminal", environment=ALIVE)
    assert out.startswith(b"Ferry back\n")
    assert f"reader: waiting for {slow_url}".encode() in err
    assert err.endswith(b"\r\x1b[K")
    _, err = on_terminal("cat", "-q", slow_url, stdout="pipe", stderr="terminal", environment=ALIVE)
    assert err == b""
