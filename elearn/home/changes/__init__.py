"""Changes of areas with whom they touch: a file is read, looked at, applied, and units follow."""
