"""A paper → OpenDocument files, by the standard library only."""
