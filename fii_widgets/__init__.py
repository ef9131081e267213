"""Everything an instrument of the handbook is, for the build, the command line and the browser.

The flow goes one way:
checklists/*.yaml → loader → source → parser → model → render: form at build, and the tree as JSON for the page
answers (JSON) + model → report → render: summary in the page, Markdown on the command line.
"""

__version__ = "0.1.0"
