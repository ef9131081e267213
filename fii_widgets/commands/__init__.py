"""What the command line does with dossiers: a module a subject, each with `add`, which registers its commands."""
