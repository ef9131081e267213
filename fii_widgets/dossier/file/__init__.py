"""The text of a file → a dossier of today: judged, migrated, read. Opens no files."""
