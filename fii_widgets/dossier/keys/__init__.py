"""The one table of a dossier's shape → its JSON Schema, and what the page gets of it."""
