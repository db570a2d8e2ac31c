"""What the buttons of the editor do to a draft, and where the page goes on afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import url_for
from sqlalchemy.orm import Session

from elearn.catalogue.rules.draft import DraftContent, LectureInDraft, Wording
from elearn.catalogue.service import drafting

Done = Callable[[Session, DraftContent, str], DraftContent]
_ACTS: dict[str, Done] = {
    "up": lambda _db, content, key: content.moved(key, -1),
    "down": lambda _db, content, key: content.moved(key, +1),
    "remove": lambda _db, content, key: content.without(key),
    "add": lambda _db, content, key: content.with_lecture(_empty(key)),
    "take": drafting.taken,
    "reword": drafting.reworded,
    "restore": drafting.restored,
    "insist": drafting.insisted,
}
_STAYS_AT = {"up": "-up", "down": "-down", "add": "", "reword": "", "restore": "", "insist": ""}


def _empty(key: str) -> LectureInDraft:
    return LectureInDraft(key or drafting.new_key(), wording=Wording())


@dataclass(frozen=True, slots=True)
class Act:
    """A button's name, and what it is about: a lecture's key or code."""

    name: str
    about: str

    def done(self, db: Session, content: DraftContent) -> DraftContent:
        """Return the draft after it; a button that only saves alters nothing.

        :raise NotFound: if it is about a lecture that the catalogue does not have.
        """
        act = _ACTS.get(self.name)
        return act(db, content, self.about) if act else content

    def address(self, name: str, content: DraftContent, form: Mapping[str, str]) -> str:
        """Return where the page goes on: where the button was, or what it asked for."""
        if self.name == "preview":
            return url_for("catalogue.module_preview", name=name)
        if self.name == "find" or (self.name == "enter" and form.get("q")):
            return url_for("catalogue.module", name=name, q=form.get("q"), _anchor="find")
        if self.name == "films" or (self.name == "enter" and form.get("films")):
            films = form.get("films")
            return url_for("catalogue.module", name=name, films=films, _anchor="film-search")
        if self.name in _STAYS_AT and content.place_of(self.about) is not None:
            anchor = f"{self.about}{_STAYS_AT[self.name]}"
            return url_for("catalogue.module", name=name, open=self.about, _anchor=anchor)
        return url_for("catalogue.module", name=name, _anchor="lectures")


def act_in(button: str) -> Act:
    """Return what a button's value says, such as “up:hv-15”."""
    name, _, about = button.partition(":")
    return Act(name, about)
