"""The README's promises that a machine can keep."""

import re

import pytest


@pytest.fixture
def readme(root):
    return (root / "README.md").read_text("utf-8")


def test_readme_links_to_files_that_exist(readme, root):
    links = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert links
    assert [link for link in links if not (root / link).exists()] == []


def test_readme_names_every_shortcut_of_the_menu(readme):
    from explorer.widgets.actions import MENU

    keys = " ".join(re.findall(r"^\| ([^|]+) \|", readme, re.MULTILINE))
    words = set(re.findall(r"[^\s,]+", keys)) | {","}
    letters = [command.shortcuts[0] for group in MENU for command in group if command.shortcuts]
    last = {key: key[-1] if "+" in key else key for key in letters}
    missing = [key for key in letters if last[key] not in words]
    assert missing == []


def test_readme_shows_a_claim_of_the_small_pack(readme, root):
    """The example is checked because the small pack is."""
    block = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)[1]
    shown = {line.split("#")[0].strip() for line in block.splitlines()}
    pack = (root / "tests/pack/small_pack/claims/amygdala.yaml").read_text("utf-8")
    assert shown - {line.strip() for line in pack.splitlines()} == set()
