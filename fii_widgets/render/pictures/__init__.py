"""The pictures of a summary, drawn from what the report counted. Reads no answers."""
