"""How a page is worded: forms that the handbook does not use, and where text stands. Advice only."""
