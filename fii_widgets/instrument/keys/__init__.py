"""The one table of Dutch keys of an author's file, and the JSON Schema made of it. Data; opens no files."""
