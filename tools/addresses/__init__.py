"""Addresses and codes that were promised: recorded, led on, never used twice."""
