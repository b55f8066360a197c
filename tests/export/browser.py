"""A browser that a test drives as a person does, and that tells what else the page did."""

import json
import shutil
import time
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
_FLAGS = (
    "--headless",
    "--no-sandbox",  # a test may run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)
_POINT_IN = """
const region = document.querySelector(`svg .region[data-region="${arguments[0]}"]`);
region.scrollIntoView({block: "center", behavior: "instant"});
const box = region.getBoundingClientRect();
const found = [];
for (let i = 1; i < 40; i++) for (let j = 1; j < 40; j++) {
  const x = Math.round(box.x + box.width * i / 40), y = Math.round(box.y + box.height * j / 40);
  if (document.elementFromPoint(x, y)?.closest(".region") === region)
    found.push([x, y]);
}
const middle = [box.x + box.width / 2, box.y + box.height / 2];
const far = (point) => Math.hypot(point[0] - middle[0], point[1] - middle[1]);
return found.sort((one, other) => far(one) - far(other))[0] ?? null;
"""


class Browser:
    """Headless Chromium with nothing of the machine in it.

    Args:
        folder: for its profile, empty.
    """

    def __init__(self, folder):
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*_FLAGS, f"--user-data-dir={folder}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, Service(DRIVER))

    def open(self, path):
        """Open a file afresh, and forget what happened before."""
        self.driver.get("about:blank")
        self.said()
        self.requests()
        self.driver.get(path.as_uri())

    def prefer(self, **features):
        """Say what the system prefers, such as `prefers_color_scheme="dark"`."""
        wanted = [
            {"name": name.replace("_", "-"), "value": value} for name, value in features.items()
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": wanted})

    def resize(self, width, height):
        """Give the page another size."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        until = time.monotonic() + 5
        while self.run("return innerWidth") != width:
            assert time.monotonic() < until, "the page does not take its new size"

    def said(self):
        """Return what the console said since last asked."""
        return [line["message"] for line in self.driver.get_log("browser")]

    def requests(self):
        """Return the addresses that were asked for since last asked."""
        events = [
            json.loads(line["message"])["message"] for line in self.driver.get_log("performance")
        ]
        sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
        asked = [event["params"]["request"]["url"] for event in sent]
        return [address for address in asked if urlsplit(address).scheme != "about"]

    def one(self, selector):
        """Return the only element that a selector finds."""
        (found,) = self.all(selector)
        return found

    def all(self, selector):
        """Return every element that a selector finds."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def seen(self, selector):
        """Return those of them that are to be seen."""
        return self.run(
            "return [...document.querySelectorAll(arguments[0])]"
            ".filter(part => part.checkVisibility() && part.getClientRects().length)",
            selector,
        )

    def run(self, script, *arguments):
        """Return what a script returns."""
        return self.driver.execute_script(script, *arguments)

    def chain(self):
        """Return what puts mouse moves and clicks together."""
        return ActionChains(self.driver)

    def click(self, region):
        """Click a region of the picture with the mouse, where it can be seen."""
        point = self.run(_POINT_IN, region)
        assert point is not None, f"nowhere can {region} be clicked"
        chain = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(*point)
        chain.w3c_actions.pointer_action.click()
        chain.perform()

    def click_corner(self, selector):
        """Click just inside the upper left corner of an element."""
        found = self.one(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", found)
        box = self.run("return arguments[0].getBoundingClientRect().toJSON()", found)
        chain = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(box["left"] + 4, box["top"] + 4)
        chain.w3c_actions.pointer_action.click()
        chain.perform()

    def press(self, *keys):
        """Press keys, one after the other, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(getattr(Keys, key)).perform()

    def focused(self):
        """Return the element that has the focus."""
        return self.driver.switch_to.active_element

    def close(self):
        """End it, and its driver."""
        self.driver.quit()
