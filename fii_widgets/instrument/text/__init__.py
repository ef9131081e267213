"""The text of an instrument → its tree → the instrument, with every problem at its line. Opens no files."""
