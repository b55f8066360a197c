"""Handouts as files: what is saved is read back; what is no handout is refused with a reason."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.state.handout_file import (
    VERSION,
    HandoutFileError,
    decode,
    encode,
    read_handout,
    write_handout,
)

SIGHT = Sight("medial", 0, "amygdala", Use.CHRONIC, Phase.LONG_TERM, Lens.HUMAN, mirrored=True)
FULL = Handout(
    Language.NL,
    Level.CLINICAL,
    "Na het gesprek: “thuis”",
    "Eerste regel\nTweede regel é",
    (
        Pin(PinKind.CLAIM, "a"),
        Pin(PinKind.PICTURE, "medial", SIGHT),
        Pin(PinKind.PICTURE, "medial", SIGHT._replace(region=None)),
        Pin(PinKind.CHECK, "c"),
        Pin(PinKind.PLOT, "d"),
        Pin(PinKind.SOURCE, "e"),
    ),
    (("sleep", Tick.AGAIN), ("mood", Tick.EXPLAINED)),
)

texts = st.text()
sights = st.builds(
    Sight,
    texts,
    st.integers(0, 99),
    st.none() | texts,
    st.sampled_from(Use),
    st.sampled_from(Phase),
    st.sampled_from(Lens),
    st.booleans(),
)
others = st.sampled_from([kind for kind in PinKind if kind is not PinKind.PICTURE])
pins = st.builds(Pin, others, texts, st.none()) | st.builds(
    Pin, st.just(PinKind.PICTURE), texts, sights
)
handouts = st.builds(
    Handout,
    st.sampled_from(Language),
    st.sampled_from(Level),
    texts,
    texts,
    st.lists(pins, unique=True, max_size=5).map(tuple),
    st.dictionaries(texts, st.sampled_from(Tick), max_size=4).map(lambda ticks: (*ticks.items(),)),
)


def content(**changes):
    return json.loads(encode(FULL)) | changes


def refused(data):
    raw = data if isinstance(data, bytes) else json.dumps(data, indent=1).encode()
    with pytest.raises(HandoutFileError) as caught:
        decode(raw, "mine.handout.json")
    problem = caught.value.problem
    assert problem.file == "mine.handout.json"
    assert problem.what
    assert problem.mend
    assert 1 <= problem.line <= raw.count(b"\n") + 1
    return problem


@settings(max_examples=60, deadline=None)
@given(handouts)
def test_what_is_saved_is_read_back(handout):
    assert decode(encode(handout).encode(), "file") == handout


def test_a_file_is_written_and_read(tmp_path):
    path = tmp_path / "mine.handout.json"
    write_handout(path, FULL)
    assert read_handout(path) == FULL
    assert [each.name for each in tmp_path.iterdir()] == ["mine.handout.json"]


def test_a_file_of_another_editor_is_read():
    assert decode(b"\xef\xbb\xbf" + encode(FULL).replace("\n", "\r\n").encode(), "file") == FULL


def test_what_is_left_out_has_a_default():
    bare = {"format": content()["format"], "version": 1, "language": "en", "level": "plain"}
    assert decode(json.dumps(bare).encode(), "file") == Handout(Language.EN, Level.PLAIN)


def test_what_a_later_program_added_is_passed_over():
    assert decode(json.dumps(content(color="red")).encode(), "file") == FULL


def test_the_same_pin_twice_counts_once():
    twice = content(pins=[{"kind": "claim", "id": "a"}] * 2)
    assert decode(json.dumps(twice).encode(), "file").pins == (Pin(PinKind.CLAIM, "a"),)


@pytest.mark.parametrize(
    "garbage",
    [
        *(b"", b"{", b"null", b"[]", b"7", b'"x"', b"{}", b"\xff\xfe\x00", b"\0" * 9, b"NaN"),
        *(b"[" * 90_000, b"{" * 9, b" " * 1_000_001, b'{"format": ' + b"9" * 9000 + b"}"),
    ],
    ids=lambda raw: str(raw[:12]),
)
def test_what_is_no_handout_is_refused(garbage):
    refused(garbage)


def test_a_newer_file_says_that_the_program_is_too_old():
    problem = refused(content(version=VERSION + 1))
    assert "newer" in problem.what
    assert "update" in problem.mend
    assert problem.line == 3


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"version": True}, 3, "version"),
        ({"version": 0}, 3, "version"),
        ({"language": "de"}, 4, "language"),
        ({"level": None}, 5, "level"),
        ({"title": 7}, 6, "title"),
        ({"note": ["a"]}, 7, "note"),
        ({"note": "\ud83d"}, 7, "half a character"),
        ({"pins": {}}, 8, "pins"),
        ({"pins": ["a"]}, 9, "pin"),
        ({"pins": [{"kind": "song", "id": "a"}]}, 10, "kind"),
        ({"pins": [{"kind": "claim"}]}, 9, "id"),
        ({"pins": [{"kind": "claim", "id": "a", "sight": {}}]}, 12, "sight"),
        ({"pins": [{"kind": "picture", "id": "a"}]}, 9, "sight"),
        ({"pins": [{"kind": "picture", "id": "a", "sight": {"view": 1}}]}, 13, "view"),
        ({"pins": [], "ticks": []}, 9, "ticks"),
        ({"pins": [], "ticks": {"sleep": "perhaps"}}, 10, "sleep"),
    ],
    ids=str,
)
def test_a_fault_is_named_with_its_line(changes, line, said):
    problem = refused(content(**changes))
    assert said in problem.what
    assert problem.line == line


@pytest.mark.parametrize(("field", "value"), [("plane", -1), ("plane", True), ("mirrored", 1)])
def test_a_fault_of_a_sight_is_named(field, value):
    sight = SIGHT._asdict() | {field: value}
    problem = refused(content(pins=[{"kind": "picture", "id": "medial", "sight": sight}]))
    assert problem.line > 12


def test_a_broken_line_is_named():
    lines = encode(FULL).splitlines()
    lines[6] = lines[6].rstrip('",')
    assert refused("\n".join(lines).encode()).line == 7


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 2000), st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused_and_never_worse(noise, at, cut):
    whole = encode(FULL).encode()
    damaged = whole[:at] + noise + whole[at + cut :]
    with suppress(HandoutFileError):
        assert isinstance(decode(damaged, "file"), Handout)


def test_a_place_without_a_file_is_told(tmp_path):
    with pytest.raises(HandoutFileError, match="cannot be read"):
        read_handout(tmp_path / "none.handout.json")


def test_a_failed_save_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "mine.handout.json"
    write_handout(path, FULL)

    def full_disk(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_handout(path, FULL._replace(title="other"))
    monkeypatch.undo()
    assert read_handout(path) == FULL
    assert [each.name for each in tmp_path.iterdir()] == ["mine.handout.json"]
