"""The figures of the handbook, drawn and in words. Knows no page."""
