"""A paper → one HTML file that reads, prints and can carry its dossier."""
