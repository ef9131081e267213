"""Built pages as trees, and what they are made of. Knows no instrument."""
