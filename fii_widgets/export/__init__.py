"""Papers → files: one function a format. Knows no instrument and no dossier; the same paper gives the same bytes.

Libraries that the page loads on demand (XlsxWriter, segno) are imported inside the functions that need them.
"""
