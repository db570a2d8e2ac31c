"""Start: the first page, with the one thing to do next."""
