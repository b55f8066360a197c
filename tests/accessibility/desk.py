"""A desk for assistive tools: a screen in memory and an accessibility bus, made for one test."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_SCREEN = "1440x900x24"
_QUIT_SECONDS = 5


def missing() -> list[str]:
    """Return which Debian packages are not there."""
    packages = []
    if shutil.which("Xvfb") is None:
        packages.append("xvfb")
    if shutil.which("dbus-daemon") is None:
        packages.append("dbus")
    if _launcher() is None:
        packages.append("at-spi2-core")
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    has_python = Path(SYSTEM_PYTHON).exists()
    if not has_python or subprocess.run(asked, capture_output=True, check=False).returncode:
        packages.append("python3-pyatspi")
    return packages


def _launcher() -> str | None:
    return next((path for path in _LAUNCHERS if Path(path).exists()), None)


class Desk:
    """Starts screen, buses and programs, and ends them all.

    Args:
        folder: home and runtime folder of everything that is started.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[str]] = []
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        kept = {key: os.environ[key] for key in ("PATH", "LC_ALL") if key in os.environ}
        self.environment = kept | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "GTK_A11Y": "none",
            "NO_AT_BRIDGE": "1",
        }

    def __enter__(self) -> "Desk":
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _open(self) -> None:
        display = self._announced(
            ["Xvfb", "-screen", "0", _SCREEN, "-nolisten", "tcp"], "-displayfd"
        )
        self.environment["DISPLAY"] = f":{display}"
        bus = self._announced(["dbus-daemon", "--session", "--nofork"], "--print-address=")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        launcher = _launcher()
        assert launcher is not None, "missing() was asked first"
        self.start([launcher, "--launch-immediately"])

    def start(self, command: list[str], **more: object) -> "subprocess.Popen[str]":
        """Start a process that ends with the desk."""
        log = (self._folder / f"{len(self._started)}.log").open("w")
        with log:
            process = subprocess.Popen(  # type: ignore[call-overload]
                command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                text=True,
                **more,
            )
        self._started.append(process)
        return process

    def logs(self) -> str:
        """Return what every process said."""
        return "\n".join(path.read_text() for path in sorted(self._folder.glob("*.log")))

    def run_client(self, script: Path, process: int, seconds: float) -> str:
        """Run a client with the system's Python and return what it printed."""
        done = subprocess.run(
            [SYSTEM_PYTHON, str(script), str(process), str(seconds)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10 * seconds,
            check=False,
        )
        assert done.returncode == 0, f"{done.stderr}\n{self.logs()}"
        return done.stdout.splitlines()[-1]

    def close(self) -> None:
        """End everything that was started, and what that started in its turn."""
        for process in reversed(self._started):
            process.terminate()
        for process in self._started:
            try:
                process.wait(_QUIT_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for left in self._left():
            with contextlib.suppress(ProcessLookupError):
                os.kill(left, signal.SIGTERM)
        until = time.monotonic() + _QUIT_SECONDS
        while self._left() and time.monotonic() < until:
            time.sleep(0.05)
        for left in self._left():
            with contextlib.suppress(ProcessLookupError):
                os.kill(left, signal.SIGKILL)

    def _left(self) -> list[int]:
        """Return processes with this desk's own runtime folder: they are ours and nobody else's."""
        mark = f"XDG_RUNTIME_DIR={self.environment['XDG_RUNTIME_DIR']}".encode()
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):
                if mark in path.read_bytes().split(b"\0"):
                    found.append(int(path.parent.name))
        return found

    def _announced(self, command: list[str], option: str) -> str:
        """Start something that writes where it can be reached to a pipe, and read that."""
        reader, writer = os.pipe()
        flag = [f"{option}{writer}"] if option.endswith("=") else [option, str(writer)]
        self.start([*command, *flag], pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as pipe:
            address = pipe.readline().strip()
        assert address, f"{command[0]} did not start\n{self.logs()}"
        return address


def program_command() -> list[str]:
    return [sys.executable, "-m", "explorer", "--language", "en"]
