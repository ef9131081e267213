"""One small way to drive a real browser, the same for Chromium, Firefox and WebKit. Knows no page of the handbook."""

from tests.browser.driver.start import BROWSERS, ENGINES, start
from tests.browser.driver.tab import Browser, Seen, Tab

__all__ = ["BROWSERS", "ENGINES", "Browser", "Seen", "Tab", "start"]
