"""A paper → a Word document, by the standard library only."""
