"""One small way to drive a real browser, the same for Chromium and Firefox. Knows no page of the handbook."""

from tests.browser.driver.start import BROWSERS, start
from tests.browser.driver.tab import Browser, Seen, Tab

__all__ = ["BROWSERS", "Browser", "Seen", "Tab", "start"]
