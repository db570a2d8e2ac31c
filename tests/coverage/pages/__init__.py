"""Pages of coverage over one small country that is counted once for each file of tests."""
