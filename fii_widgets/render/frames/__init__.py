"""The frames that the scripts fill: the dossier, its meetings, team, places and papers; sessions; the trial. No data."""
