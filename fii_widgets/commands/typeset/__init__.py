"""A PDF by Typst, on the command line only: what is set, with which letters, by which compiler."""
