"""A headless Chromium that stays open and does what it is told, over two pipes.

It speaks the DevTools protocol: a JSON text, then a zero byte. No driver library is needed.
"""

import base64
import contextlib
import itertools
import json
import os
import subprocess
import sys
import time

from browser import CHROMIUM

PATIENCE = 30

# The browser reads from 3 and writes to 4. Both ends go out of the way first.
_START = """
import os, sys
ends = [os.dup(os.dup(os.dup(int(end)))) for end in sys.argv[1:3]]
for end, number in zip(ends, (3, 4)):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Tab:
    """A page of the browser."""

    def __init__(self, send, session):
        self._send, self._session = send, session

    def call(self, method, **given):
        return self._send(method, given, self._session)

    def run(self, script):
        """Return what a script says; a promise is waited for."""
        found = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def until(self, script):
        """Wait until a script says something true, and return that."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # Between two pages a script finds nothing to run in.
            with contextlib.suppress(AssertionError):
                found = self.run(script)
                if found:
                    return found
            time.sleep(0.02)
        raise AssertionError(f"never true: {script}; {self.run('document.body.innerText')}")

    def size(self, width, height):
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def scheme(self, name):
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def shoot(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))


@contextlib.contextmanager
def chromium(folder):
    """Start the browser; yield what opens an address in a new tab."""
    (theirs, to), (back, ours) = os.pipe(), os.pipe()
    words = [
        *(sys.executable, "-c", _START, str(theirs), str(ours)),
        *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
        *("--disable-dev-shm-usage", "--hide-scrollbars", f"--user-data-dir={folder / 'tabs'}"),
    ]
    process = subprocess.Popen(  # noqa: S603 - the browser of this machine
        words, pass_fds=(theirs, ours), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    os.close(theirs)
    os.close(ours)
    numbers = itertools.count(1)
    with open(to, "wb") as out, open(back, "rb") as answers:  # noqa: PTH123 - pipes

        def send(method, given=None, session=None):
            number = next(numbers)
            told = {"id": number, "method": method, "params": given or {}}
            told |= {"sessionId": session} if session else {}
            out.write(json.dumps(told).encode() + b"\0")
            out.flush()
            while True:
                answer = json.loads(b"".join(iter(lambda: answers.read(1), b"\0")))
                if answer.get("id") == number:
                    assert "error" not in answer, answer
                    return answer["result"]

        def open_tab(url):
            target = send("Target.createTarget", {"url": url})["targetId"]
            attached = send("Target.attachToTarget", {"targetId": target, "flatten": True})
            return Tab(send, attached["sessionId"])

        try:
            yield open_tab
            send("Browser.close")
            process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()
