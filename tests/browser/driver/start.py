"""Starts a browser of any kind for a test. The programs are those that the set-up found."""

import os
import sysconfig
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.browser.driver.chromium import Chromium
from tests.browser.driver.firefox import Firefox
from tests.browser.driver.tab import Browser
from tests.browser.driver.webkit import WebKit
from tools.paths import ROOT
from tools.setup import fetch
from tools.setup.programs import find_browser, find_node, find_webkit

BROWSERS = ("chromium", "firefox")
#: the two, and the engine of Safari where the machine has it
ENGINES = (*BROWSERS, "webkit")


def start(
    kind: str,
    playwright: Playwright,
    profile: Path,
    *,
    flags: Sequence[str] = (),
    preferences: dict[str, object] | None = None,
    init: str = "",
    ready: str = "",
    **options: Any,
) -> Browser:
    """Start a browser with a profile folder; flags and options are for Chromium, preferences for Firefox.

    `init` is JavaScript that runs in every page before the page's own scripts, not in WebKit; `ready` says of a page
    that was loaded whether a hand may touch it (`Tab.ready`).
    """
    if kind == "chromium":
        return Chromium(playwright, program(kind), profile, flags, init, ready, **options)
    if kind == "webkit":
        if not (programs := find_webkit(os.environ.get("PATH", ""))):
            pytest.skip("not run: no WebKit here (python tools/do.py setup)")
        assert not init, "WebDriver puts no script into a page before its own"
        return WebKit(programs, profile, ready)
    return Firefox(node(), program(kind), profile, preferences or {}, init, ready)


@cache
def program(kind: str) -> str:
    """The browser's program: what the set-up found, else what it would find. Raises where there is none."""
    named = os.environ.get(f"FII_{kind.upper()}")
    found = named or find_browser(kind, os.environ.get("PATH", ""), fetch.downloaded(ROOT, kind))
    assert found, f"no {kind} here: python tools/do.py setup"
    return found


@cache
def node() -> str:
    """Node's program."""
    found = find_node(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib")))
    assert found, "no Node here: python tools/do.py setup"
    return found.node
