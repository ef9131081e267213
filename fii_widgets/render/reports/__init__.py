"""What a report found → HTML of the page's allow-list, and Markdown. Judges nothing."""
