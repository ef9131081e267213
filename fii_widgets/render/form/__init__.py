"""An instrument → the form on the page, complete on paper. No answers, no files."""
