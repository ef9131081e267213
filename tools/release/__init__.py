"""What is made or proved for a release: locks, bill of materials, pdf, the proof."""
