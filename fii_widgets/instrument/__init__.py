"""What an instrument is: its text, its table of keys, its model, and every check of it. Knows no answers."""
