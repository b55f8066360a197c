"""A program that is killed while it saves never loses the last saved file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
def test_two_hundred_kills_lose_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-P", str(Path(__file__).with_name("killed.py")), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert len(told) == 200
    # The file holds the last save that was known to be done, or the one after it.
    assert [each for each in told if each[1] not in (each[0], each[0] + 1)] == []
    assert told[-1][1] > 200, "most processes got as far as saving"
    assert any(known != found for known, found in told) or len(list(tmp_path.iterdir())) > 1, (
        "some were killed in the middle"
    )
