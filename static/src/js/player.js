// On a page with a player.
