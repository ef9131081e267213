"""How the tests are shared out over two workers (`-n 2 --dist loadgroup`, see tools/test.py)."""

import pytest


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests/site on one worker: its site, PDF and HTML check are made once. All others go where there is room."""
    for item in items:
        if "/tests/site/" in item.path.as_posix():
            item.add_marker(pytest.mark.xdist_group("site"))
