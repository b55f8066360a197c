"""Makes diagrams: ``python -m atelier [NAME ...]``, run in the folder that holds ``atelier``."""

import argparse
from pathlib import Path

from PIL import Image

from atelier.medial.draw import draw_plate
from atelier.slices.draw import draw_slice
from atelier.slices.plan import SLICES
from atelier.synapse.draw import draw_synapse

FOLDER = Path(__file__).resolve().parents[1]


def main() -> None:
    """Draw the diagrams that are named, or all, and write them."""
    slices = {plan.name: plan for plan in SLICES}
    names = ["medial", *slices, "synapse"]
    parser = argparse.ArgumentParser(prog="atelier", description="Draw the diagrams.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where to write them")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(names)
    if unknown:
        parser.error(f"no such diagram: {', '.join(sorted(unknown))}")
    for name in arguments.names or names:
        scan: Image.Image | None = None
        if name == "synapse":
            text = draw_synapse()
        elif name == "medial":
            text, scan = draw_plate()
        else:
            text, scan = draw_slice(slices[name])
        (arguments.folder / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")
        if scan is not None:
            scan.save(arguments.folder / f"{name}-scan.png", optimize=True)


if __name__ == "__main__":
    main()
