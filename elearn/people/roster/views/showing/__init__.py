"""What pages show of rosters: states, rows, columns and pairs, as plain values in words."""
