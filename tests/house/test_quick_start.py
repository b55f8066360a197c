"""What the hurry of a start leaves behind, and what it does with a damaged copy."""

import json
import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

_HURRIED = Path(__file__).with_name("hurried.py")


@pytest.fixture
def hurry(root, tmp_path):
    """Return a function that loads PySide in a process of its own, with a file to keep code in."""
    environment = os.environ | {"PYTHONPATH": str(root)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(kept, **more):
        done = subprocess.run(
            [sys.executable, "-P", str(_HURRIED), str(kept)],
            env=environment | more,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


def test_second_start_compiles_nothing_of_pyside(hurry, tmp_path):
    kept = tmp_path / "cache" / "kept.pyc"
    first, second = hurry(kept), hurry(kept)
    assert "shibokensupport/signature/loader.py" in first["compiled"]
    assert second["compiled"] == []
    assert [path.name for path in kept.parent.iterdir()] == ["kept.pyc"]


def test_pyside_works_as_without_hurry(hurry, tmp_path):
    for _ in range(2):
        found = hurry(tmp_path / "kept.pyc")
        assert found["restored"]
        assert found["feature"], "PySide's own import was not given back"
        assert not found["argparse"]
        assert not found["sources_read"], "PySide looked through the source of a module"
        assert "QColor" in found["refusal"]
        assert "Supported signatures" in found["refusal"]
        assert found["late"]
        assert not found["unknown"]


@pytest.mark.parametrize(
    "damaged",
    [b"", b"no code", marshal.dumps(["x"]), marshal.dumps({"signature_bootstrap.py": (b"", None)})],
)
def test_damaged_copy_is_made_anew(hurry, tmp_path, damaged):
    kept = tmp_path / "kept.pyc"
    kept.write_bytes(damaged)
    assert "shibokensupport/signature/loader.py" in hurry(kept)["compiled"]
    assert hurry(kept)["compiled"] == []


def test_nothing_is_kept_where_python_keeps_nothing(hurry, tmp_path):
    kept = tmp_path / "kept.pyc"
    hurry(kept, PYTHONDONTWRITEBYTECODE="1")
    assert not kept.exists()
