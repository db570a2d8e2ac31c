"""What a cell says: one kind of cell a file, each pure.

A cell that cannot be understood is told as a problem; what was mended is told as fixes; nothing is
invented, and what the cell said stays beside it.
"""
