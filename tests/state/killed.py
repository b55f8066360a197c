"""Saves a handout again and again in processes that are killed at random points.

Run in a process of its own, so that forking meets neither Qt nor threads. Prints for each killed
process the number of the last save that it knew of, and the number that is in the file.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from explorer.domain.handout import Handout, Pin, PinKind
from explorer.domain.vocabulary import Language, Level
from explorer.state.handout_file import read_handout, write_handout

TIMES = 200
PINS = tuple(Pin(PinKind.CLAIM, f"claim-{number}") for number in range(400))


def save_on(path: Path, first: int, told: int) -> None:
    """Save until killed, and tell of each save when it has been done."""
    for number in range(first, first + 1_000_000):
        write_handout(path, Handout(Language.EN, Level.PLAIN, str(number), "x" * 20_000, PINS))
        os.write(told, number.to_bytes(4, "big"))


def main(folder: Path) -> None:
    """Kill so many processes, one after the other, over one file."""
    path = folder / "mine.handout.json"
    chance = random.Random(7)
    last = 0
    for _ in range(TIMES):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            save_on(path, last + 1, writer)
        os.close(writer)
        if not path.exists():
            os.read(reader, 4)
        time.sleep(chance.uniform(0.0, 0.012))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        known = last
        while data := os.read(reader, 4):
            known = int.from_bytes(data, "big")
        os.close(reader)
        last = int(read_handout(path).title)
        sys.stdout.write(f"{known} {last}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
