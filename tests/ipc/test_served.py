from __future__ import annotations

import subprocess
import sys

from reader.ipc.framing import framed

ECHO = """
from reader.ipc import Served
parent = Served()
print("noise", flush=True)
for message in parent.messages():
    parent.send(message.upper())
"""


def test_a_served_process_says_only_its_messages_and_ends_with_its_input() -> None:
    told = framed(b"tide") + framed(b"") + framed(b"ebb" * 100_000)
    done = subprocess.run([sys.executable, "-c", ECHO], input=told, capture_output=True, check=True, timeout=20)
    assert done.stdout == framed(b"TIDE") + framed(b"") + framed(b"EBB" * 100_000)


def test_a_served_process_ends_quietly_when_nobody_listens() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ECHO], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdout.close()
    process.stdin.write(framed(b"tide"))
    process.stdin.flush()
    assert process.wait(20) == 0
    assert process.stderr
    assert process.stderr.read() == b""
    process.stdin.close()
    process.stderr.close()
