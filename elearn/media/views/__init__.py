"""Pages of media for those who make them, and the delivery of media to those who hold a permit."""

from elearn.media.views import delivery, pages, tus, uploading
from elearn.media.views.captioning import editing, giving
from elearn.media.views.door import bp
from elearn.media.views.previewing import making, showing
from elearn.media.views.slides import editing as slides_editing
from elearn.media.views.slides import giving as slides_giving

__all__ = [
    "bp",
    "delivery",
    "editing",
    "giving",
    "making",
    "pages",
    "showing",
    "slides_editing",
    "slides_giving",
    "tus",
    "uploading",
]
