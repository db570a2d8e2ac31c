"""What is left after a kill: real processes, real commits, on each database."""
