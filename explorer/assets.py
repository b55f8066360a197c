"""Where the program's own files are. No other module knows."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def folder() -> Path:
    """Return the assets folder: inside the installed package, or beside it in a checkout.

    Raises:
        FileNotFoundError: when the installation is broken and neither is there.
    """
    for candidate in (_HERE / "_assets", _HERE.parent / "assets"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("the assets folder of MDMA Brain Explorer is missing")


def path(*parts: str) -> Path:
    """Return the path of one asset, such as `path("rules", "phrases.yaml")`."""
    return folder().joinpath(*parts)
