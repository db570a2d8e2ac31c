"""Demo: fills an empty installation with invented people and films made on the spot."""
