"""A dossier → its lights, meetings, team and places, as data. Pure; today is passed in."""
