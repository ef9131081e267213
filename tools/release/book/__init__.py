"""The handbook as a book: pages of the built site → data, which book.typ sets. Knows HTML and paper, no instrument."""
