"""What the page may ask about a whole dossier: one table of operations a subject, joined by browser."""
