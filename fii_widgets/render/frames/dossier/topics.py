"""The frame of what a team wants to discuss on /dossier/: one list, before a meeting or in a step of it. No data."""

from fii_widgets.instrument.room import TEXT
from fii_widgets.render.form.controls import button, labelled, row
from fii_widgets.render.frames.dossier.actions import remove_row
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def topics_frame() -> Html:
    """Return the list of topics; what was said of one is written while a meeting is held."""
    record = element(
        "li",
        labelled(word("topic"), element("textarea", "", rows=2, data_fii_longest=TEXT, data_fii_part="text")),
        element(
            "div",
            labelled(word("topic_said"), element("textarea", "", rows=2, data_fii_longest=TEXT, data_fii_part="said")),
            labelled(
                word("topic_state"),
                # the meeting that is held comes with the scripts
                element("select", element("option", word("topic_to_come"), value=""), data_fii_part="review"),
            ),
            class_="fii-record__gezegd",
        ),
        remove_row(),
        class_="fii-record fii-record--onderwerp",
    )
    return element(
        "section",
        element("h3", word("topics"), id="overleg-onderwerpen"),
        element("p", word("topics_intro")),
        element("ul", class_="fii-records", data_fii_topics=True),
        element("template", record, data_fii_topic_template=True),
        row(button("add-topic", word("add_topic"))),
        class_="fii-onderwerpen",
        aria_labelledby="overleg-onderwerpen",
        data_fii_topics_box=True,
    )
