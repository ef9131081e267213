"""An organisation's own edition: one folder laid over the handbook in a build folder; neither of the two is changed.

read → what editie.yaml says, with every fault at its line; colours → can it be read; lay → the build folder.
"""
