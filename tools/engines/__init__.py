"""The same Markdown and YAML built by another engine, in an environment of its own, and held against MkDocs' site.

build → a finished site of that engine; compare → where the two say something else. Changes nothing of the project.
"""
