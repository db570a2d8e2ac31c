"""Rules of rosters: what rows and cells mean, and what an entry would change."""
