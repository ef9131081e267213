"""The frames of the dossier and its views: meetings, actions, decisions, team, places, papers, lists. No data."""
