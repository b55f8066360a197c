"""`python -m tests.bench [--json FILE] [--quick]`."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import PySide6

from tests.bench.sample import Row, Sample, table

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_LIMIT_SECONDS = 300
_HAS_LOAD = hasattr(os, "getloadavg")
_PLUGIN = os.environ.get("QT_QPA_PLATFORM") or "offscreen"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every number to a file")
    parser.add_argument("--quick", action="store_true", help="a short look, not for quoting")
    options = parser.parse_args()
    rounds, clicks, steps = (3, 60, 100) if options.quick else (21, 500, 1000)
    machine = _machine()
    print(", ".join(f"{name} {value}" for name, value in machine.items()))  # noqa: T201
    with tempfile.TemporaryDirectory() as home:
        floors, programs = _starts(rounds, home)
        session = _run("session.py", home, BENCH_CLICKS=str(clicks), BENCH_STEPS=str(steps))
        plots = _run("plots.py", home, BENCH_STEPS=str(steps // 5))
        handouts = _run("handout.py", home, BENCH_TIMES=str(rounds))
    rows = _start_rows(floors, programs) + _session_rows(session) + _plot_rows(plots)
    rows += _handout_rows(handouts)
    if not programs[0]["baked"]:
        print("the baked copies are stale: run `mdma-brain-explorer bake` first")  # noqa: T201
    print(f"min / median / p95; {rounds} starts of each, {clicks} clicks, {steps} steps\n")  # noqa: T201
    print(table(rows))  # noqa: T201
    print(f"\nmedian start, ms: {_stages(programs)}")  # noqa: T201
    slowest = {name: max(values) for name, values in session.items()}
    print(f"slowest click {slowest['clicks']:.1f} ms, slowest step {slowest['scrubs']:.1f} ms")  # noqa: T201
    if options.json:
        report = {"machine": machine, "rows": [row.as_json() for row in rows], "starts": programs}
        options.json.write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    return 0


def _machine() -> dict[str, object]:
    return {
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "PySide6": PySide6.__version__,
        "platform plugin": _PLUGIN,
        "busy with other things (load)": f"{os.getloadavg()[0]:.1f}" if _HAS_LOAD else "unknown",
    }


def _starts(rounds, home):
    """Start both in turn, so that a busy moment of the machine falls on both."""
    floors, programs = [], []
    for number in range(-1, rounds):
        floor, program = _run("floor.py", home), _run("program.py", home)
        if number >= 0:  # the first warms disk and byte code
            floors.append(floor)
            programs.append(program)
    return floors, programs


def _run(script, home, **given):
    environment = os.environ | given | {"PYTHONPATH": str(_ROOT), "HOME": home}
    environment |= {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "CACHE", "DATA")}
    environment["QT_QPA_PLATFORM"] = _PLUGIN
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    command = [sys.executable, "-P", str(_HERE / script)]
    environment["BENCH_START"] = repr(time.perf_counter())
    done = subprocess.run(
        command,
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_LIMIT_SECONDS,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{script} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def _start_rows(floors, programs):
    floor = Sample(tuple(one["painted"] for one in floors))
    rows = []
    for what, key, bar in (
        ("start to first paint of the brain", "painted", 1.4),
        ("start to interactive", "interactive", 1.6),
    ):
        sample = Sample(tuple(one[key] for one in programs))
        rows.append(Row(what, "ms", sample, floor, sample.median / floor.median, bar, "x"))
    if floors[0]["memory"] is not None:
        least = Sample(tuple(one["memory"] for one in floors))
        ours = Sample(tuple(one["memory"] for one in programs))
        more = ours.median - least.median
        rows.append(Row("resident memory, interactive", "MiB", ours, least, more, 40, "MiB more"))
    return rows


def _session_rows(session):
    clicks, scrubs, times = (
        Sample(tuple(session[name])) for name in ("clicks", "scrubs", "moments")
    )
    return [
        Row("click to painted panel, p95", "ms", clicks, None, clicks.p95, 16.7, "ms"),
        Row("slider frame at 1600 x 1000, p95", "ms", scrubs, None, scrubs.p95, 8.3, "ms"),
        Row("time scrub frame at 1600 x 1000, p95", "ms", times, None, times.p95, 8.3, "ms"),
    ]


def _plot_rows(plots):
    first, every, pans = (Sample(tuple(plots[name])) for name in ("first", "every", "pans"))
    return [
        Row("first plot after the click, warmed up", "ms", first, None, first.high, 50, "ms"),
        Row("every further plot, p95", "ms", every, None, every.p95, 50, "ms"),
        Row("frame while panning 10,000 points, p95", "ms", pans, None, pans.p95, 16.7, "ms"),
    ]


def _handout_rows(handouts):
    pdfs = Sample(tuple(handouts["pdfs"]))
    return [Row("PDF of a handout of eight pins, slowest", "ms", pdfs, None, pdfs.high, 500, "ms")]


def _stages(programs):
    names = [name for name in programs[0] if name not in ("memory", "baked")]
    medians = {name: Sample(tuple(one[name] for one in programs)).median for name in names}
    return ", ".join(f"{name} {value:.0f}" for name, value in medians.items())


if __name__ == "__main__":
    sys.exit(main())
