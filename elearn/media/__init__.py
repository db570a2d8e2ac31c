"""Media: what a lecture is shown by, from the uploaded file to the bytes on a phone.

A *medium* is one thing to watch or listen to; each file uploaded for it makes a *version*, which
never changes once it is ready. A *rendition* is one weight of a version (480p, 240p, audio): one
file that is played by byte ranges. A *permit* lets one person play one version until a moment; the
page that shows a player decides who gets one, media only checks it.
"""
