"""Files of offices, read in a narrow place into books."""
