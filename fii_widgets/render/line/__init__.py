"""The line with six stations and fifteen stops, lying and standing. Knows no page."""
