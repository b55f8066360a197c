"""What a clinician asks to find out whether the explanation was clear."""

from typing import NamedTuple

from explorer.domain.text import Name


class TeachBack(NamedTuple):
    """Questions about one topic, asked about the clinician's explaining and not as a test.

    Attributes:
        about: ids of places; the topic applies when one of them is selected.
        title: what the topic is called.
        prompts: one or two questions.
    """

    id: str
    about: tuple[str, ...]
    title: Name
    prompts: tuple[Name, ...]
