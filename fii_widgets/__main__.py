"""`python -m fii_widgets` is `fii`."""

import sys

from fii_widgets.cli import main

sys.exit(main())
