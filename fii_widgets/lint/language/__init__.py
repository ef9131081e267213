"""What the text of a page says: forms that the handbook does not use, where text stands, what is still to be filled in."""
