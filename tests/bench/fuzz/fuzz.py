"""A bounded run of fuzzing: coverage-guided with atheris where it is installed, else mutations drawn by hypothesis.

    python tests/bench/fuzz/fuzz.py [--seconds N] [--most N] [--with atheris|hypothesis] [BODY...]

Bodies: page inside text words feed lists query json (all of them, if none is named).  Atheris is no dependency of the project:
`pip install atheris` into an environment of your own that sees this one's packages.  What is found is printed with the input that
shows it; the exit status is then 1.  Each body runs in a process of its own, so that one that dies takes no other with it.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))
MOST_BYTES = 20_000
SLOW = 10.0
"""Seconds of processor time that no input of so few bytes may take."""
STUCK = 120
"""Seconds by the clock after which an input is given up: libFuzzer knows no other, and the machine may be busy."""


def with_atheris(name: str, seconds: int) -> int:
    """Run one body, guided by which lines of the package its inputs reach; ends the process."""
    import atheris  # type: ignore[import-untyped]  # noqa: PLC0415 - no dependency of the project

    with atheris.instrument_imports(include=["reader"]):
        from tests.bench.fuzz.bodies import BODIES, seeds  # noqa: PLC0415 - only now, so that atheris sees it
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(name)):
            Path(corpus, str(number)).write_bytes(seed[:MOST_BYTES])
        bounds = [
            f"-max_total_time={seconds}",
            f"-max_len={MOST_BYTES}",
            f"-timeout={STUCK}",
            "-rss_limit_mb=1024",
            "-print_final_stats=1",
            f"-artifact_prefix={tempfile.gettempdir()}/{name}-",
        ]
        atheris.Setup([sys.argv[0], corpus, *bounds], BODIES[name])
        atheris.Fuzz()
    return 0


def with_hypothesis(name: str, seconds: int, most: int) -> int:
    """Run one body on inputs that hypothesis draws: bytes, and pieces of the seeds cut, doubled and put elsewhere."""
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415
    from hypothesis import strategies as st  # noqa: PLC0415

    from tests.bench.fuzz.bodies import BODIES, seeds  # noqa: PLC0415 - as above

    known = seeds(name)
    piece = st.builds(
        lambda seed, at, size: seed[at % len(seed) :][:size],
        st.sampled_from(known),
        st.integers(0, MOST_BYTES),
        st.integers(1, 400),
    )
    mutated = st.lists(st.one_of(piece, piece, st.binary(max_size=8), st.text(max_size=8).map(str.encode)), max_size=12).map(
        b"".join
    )
    tried, slowest, until = 0, 0.0, time.monotonic() + seconds

    @settings(
        max_examples=200,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(st.one_of(mutated, mutated, st.binary(max_size=200)))
    def run(data: bytes) -> None:
        nonlocal tried, slowest
        start = time.process_time()
        BODIES[name](data)
        tried, slowest = tried + 1, max(slowest, time.process_time() - start)
        assert time.process_time() - start < SLOW

    while time.monotonic() < until and tried < most:
        try:
            run()
        except Exception:  # noqa: BLE001 - whatever it is, it is what was looked for
            traceback.print_exc()
            return 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:8} {tried:>9,} inputs, {slowest:.2f} s at most, {memory} MiB at most")
    return 0


def main() -> int:
    """Run the bodies that are named, one after the other."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=30, help="for each body (default 30)")
    parser.add_argument("--most", type=int, default=1_000_000, help="inputs for each body, with hypothesis")
    parser.add_argument("--with", dest="engine", choices=("atheris", "hypothesis"), default="", help="default: what is there")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("bodies", nargs="*", default=["page", "inside", "text", "words", "feed", "lists", "query", "json"])
    given = parser.parse_args()
    engine = given.engine or ("atheris" if importlib.util.find_spec("atheris") else "hypothesis")
    if given.here:
        name = given.bodies[0]
        return with_atheris(name, given.seconds) if engine == "atheris" else with_hypothesis(name, given.seconds, given.most)
    bad = 0
    for name in given.bodies:
        words = [
            sys.executable,
            __file__,
            "--here",
            "--with",
            engine,
            "--seconds",
            str(given.seconds),
            "--most",
            str(given.most),
            name,
        ]
        print(f"== {name} ({engine})", flush=True)
        bad += subprocess.run(words, check=False).returncode != 0
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
