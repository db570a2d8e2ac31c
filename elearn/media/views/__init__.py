"""Pages of media for those who make them, and the delivery of media to those who hold a permit."""

from elearn.media.views import delivery, pages, tus, uploading
from elearn.media.views.captioning import editing, giving
from elearn.media.views.door import bp
from elearn.media.views.previewing import making, showing

__all__ = ["bp", "delivery", "editing", "giving", "making", "pages", "showing", "tus", "uploading"]
