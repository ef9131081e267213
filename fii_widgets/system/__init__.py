"""The one door to a disk, and text that is fit for a terminal. Not for the page: it has neither."""
