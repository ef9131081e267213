"""What the search of the site needs: its register and its engine. Ranks nothing."""
