"""Answers → what a picture of the summary shows, as data. Pure; no drawing."""
