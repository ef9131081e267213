"""A dossier → papers for a meeting, as data. Pure; no format."""
