"""The command line, in processes of its own, as a person starts it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import __version__
from explorer.domain.vocabulary import Language, Level, Use
from explorer.options import OptionError, parse

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(own_folders):
    """Return a function that runs the program and returns code, output and errors."""

    def run_one(*arguments, cwd=None):
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
        }
        done = subprocess.run(
            [sys.executable, "-m", "explorer", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env=environment,
            cwd=cwd or own_folders,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    return run_one


def test_version(run):
    assert run("--version") == (0, f"mdma-brain-explorer {__version__}\n", "")


def test_help_names_every_option(run):
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    for option in ("--language", "--level", "--region", "--use", "--pack", "--version", "check"):
        assert option in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--languag", "nl"], "--languag"),
        (["--language", "de"], "'de'"),
        (["--language"], "--language"),
        (["--use", "once"], "'once'"),
        (["--region", "toe"], "'toe'"),
        (["--pack", "nowhere/at/all"], "nowhere/at/all"),
        (["surplus"], "surplus"),
        (["bake", "now"], "bake"),
        (["--platform", "xcb"], "--platform"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_one_line_and_no_window(run, arguments, said):
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1, err
    assert err.endswith("\n")
    assert said in err
    assert "Traceback" not in err


def test_options_are_read():
    options = parse(
        ["--language", "nl", "--level", "clinical", "--region", "x", "--use", "chronic"]
    )
    assert options.language is Language.NL
    assert options.level is Level.CLINICAL
    assert (options.region, options.use, options.pack) == ("x", Use.CHRONIC, None)
    assert parse(["--pack", str(ROOT)]).pack == ROOT
    nothing = parse([])
    assert [nothing.language, nothing.level, nothing.region, nothing.use, nothing.pack] == [
        None
    ] * 5


@pytest.mark.parametrize("arguments", [["--language", "xx"], ["--wrong"], ["--use", ""]])
def test_wrong_options_raise_for_embedders(arguments):
    with pytest.raises(OptionError):
        parse(arguments)


def test_check_finds_no_fault_in_the_built_in_pack(run):
    code, out, err = run("check")
    assert (code, err) == (0, "")
    counts = {"links": 6, "parts": 13, "effects": 18}
    there = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    wanted = (
        rf"\d+ claims, 10 regions, {there}, \d+ checks, \d+ teach-back topics, "
        r"\d+ references, 47 data sets, 2 tours: no faults\n"
    )
    assert re.fullmatch(wanted, out)


def test_check_of_a_pack_without_faults(run, coffee):
    code, out, err = run("check", coffee)
    assert (code, out, err) == (0, "16 claims, 2 regions, 3 references: no faults\n", "")


def test_check_names_each_fault_with_file_and_line(run, coffee, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(coffee, broken)
    path = broken / "claims" / "all.yaml"
    text = path.read_text("utf-8")
    line = text.count("\n", 0, text.index('"about": "eiland"')) + 1
    path.write_text(text.replace('"about": "eiland"', '"about": "toe"', 1), "utf-8")
    code, out, err = run("check", broken)
    assert (code, err) == (1, "")
    *faults, summary = out.splitlines()
    assert any(fault.startswith(f"claims/all.yaml:{line}: ") for fault in faults)
    assert all(re.fullmatch(r"[\w./-]+:\d+: .+; .+", fault) for fault in faults)
    assert summary.endswith(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}")


@pytest.mark.parametrize("arguments", [["a", "b"], ["--wrong"], ["nowhere"]])
def test_check_called_wrongly_is_one_line(run, arguments):
    code, out, err = run("check", *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_check_help(run):
    code, out, err = run("check", "--help")
    assert (code, err) == (0, "")
    assert out.startswith("usage:")


DRIVER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explorer import assembly
build = assembly.assemble
def build_and_close(*arguments):
    window = build(*arguments)
    print(window.windowTitle())
    QTimer.singleShot(0, window.close)
    return window
assembly.assemble = build_and_close
from explorer.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_window_opens_and_closing_it_ends_the_program(own_folders):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, "--language", "nl", "--region", "amygdala"],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        cwd=own_folders,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "MDMA Brain Explorer\n")
    assert "Traceback" not in done.stderr
