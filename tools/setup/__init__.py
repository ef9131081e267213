"""Set-up: everything a command needs, into the project folder, from the standard library of any Python >= 3.8.

tools/do.py -> python -> venv -> programs. Nothing here imports fii_widgets or an installed package.
"""
