"""Media: what a lecture is shown by, from the uploaded file to the bytes on a phone.

An *upload* is a file on its way to us, in *pieces*, which becomes a version when it is whole.
A *medium* is one thing to watch or listen to; each file uploaded for it makes a *version*, which
does not change once it is ready. A *rendition* is one weight of a version (480p, 240p, audio): one
file that is played by byte ranges. What is *playable* is the newest version
that was *released*: the first one by itself, later ones by who made them, in place of the version
before and with a word on what becomes of what was watched of that. A
*permit* lets one person play one version until a moment; the page that shows a player decides who
gets one, media only checks it. A *film* may also be made from slides and their narration.
"""

from elearn.media import captions, papers, personal
from elearn.media.addresses import file_address
from elearn.media.captions import plain_webvtt
from elearn.media.drawing import DrawnSlide
from elearn.media.film import Film, make_film
from elearn.media.models import (
    STATE_NAMES,
    Caption,
    Chapter,
    FileUpload,
    Medium,
    MediumVersion,
    Rendition,
    VersionState,
)
from elearn.media.permits import Permit, permit
from elearn.media.queries import (
    PAGE,
    SHELF_NAMES,
    Part,
    Shelf,
    caption_in,
    carried_beside,
    chapters_of,
    media_page,
    medium_by_id,
    parts_of,
    playable_of,
    playable_version,
    playables,
    rows_of,
    slides_shown,
    transcript_of,
    version_by_id,
    watchable_version,
)
from elearn.media.rules import (
    MAKERS,
    POLICY_NAMES,
    Change,
    Earlier,
    Playable,
    RenditionFacts,
    RenditionKind,
    Replacement,
    ReplacementPolicy,
    ShownSlide,
    may_change,
    same_parts,
)
from elearn.media.service import (
    About,
    Received,
    ReleaseTerms,
    add,
    add_captions,
    receive,
    refuse_strangers,
    release,
    released_of,
    renew,
    retry,
)

__all__ = [
    "MAKERS",
    "PAGE",
    "POLICY_NAMES",
    "SHELF_NAMES",
    "STATE_NAMES",
    "About",
    "Caption",
    "Change",
    "Chapter",
    "DrawnSlide",
    "Earlier",
    "FileUpload",
    "Film",
    "Medium",
    "MediumVersion",
    "Part",
    "Permit",
    "Playable",
    "Received",
    "ReleaseTerms",
    "Rendition",
    "RenditionFacts",
    "RenditionKind",
    "Replacement",
    "ReplacementPolicy",
    "Shelf",
    "ShownSlide",
    "VersionState",
    "add",
    "add_captions",
    "caption_in",
    "captions",
    "carried_beside",
    "chapters_of",
    "file_address",
    "make_film",
    "may_change",
    "media_page",
    "medium_by_id",
    "papers",
    "parts_of",
    "permit",
    "personal",
    "plain_webvtt",
    "playable_of",
    "playable_version",
    "playables",
    "receive",
    "refuse_strangers",
    "release",
    "released_of",
    "renew",
    "retry",
    "rows_of",
    "same_parts",
    "slides_shown",
    "transcript_of",
    "version_by_id",
    "watchable_version",
]
