"""Rules changed with open eyes: read in words, drafted, tried on everybody, adopted, put aside."""
