"""Instrument + answers → what stands out, why, and where to read on. Pure: no HTML, no files, no clock."""
