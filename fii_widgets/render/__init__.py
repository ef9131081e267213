"""Model and report → HTML, SVG and Markdown. Escapes by default; reads no files."""
