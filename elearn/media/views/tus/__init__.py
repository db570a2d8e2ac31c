"""Files taken in by tus 1.0.0, so that what was cut off goes on where it stopped."""

from elearn.media.views.tus import asking, creating, listing, sending

__all__ = ["asking", "creating", "listing", "sending"]
