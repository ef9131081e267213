"""Build code: runs around the handbook, never in the page, and is not part of the wheel."""
