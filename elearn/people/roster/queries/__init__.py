"""Questions about batches, and about what is known of those a file names."""
