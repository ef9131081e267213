"""What a table of keys cannot say: whether rules, pictures and flows name what exists. Opens no files."""
