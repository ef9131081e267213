"""What the macros do: load once, render, return one string. No logic of its own."""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import markdown

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.keys.page import page_table
from fii_widgets.export.filled import Filled, filled
from fii_widgets.handbook import pages
from fii_widgets.handbook.loader import Handbook, Loaded, load_sound
from fii_widgets.handbook.phases import PHASES
from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.render.figures import figure as drawn
from fii_widgets.render.form import table
from fii_widgets.render.form.frame import instrument_form, source_json
from fii_widgets.render.form.place import Place
from fii_widgets.render.frames import examples
from fii_widgets.render.frames.computer import computer_frame
from fii_widgets.render.frames.dossier import frame as dossier_frame
from fii_widgets.render.frames.index import instrument_index, phase_index
from fii_widgets.render.frames.session import session_frame
from fii_widgets.render.frames.trial import trial_frame
from fii_widgets.render.line.line import line_nav, line_svg
from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.reports import provenance
from fii_widgets.words import computer as computer_words
from fii_widgets.words import scripts, word
from fii_widgets.words import session as session_words
from fii_widgets.words.examples import EXAMPLES

PROJECT = Path(__file__).resolve().parent.parent


class Root(str):
    """The relative way from a page to the site's root, for a link in the HTML of a macro."""

    #: the same for an address in data, which no engine reads
    in_data: str


def on_page(function: Callable[..., Html], env: Any) -> Callable[..., str]:
    """Give a macro the relative way from its page to the site's root."""

    @functools.wraps(function)
    def call(*arguments: Any, **named: Any) -> str:
        return str(function(_root(env.page), *arguments, **named))

    return call


def _root(page: Any) -> Root:
    """Count folders: MkDocs leaves a link in HTML as it is, Zensical takes it to start at the Markdown file."""
    address = page.url.strip("/.")
    depth = address.count("/") + 1 if address else 0
    root = Root("../" * (depth if hasattr(page, "file") else page.path.count("/")))
    root.in_data = "../" * depth
    return root


def line(root: str, here: str = "") -> Html:
    """The line: an overview, or small with "u bent hier" on a page of a phase."""
    return line_nav(here or None, _addresses(root), small=bool(here))


def phases_as_text(root: str) -> Html:
    """The line in text: six phases and fifteen subphases, in order, "volgt" where there is no page yet."""
    written = _addresses(root)
    phases = []
    for phase in PHASES:
        stops = [element("li", _name(stop.id, f"{stop.code} {stop.title}", written)) for stop in phase.subphases]
        phases.append(element("li", _name(phase.id, phase.title, written), element("ul", stops)))
    return element("ol", phases, class_="fii-fasen")


def decision_table(root: str, id_: str, figure_id: str) -> Html:
    """A decision tree as the table of the guide."""
    tree = _loaded(id_).instrument
    if not isinstance(tree, DecisionTree):
        raise ValueError(f"'{id_}' is geen beslisboom.")
    return table.decision_table(tree, figure_id, root)


def figure(root: str, id_: str) -> Html:
    """A drawn figure, with its caption, its source and the same in words."""
    return drawn.figure(id_, root)


def instrument(root: str, id_: str, eigen_pagina: bool = False, niveau: int = 3) -> Html:
    """An instrument in a page, as a card; on its own page element ids carry no prefix and the sources are shown."""
    loaded = _loaded(id_)
    if not eigen_pagina:
        place = Place(root=root, prefix="i-", level=niveau, folds=True, wrapper_id=f"i-{id_}")
        return join([_words(), instrument_form(loaded.instrument, loaded.tree, place)])
    links = examples.filled_links(_filled().get(id_, {}), root, _own_examples())
    form = instrument_form(loaded.instrument, loaded.tree, Place(root=root, level=1, heading=False, wrapper_id=id_))
    return join([_words(), links, form, provenance.provenance_table(loaded.instrument, root)])


def instrument_list(root: str, phase: int = 0) -> Html:
    """Every instrument by phase, with what it is for; or those of one phase in brief. Of each phase first its route."""
    return phase_index(published(), phase, root) if phase else instrument_index(published(), root)


def provenance_counts(root: str) -> Html:
    """How much of every instrument the sources say themselves."""
    return provenance.provenance_counts(published(), root)


def dossier(root: Root) -> Html:
    """Everything of /dossier/."""
    forms = [(each, _loaded(each.id).tree) for each in published()]
    overview = line_svg(None, _addresses(root), small=True, lights={})
    written = source_json(dict(_addresses(root.in_data)))
    script = element("script", written, type="application/json", data_fii_written=True)
    return join([_words(), script, dossier_frame.dossier_frame(forms, overview, root)])


def example(root: str, name: str) -> Html:
    """The links to one example dossier, and to each instrument that it fills in."""
    filled_in = [(each.id, each.title, _filled().get(each.id, {}).get(name, "")) for each in published()]
    return join([examples.example_links(name, root, _own_examples()), examples.filled_instruments(filled_in, root)])


def examples_in_dossier(root: str) -> Html:
    """The list of examples on /dossier/, where the addresses of the examples lead."""
    return examples.example_list(root, _own_examples())


def trial(root: str) -> Html:
    """The proefbank, with the example to copy and every instrument to begin with."""
    shown = published()
    choices = sorted(
        (loaded.instrument for loaded in _handbook().in_order), key=lambda each: (each in shown, each.title)
    )
    return join([_words(), trial_frame((each.id, each.title) for each in choices)])


def session(root: str) -> Html:
    """What a trainer makes a session with, and a blank sheet."""
    return join([_words(session_words.FOR_SCRIPTS), session_frame()])


def computer(root: str) -> Html:
    """What looks at the reader's own browser."""
    return join([_words(computer_words.FOR_SCRIPTS), computer_frame()])


def case_facts(root: str, **facts: str) -> Html:
    """The margin table of a case: place, year, partners."""
    rows = [
        element("tr", element("th", name.replace("_", " ").capitalize(), scope="row"), element("td", fact))
        for name, fact in facts.items()
    ]
    return element("table", element("caption", word("case_facts")), element("tbody", rows), class_="fii-casusgegevens")


def cited_on(root: str, id_: str) -> Html:
    """The pages that cite a work: the way back from the list of literature."""
    citing = _cited().get(id_, ())
    if not citing:
        return element("p", word("cited_nowhere"), class_="fii-aangehaald")
    links: list[Html | str] = []
    for page in citing:
        links += [", " if links else "", element("a", page.value("title"), href=f"{root}{page.address}")]
    return element("p", f"{word('cited_on')}: ", links, class_="fii-aangehaald")


def gathered(root: str, begin: str = "") -> Html:
    """Where the pages below an address come together on one (tools/passes/whole.py); empty is the whole handbook."""
    return element("div", data_fii_geheel=begin)


def code_field(root: str) -> Html:
    """Where the field for a short code comes (tools/passes/spots.py)."""
    return element("div", data_fii_go_field="")


def code_list(root: str) -> Html:
    """Where the code of every page comes (tools/passes/spots.py)."""
    return element("div", data_fii_go_pages="")


def hand_out(root: str) -> Html:
    """Where the files to download come (tools/release/hand_out.py); until then, who has them."""
    return element("div", element("p", word("hand_out_none")), data_fii_hand_out="")


def news(root: str) -> Html:
    """What the newest version of the changelog says."""
    newest = (PROJECT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1].partition("\n")[2]
    text = Html(markdown.markdown(newest).replace("\n", " "))
    return element("details", element("summary", word("news")), text)


@functools.cache
def _cited() -> Mapping[str, tuple[pages.Page, ...]]:
    return pages.linked_from(_handbook().pages)


@functools.cache
def _handbook() -> Handbook:
    return load_sound(PROJECT)


def published() -> list[Instrument]:
    """Instruments of the site: all but the examples to copy."""
    return [loaded.instrument for loaded in _handbook().published]


@functools.cache
def _own_examples() -> Mapping[str, str]:
    """Examples that an edition laid beside those of the handbook: name of the file → name."""
    names = sorted(path.stem for path in (PROJECT / "docs" / "voorbeelden").glob("*.json"))
    return {name: name.replace("-", " ").capitalize() for name in names if name not in EXAMPLES}


@functools.cache
def _filled() -> Filled:
    """Which instruments the examples fill in, an edition's own too."""
    folder = PROJECT / "docs" / "voorbeelden"
    names = [name for name in {**EXAMPLES, **_own_examples()} if (folder / f"{name}.json").is_file()]
    answers = {name: open_text((folder / f"{name}.json").read_text("utf-8"), name).dossier.answers for name in names}
    return filled(published(), answers)


def _loaded(id_: str) -> Loaded:
    return _handbook().instruments[id_]


def _addresses(root: str) -> Mapping[str, str]:
    return {id_: f"{root}{address}" for id_, address in pages.written(_handbook().pages).items()}


def _name(id_: str, title: str, written: Mapping[str, str]) -> Html | str:
    if id_ in written:
        return element("a", title, href=written[id_])
    return word("not_written", title=title)


def _words(more: Mapping[str, str] | None = None) -> Html:
    """The words that the scripts show, those of one page only, and the shapes of what they store; the first copy counts."""
    words = scripts.WORDS_FOR_SCRIPTS | dict(more or {})
    return join(
        [
            element("script", source_json(words), type="application/json", data_fii_words=True),
            element("script", source_json(page_table()), type="application/json", data_fii_shapes=True),
        ]
    )
