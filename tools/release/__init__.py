"""What is made or proved for a release: locks, bill of materials, pdf, mutations, the proof."""
