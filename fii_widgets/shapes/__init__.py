"""What a table of keys is made of: an instrument's (instrument/keys) and a dossier's (dossier/keys). Knows neither."""
