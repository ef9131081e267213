"""What files of every format need: clean text, XML, sheets, and a zip that is always the same."""
