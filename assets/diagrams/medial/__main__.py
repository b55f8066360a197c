"""Makes the medial plate: ``python -m medial [FILE]``, run in the folder that holds ``medial``."""

import argparse
from pathlib import Path

from medial.draw import draw_plate

DEFAULT = Path(__file__).resolve().parent.with_suffix(".svg")


def main() -> None:
    """Draw the plate and write it."""
    parser = argparse.ArgumentParser(prog="medial", description="Draw the medial plate.")
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT, help="where to write it")
    arguments = parser.parse_args()
    arguments.file.write_text(draw_plate(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
