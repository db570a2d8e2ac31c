"""What is done with a roster: received, compared, answered, written, taken back."""
