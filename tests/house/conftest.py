"""Starts the program in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_STARTED = Path(__file__).with_name("started.py")


@pytest.fixture
def start(tmp_path):
    """Return a function that starts the program from a folder and tells what it found."""

    def start_from(folder):
        environment = os.environ | {"PYTHONPATH": str(folder)}
        done = subprocess.run(
            [sys.executable, "-P", str(_STARTED)],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return start_from


@pytest.fixture(scope="session")
def root():
    return ROOT
