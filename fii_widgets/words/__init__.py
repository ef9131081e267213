"""Every Dutch word that a reader sees, one module a part of the site. No logic but counting and dates."""
