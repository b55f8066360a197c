"""The assets are found from a checkout and from an installed package."""

import pytest

from explorer import assets


def test_assets_of_the_checkout_are_found():
    assert (assets.folder() / "rules" / "phrases.yaml").is_file()
    assert assets.path("rules", "phrases.yaml") == assets.folder() / "rules" / "phrases.yaml"


def test_assets_inside_the_package_come_first(tmp_path, monkeypatch):
    package = tmp_path / "explorer"
    package.mkdir()
    monkeypatch.setattr(assets, "_HERE", package)
    with pytest.raises(FileNotFoundError, match="assets folder"):
        assets.folder()
    (tmp_path / "assets").mkdir()
    assert assets.folder() == tmp_path / "assets"
    (package / "_assets").mkdir()
    assert assets.folder() == package / "_assets"
