"""`python -m tools.release.proof [subject …] [--count N] [--only SEED]`: what was tried against loss and attack, as one table.

Only the entry: the subjects stand in tests/proof/.
"""

import sys

from tools.release import own_tests


def main(arguments: list[str]) -> int:
    own_tests.make_importable()
    from tests.proof import run

    return run.main(arguments)


if __name__ == "__main__":
    sys.exit(main([word for word in sys.argv[1:] if word != "--"]))
