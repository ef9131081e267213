"""The frames that the scripts fill: the dossier, examples, the list of instruments, sessions, the trial. No data."""
