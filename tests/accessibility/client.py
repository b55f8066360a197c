"""Operates the running program through AT-SPI alone, as an assistive tool would.

Run by the system's Python, which has pyatspi: `python3 client.py PID SECONDS`. It knows nothing of
the program but the names that a person hears. Prints what it saw as one line of JSON.
"""

import json
import sys
import time

import pyatspi

REGIONS = ("Amygdala", "Hypothalamus", "Hippocampus")
PANEL = {"en": "Effects", "nl": "Effecten"}
SECTIONS = {
    "en": ("During (acute)", "Afterwards (long-term)"),
    "nl": ("Tijdens (acuut)", "Daarna (lange termijn)"),
}
SLIDER = {"en": "Therapeutic or chronic use", "nl": "Therapeutisch of chronisch gebruik"}
ACTING = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_SLIDER,
}


class Client:
    """Looks at one application on the accessibility bus.

    Args:
        process: its process id.
        seconds: how long to wait for anything to become so.
    """

    def __init__(self, process, seconds):
        self.seconds = seconds
        self.application = self.wait(lambda: self._find_application(process), "the program")

    def wait(self, ask, what):
        """Ask until the answer is true, and return it."""
        until = time.monotonic() + self.seconds
        while True:
            try:
                answer = ask()
            except (LookupError, RuntimeError, pyatspi.GLib.GError):
                answer = None  # the object went away in the meantime: look again
            if answer:
                return answer
            if time.monotonic() > until:
                raise SystemExit(f"waited in vain for {what}\n{self.outline()}")
            time.sleep(0.05)

    def nodes(self, top=None):
        """Yield everything that shows, from the top down."""
        pending = [top or self.application]
        while pending:
            node = pending.pop(0)
            node.clear_cache()
            if node is not self.application and not has(node, pyatspi.STATE_SHOWING):
                continue
            yield node
            pending[:0] = [child for child in node if child is not None]

    def find(self, name, *roles):
        """Return what shows under this name, or None."""
        for node in self.nodes():
            if node.name == name and (not roles or node.getRole() in roles):
                return node
        return None

    def words(self, name):
        """Return every name and text that shows inside what has this name."""
        top = self.find(name)
        if top is None:
            return []
        return [node.name for node in self.nodes(top) if node.name]

    def outline(self):
        """Return the tree as a person would draw it, for a message."""
        return "\n".join(f"{node.getRoleName()}: {node.name!r}" for node in self.nodes())

    @staticmethod
    def _find_application(process):
        desktop = pyatspi.Registry.getDesktop(0)
        for application in desktop:
            if application is not None and application.get_process_id() == process:
                return application if len(application) else None
        return None


def has(node, state):
    return node.getState().contains(state)


def act(node):
    """Do what a screen reader's own key does: toggle, else press."""
    action = node.queryAction()
    names = [action.getName(place) for place in range(action.nActions)]
    wanted = next(name for name in ("Toggle", "Press") if name in names)
    action.doAction(names.index(wanted))
    return wanted


def describe(node):
    action = node.queryAction()
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return {
        "role": node.getRoleName(),
        "description": node.description,
        "checkable": has(node, pyatspi.STATE_CHECKABLE),
        "checked": has(node, pyatspi.STATE_CHECKED),
        "focusable": has(node, pyatspi.STATE_FOCUSABLE),
        "box": [box.x, box.y, box.width, box.height],
        "actions": [action.getName(place) for place in range(action.nActions)],
    }


def region(client, name):
    return client.wait(lambda: client.find(name, *ACTING), f"the region {name}")


def is_checked(client, name):
    return has(region(client, name), pyatspi.STATE_CHECKED)


def pick_each_region(client, saw):
    """Select the regions one after the other and read the panel each time."""
    saw["regions"], saw["panels"] = {}, {}
    for name in REGIONS:
        saw["regions"][name] = describe(region(client, name))
        pick_region(client, name)
        saw["panels"][name] = client.words(PANEL["en"])
        saw["sections"] = {heading: client.words(heading) for heading in SECTIONS["en"]}
    saw["checked"] = [name for name in REGIONS if is_checked(client, name)]


def pick_region(client, name):
    act(region(client, name))
    client.wait(lambda: is_checked(client, name), f"{name} to be selected")
    client.wait(lambda: client.find(SECTIONS["en"][0]), "the first section")


def move_slider(client, saw):
    """Set the slider to its maximum and back to its minimum, and read the panel at both ends."""
    slider = client.wait(lambda: client.find(SLIDER["en"], pyatspi.ROLE_SLIDER), "the slider")
    value = slider.queryValue()
    saw["slider"] = {"minimum": value.minimumValue, "maximum": value.maximumValue}
    for end in ("maximum", "minimum"):
        set_slider(client, slider, saw["slider"][end])
        saw[f"slider_{end}"] = client.words(PANEL["en"])


def set_slider(client, slider, goal):
    before = client.words(PANEL["en"])
    slider.queryValue().currentValue = goal
    client.wait(lambda: slider.queryValue().currentValue == goal, f"the slider at {goal}")
    client.wait(lambda: client.words(PANEL["en"]) != before, "other words in the panel")


def change_language(client, saw):
    """Choose Dutch, read the panel, and go back to English."""
    for language, name in (("nl", "Nederlands"), ("en", "English")):
        choose_language(client, language, name)
        saw[f"language_{language}"] = client.words(PANEL[language])
        saw[f"slider_{language}"] = bool(client.find(SLIDER[language], pyatspi.ROLE_SLIDER))


def choose_language(client, language, name):
    def switch():
        radios = (node for node in client.nodes() if node.getRole() == pyatspi.ROLE_RADIO_BUTTON)
        return next((radio for radio in radios if name in radio.name), None)

    act(client.wait(switch, f"the switch for {name}"))
    client.wait(lambda: client.find(PANEL[language]), f"the panel in {name}")


def clear(client, saw):
    """Toggle the selected region once more."""
    act(region(client, REGIONS[-1]))
    client.wait(lambda: not is_checked(client, REGIONS[-1]), "nothing selected")
    saw["cleared"] = [name for name in REGIONS if is_checked(client, name)]


def main():
    process, seconds = int(sys.argv[1]), float(sys.argv[2])
    client = Client(process, seconds)
    client.wait(lambda: client.find("Brain diagram"), "the diagram")
    saw = {}
    pick_each_region(client, saw)
    saw["unnamed"] = [
        f"{node.getRoleName()} in {node.parent.name!r}"
        for node in client.nodes()
        if node.getRole() in ACTING and not node.name
    ]
    saw["acting"] = sum(node.getRole() in ACTING for node in client.nodes())
    move_slider(client, saw)
    change_language(client, saw)
    clear(client, saw)
    print(json.dumps(saw))  # noqa: T201


main()
