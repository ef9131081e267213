"""The handbook around the instruments: its pages, its phases, and the reader of all its files."""
