"""`make bench`: what the handbook costs, as ratios against the plain way of doing the same. Judges nothing.

Measures on a copy of its own, never on site/. No part of the site, the tests or the offline copy.
"""
