"""Pages of the catalogue: what is taught, for everybody; which film shows it, for who teaches."""

from elearn.catalogue.views import editor, films, library, modules, pages, preview
from elearn.catalogue.views.door import bp

__all__ = ["bp", "editor", "films", "library", "modules", "pages", "preview"]
