"""The line with six stations and fifteen stops, landscape and portrait. Knows no page."""
