"""Starts a browser of either kind for a test. The programs are those that the set-up found."""

import os
import sysconfig
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from tests.browser.driver.chromium import Chromium
from tests.browser.driver.firefox import Firefox
from tests.browser.driver.tab import Browser
from tools.places import ROOT
from tools.setup import fetch
from tools.setup.programs import find_browser, find_node

BROWSERS = ("chromium", "firefox")


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

    `init` is JavaScript that runs in every page before the page's own scripts; `ready` says of a page
    that was loaded whether a hand may touch it (`Tab.ready`).
    """
    if kind == "chromium":
        return Chromium(playwright, program(kind), profile, flags, init, ready, **options)
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
