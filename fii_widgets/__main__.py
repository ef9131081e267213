"""`python -m fii_widgets` is `fii`."""

from fii_widgets.cli import start

start()
