"""What HTML a page may hold: the reader of HTML by itself, and that each way of writing a thing meets the same verdict."""

import time

import pytest

from fii_widgets.handbook.pages import read_page
from fii_widgets.lint.calls import check_code
from fii_widgets.lint.markup import faults
from fii_widgets.lint.rendered import check_rendered

HEAD = "---\nid: x\n---\n"


def on_page(body: str) -> list[tuple[int, str]]:
    return sorted((problem.line, problem.message) for problem in check_rendered(read_page("x.md", HEAD + body)))


@pytest.mark.parametrize(
    "html",
    [
        '<p class="wie" id="a-1">een &lt; twee &amp; drie > vier</p>',
        '<td style="text-align: right;">1</td>',
        '<a href="../x/#y" title="a &quot;b&quot;">z</a><br /><hr>',
        '<a href="https://www.example.org/a?b=c#d">z</a>',
        '<details><summary>x</summary></details><img src="images/x.png" alt="">',
    ],
)
def test_what_pages_are_made_of_passes(html: str) -> None:
    assert list(faults(html)) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p", "<p title='>'>x</p>", '<p title="<b>">x</p>', "</p title=\">\">", "<p></p x='<b>'>", "<p/>", "<>", "< p>", "<\x00p>",
        "<p title=\"a\"id=\"b\">x</p>", "<p =\"a\">x</p>", "<p title = \"a\">x</p>", "<a href=x>y</a>", "<sCript>x</scRipt>", "<x:y>", "<a href>\\</a>x<",
        '<p title="a" onclick="b">x</p>', '<p class="fii-x">x</p>', '<p class="a" id="a b">x</p>', '<p style="color:red">x</p>',
        '<a href="java&#115;cript:x">y</a>', '<a href="&#x6a;avascript&#58;x">y</a>', '<a href="java&NewLine;script:x">y</a>',
        '<a href="\u200bjavascript:x">y</a>', '<a href="feed:javascript:x">y</a>', '<a href="/\\x.nl">y</a>', '<img src="//x.nl/y">',
        '<img src="&#47;/x.nl/y">', "<plaintext>", "<div>", "</div>", "<p><strong></p></strong>",
    ],
)  # fmt: skip
def test_what_is_not_of_the_one_strict_form_is_refused(html: str) -> None:
    assert list(faults(html))


def test_html_that_is_shown_is_text() -> None:
    shown = '`<script>x</script>`\n\n    <script>x</script>\n\n```html\n<p onclick="x">\n```\n\n~~~\n[a](javascript:b)\n~~~\n'
    assert on_page(shown) == []


def test_each_fault_is_named_at_its_own_line() -> None:
    body = '# X\n\n<script>a</script>\n\n```\n<script>\n```\n\n<script>b</script>\n\n[c][d]\n\nTekst.\n{: onclick="e" }\n\n[d]: javascript:f\n'
    assert [line for line, _ in on_page(body)] == [6, 12, 17, 19]


def test_a_page_that_fails_leaves_nothing_behind_for_the_next() -> None:
    """Markdown's reader keeps its state when it stops half-way: the next page was read as harmless."""
    assert on_page("- " * 900 + "x")
    assert on_page("Tekst.[^1]\n\n[^1]: <script>x</script>\n")


def test_a_page_with_thousands_of_faults_is_told_of_twenty_and_how_many_more() -> None:
    found = on_page("<script>x</script>\n\n" * 500)
    assert (len(found), found[0][1]) == (
        21,
        "er is nog 480 keer iets wat niet in een pagina mag. Herstel eerst het andere.",
    )


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a\n---\n" * 9_666, 304),
        ("Tekst.\n\n" + "- a\n" * 14_000, 306),
        ("< " * 40 + "\n\n" + ("<a " * 20 + "\n\n") * 900, 6),
    ],
)
def test_what_would_keep_the_reader_busy_is_refused_before_it_is_read(body: str, line: int) -> None:
    began = time.process_time()
    ((found, message),) = on_page(body)
    assert (found, message.partition(" ")[0]) == (line, "hier")
    assert time.process_time() - began < 5


def test_long_lists_and_tables_pass() -> None:
    rows = "| a | b |\n|---|---|\n" + "| c | d |\n" * 290
    assert on_page(rows + "\n" + "- a\n" * 290 + "\n1 < 2\n") == []


_NOT_APART = (
    "deze macro staat niet los: in code of HTML, of achter een teken dat nog open staat. Zet hem los in de tekst."
)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("```\n{{ lijn() }}\n```\n", 6),
        ("    {{ lijn() }}\n", 4),
        ("Een <br\n{{ lijn() }}\n", 5),
        ("Een <b\n\n\n{{ lijn() }}\n", 7),
        ("Een </b\n\n{{ lijn() }}\n", 6),
        ("Een &#\n\n{{ lijn() }}\n", 6),
        ("{{ lijn() }}\n\nEen <br\n{{ lijn() }}\n", 7),
    ],
)
def test_markdown_never_reads_in_a_macro(body: str, line: int) -> None:
    """It would show its HTML, or take what an argument holds for a link or for attributes."""
    assert (line, _NOT_APART) in on_page(body)


@pytest.mark.parametrize(
    "body",
    [
        "Tekst\n{{ lijn() }}\ntekst\n",
        "# Kop\n{{ lijn() }}\n",
        "- een\n\n    - twee\n\n{{ lijn() }}  \n",
        "> een\n\n{# opmerking #}\n{{ lijn() }}\n",
        '<div markdown="1">\n\n{{ lijn() }}\n\n</div>\n',
        "Een <! en een < b.\n\n{{ lijn() }}\n",
    ],
)
def test_a_macro_between_other_things_is_let_alone(body: str) -> None:
    assert on_page(body) == []


def test_a_page_cannot_hold_what_stands_for_a_macro() -> None:
    """A macro that is lost is missed, also where the page writes the HTML that would make up for it."""
    for name in ("macro", "{{ lijn() }}"):
        instead = f'<div title="{name}">*macro*</div>\n\n<div markdown="span" title="{name}">\\*macro\\*</div>'
        assert _NOT_APART in [message for _, message in on_page(f"Een <br\n{{{{ lijn() }}}}\n\n{instead}\n")]


@pytest.mark.parametrize("sign", [*"[]<>{}*_`!\\#|~^", "\n", "\r", "\t", "\x1b", "\x02", "\u2028", "\u200b", "\u00a0"])
def test_an_argument_holds_nothing_that_markdown_acts_on(sign: str) -> None:
    written = repr(f"a{sign}b")
    (fault,) = check_code("docs/x.md", f"{{{{ casusgegevens(plaats={written}) }}}}", {"casusgegevens"})
    assert fault.message.endswith("kan niet in een macro. Gebruik daar letters, cijfers en gewone leestekens.")


def test_an_argument_holds_the_words_of_people() -> None:
    words = "gemeente Rotterdam (met PPMO), Amigo’s; 50% è e\u0300 – “De Buurt” & co: a/b-c? 1 = 1 + 0… @ 3°, 'x'"
    for value in (words, "[vul in: plaats]", "model/6-borgen/"):
        assert list(check_code("docs/x.md", f'{{{{ casusgegevens(plaats="{value}") }}}}', {"casusgegevens"})) == []


@pytest.mark.parametrize("call", ["{{- lijn() }}", "{{ lijn() -}}", "{{+ lijn() }}", "{{- lijn() -}}"])
def test_a_macro_does_not_eat_the_lines_around_it(call: str) -> None:
    (fault,) = check_code("docs/x.md", f"Tekst\n\n{call}\n", {"lijn"})
    assert (fault.line, fault.message[:39]) == (3, "schrijf een macro zonder + of - bij de ")
