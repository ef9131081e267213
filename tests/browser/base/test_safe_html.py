"""The one insertion point for HTML, alone in a browser under the site's own policy: no page of the site, no build."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.served import served
from tools.passes import policy
from tools.paths import DOCS

REFUSED_HTML = [
    "<script>1</script>",
    "<img src=x onerror=alert(1)>",
    '<p onclick="x">a</p>',
    '<p style="x">a</p>',
    '<p id="x">a</p>',
    '<p data-fii-about="&quot;] x">a</p>',
    '<details data-fii-later="&quot;] x"><summary>a</summary></details>',
    '<p data-fii-action="wipe-now">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="//evil">a</a>',
    '<a href="/x">a</a>',
    '<a href="https://x">a</a>',
    '<a href="java\nscript:1">a</a>',
    '<a href="\\\\evil">a</a>',
    '<svg><a xlink:href="x">a</a></svg>',
    "<svg><foreignObject><p>a</p></foreignObject></svg>",
    "<math><mi>a</mi></math>",
    "<svg><style>a</style></svg>",
    "<!-- c -->",
    "<template><p>a</p></template>",
    "<form><input></form>",
    "<iframe></iframe>",
    '<base href="x">',
    "<p>a</p><link rel=stylesheet href=x>",
    "<body onload=x>",
    '<svg><use href="#a"></use></svg>',
    '<svg><set attributeName="href"/></svg>',
    '<p is="x-y">a</p>',
    "<noscript><p>a</p></noscript>",
    '<table><tr><td background="x">a</td></tr></table>',
]
ACCEPTED_HTML = [
    '<p class="x">a &lt;b&gt;</p>',
    '<ul><li data-fii-about="s1-02@2">a</li></ul>',
    '<details data-fii-later="stoplicht-1" open=""><summary>a</summary></details>',
    '<ul><li><a href="../model/#x">a</a></li></ul>',
    '<svg class="a" viewBox="0 0 1 1" role="img" aria-label="x"><title>t</title><g><path d="M0 0"></path><text x="1" y="2">a</text><a href="model/"><circle cx="1" cy="1" r="1"></circle></a></g></svg>',
    '<table><caption>a</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>',
    "<dl><dt>a</dt><dd>b</dd></dl>",
    '<details class="a"><summary>a</summary><p>b</p></details>',
    "",
]

#: what the proefbank's form may not hold, on top of what no HTML of Python may
REFUSED_FORMS = [
    *(html for html in REFUSED_HTML if html != "<form><input></form>"),
    '<form action="x"></form>',
    '<form method="dialog"></form>',
    '<form name="proef-a" target="x"></form>',
    "<button>a</button>",
    '<button type="submit">a</button>',
    '<button type="button" formaction="x">a</button>',
    '<input type="image" src="x">',
    '<input type="file">',
    '<input type="hidden" name="proef-a">',
    '<input type="submit">',
    '<input type="text" form="x">',
    '<input name="s1-01">',
    '<input id="inhoud">',
    '<label for="proefbank-tekst">a</label>',
    '<div data-fii-item="s1-01"></div>',
    '<div data-fii-widget="instrument"></div>',
    '<div data-fii-source=""></div>',
    '<p aria-describedby="proef-a inhoud">a</p>',
    '<p aria-owns="inhoud">a</p>',
    "<select><option>a</option></select>",
    '<svg><g id="proef-a"></g></svg>',
    '<svg><a name="proef-a">a</a></svg>',
]
ACCEPTED_FORMS = [
    *ACCEPTED_HTML,
    '<form class="fii-form" data-fii-form="" autocomplete="off" novalidate=""><fieldset id="proef-a" data-fii-item="proef-a"><legend>a</legend>'
    '<label for="proef-a-x"><input type="radio" name="proef-a" value="ja" checked="" id="proef-a-x"></label></fieldset></form>',
    '<div data-fii-rows="2"><div data-fii-row="1"><input type="date" name="proef-a@1.note"></div><button type="button" data-fii-add-row="">a</button></div>',
    '<textarea name="proef-a.note" rows="2" data-fii-longest="20"></textarea>',
]

TRY = """async ([refused, accepted, profile]) => {
  const { insert } = await import('/javascripts/base/safe-html.js');
  const wrong = [];
  for (const html of refused) {
    const holder = document.createElement('div');
    try { insert(holder, html, profile); wrong.push(html); } catch (error) {
      if (error.name !== 'RefusedHtml' || holder.childNodes.length) wrong.push(`${error.name}: ${html}`);
    }
  }
  for (const html of accepted) {
    const holder = document.createElement('div');
    insert(holder, html, profile);
    // words run from the side of their first letter, in whatever script; nothing else is changed
    if (holder.innerHTML.replaceAll(' dir="auto"', '') !== html) wrong.push(holder.innerHTML);
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def alone(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty page beside the scripts, with the headers that a host of the site gives."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copytree(DOCS / "javascripts", folder / "javascripts")
    (folder / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    policy.write_headers(folder)
    with served(folder) as server:
        page = chromium.new_page()
        page.goto(server.url)
        yield page
        page.close()


def test_inserts_nothing_that_is_not_on_the_list(alone: Page) -> None:
    assert alone.evaluate(TRY, [REFUSED_HTML, ACCEPTED_HTML, "report"]) == []


def test_inserts_only_controls_that_cannot_be_in_the_way(alone: Page) -> None:
    assert alone.evaluate(TRY, [REFUSED_FORMS, ACCEPTED_FORMS, "form"]) == []


@pytest.mark.parametrize(
    "way",
    [
        "document.body.innerHTML = '<b>a</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>a</b>')",
        "new DOMParser().parseFromString('<b>a</b>', 'text/html')",
        "document.createElement('iframe').srcdoc = '<b>a</b>'",
        "document.createElement('script').src = 'javascripts/head.js'",
        "trustedTypes.createPolicy('own', {})",
        "setTimeout('1')",
    ],
)
def test_text_becomes_html_or_a_script_by_the_one_policy_only(alone: Page, way: str) -> None:
    """The browser refuses it, whoever writes it: a fault in our own code cannot open a second road."""
    tried = f"() => {{ try {{ {way}; return 'done'; }} catch (error) {{ return error.name; }} }}"
    assert alone.evaluate(tried) in ("TypeError", "EvalError")
