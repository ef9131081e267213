"""The one source of the Content-Security-Policy: as a meta element, as headers, online and offline."""

from pathlib import Path

from tools.pages import markup
from tools.pages.markup import Node, Page

#: What anything over http may load, workers included. No blob:, no unsafe-inline, no unsafe-eval; and text becomes
#: HTML or the address of a script by the one policy of docs/javascripts/base/trusted.js only.
ONLINE: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
    "object-src": ("'none'",),
    "require-trusted-types-for": ("'script'",),
    "trusted-types": ("fii",),
}
#: The copy on a disk: its worker starts from a data: address with all it needs, so nothing there asks for a file,
#: and Firefox refuses font files beside a page on file://, so fonts stand in the style sheet.
OFFLINE: dict[str, tuple[str, ...]] = ONLINE | {
    "font-src": ("data:",),
    "connect-src": ("'none'",),
    "worker-src": ("data:",),
}
#: The script type of our data; every other may be one that some browser runs.
DATA = "application/json"
HEADERS_FILE = "_headers"
#: Who may show a page in a frame: any website, such as a learning environment, also one on an intranet. There is no
#: account to take over, and a browser keeps what is filled in inside another site apart from the reader's own dossier.
FRAMED = "frame-ancestors 'self' http: https:"
#: Not the dossier itself: there it would be another, empty one, that some browsers forget.
NOT_FRAMED = ("/dossier/*", "frame-ancestors 'self'")

#: Files whose name says what is in them (tools/passes/assets.py): a browser never has to ask for these again.
NAMED_BY_CONTENT = ("/javascripts/*", "/stylesheets/*", "/runtime/*")
FOR_EVER = "public, max-age=31536000, immutable"


def text(policy: dict[str, tuple[str, ...]]) -> str:
    """Write a policy as one line. It names no hash: a script that stands in a page itself is never ours."""
    return "; ".join(" ".join((name, *values)) for name, values in policy.items())


def headers() -> dict[str, str]:
    """Give the headers of every answer over http; a worker takes its policy from these, not from the page."""
    return {
        "Content-Security-Policy": f"{text(ONLINE)}; {FRAMED}",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def clean(page: Page, policy: dict[str, tuple[str, ...]] = ONLINE) -> None:
    """Put the policy and the referrer policy in the head, before anything that loads."""
    for node in page.css('meta[charset], meta[http-equiv="Content-Security-Policy" i], meta[name="referrer" i]'):
        node.decompose()
    head = page.head
    if head is None:
        raise ValueError("a page without a head is not one of ours")
    first = (
        # The character set must stand in the first 1,024 bytes, and the policy before the first script.
        markup.element(page, "meta", charset="utf-8"),
        markup.element(page, "meta", http_equiv="Content-Security-Policy", content=text(policy)),
        markup.element(page, "meta", name="referrer", content="no-referrer"),
    )
    before = head.first_child
    for node in first:
        if before is None:
            head.insert_child(node, move=True)
        else:
            before.insert_before(node, move=True)


def is_executable(script: Node) -> bool:
    """Tell whether a browser may run this script element."""
    return (script.attrs.get("type") or "").strip().lower() != DATA


def write_headers(site: Path) -> None:
    """Write the headers for hosts that read a `_headers` file; two policies for one page hold both."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers().items())]
    path, ancestors = NOT_FRAMED
    lines += [path, f"  Content-Security-Policy: {ancestors}"]
    for path in NAMED_BY_CONTENT:
        lines += [path, f"  Cache-Control: {FOR_EVER}"]
    (site / HEADERS_FILE).write_text("\n".join(lines) + "\n", "utf-8")
