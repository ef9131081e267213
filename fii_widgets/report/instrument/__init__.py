"""One instrument with its answers → what stands out, why, and where to read on. Pure."""
