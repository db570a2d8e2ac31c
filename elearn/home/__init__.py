"""Home: pages and commands that gather several domains, each in a folder of its own."""
