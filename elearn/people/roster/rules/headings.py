"""The words above columns, and what they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from elearn.people.roster.rules.layouts import RosterField
from elearn.text import fold, nfc

_ASIDE = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h]) (?=[a-z]{2})")
_LONGEST = 120  # Signs: what is longer is a sentence, and no heading.
_MOST_WORDS = 8  # Of a synonym.
_WHOLE, _WITHIN = 0.98, 0.8
#: In whatever order lists put them: "Buôn/Thôn", "Ấp, khu phố"; alone "Khối" may be of offices.
_KINDS_OF_BRANCH = re.compile(
    r"(?!(?:khoi|to)$)(?:ten )?(?:(?:thon|xom|ap|ban|buon|bon|khom|lang|khu(?: pho| dan cu)?"
    r"|to(?: dan pho)?|tdp|kp|kdc|khoi|tieu khu|soc|phum|hoac)(?: |$))+"
)
_PLACES = frozenset(
    (RosterField.BRANCH, RosterField.COMMUNE, RosterField.DISTRICT, RosterField.PROVINCE)
)


def words_of(text: str) -> str:
    """Return the words of a text, folded, parted by single blanks, without punctuation."""
    return _NO_WORD.sub(" ", fold(nfc(text))).strip()


def bare(text: str) -> str:
    """Return the words of a heading without its number and what it says in brackets."""
    words = words_of(_ASIDE.sub(" ", text)) or words_of(text)
    return _NUMBERED.sub("", words)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means, how sure that is (0 to 1), and of whom it counts, if it counts."""

    field: RosterField
    confidence: float
    group: str | None = None


NO_MEANING = Meaning(RosterField.UNKNOWN, 0.0)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Headings as offices write them: whole ones, words within others, those beneath others."""

    whole: Mapping[str, str]
    within: Mapping[str, str]
    children: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, str]

    def meaning_of(self, heading: str) -> Meaning:
        """Return what a heading means by itself; NO_MEANING where nothing of it is known."""
        if len(heading) > _LONGEST:
            return NO_MEANING
        short, full = bare(heading), words_of(heading)
        if whole := self.whole.get(full) or self.whole.get(short):
            return self._placed(Meaning(RosterField(whole), _WHOLE), heading)
        if _KINDS_OF_BRANCH.fullmatch(full):
            return Meaning(RosterField.BRANCH, _WHOLE)
        within = _longest(self.within, short) or _longest(self.within, full)
        meaning = Meaning(RosterField(within), _WITHIN) if within else NO_MEANING
        return self._placed(meaning, heading)

    def _placed(self, meaning: Meaning, heading: str) -> Meaning:
        """Return the meaning; a unit may say in brackets of what kind: "Đơn vị (xã, phường)"."""
        if meaning.field is not RosterField.UNIT:
            return meaning
        aside = words_of(" ".join(_ASIDE.findall(heading)))
        place = self.whole.get(aside) or _longest(self.within, aside)
        return Meaning(RosterField(place), _WITHIN) if place in _PLACES else meaning

    def group_of(self, heading: str) -> str | None:
        """Return the target group that a heading names, if it names one."""
        return _longest(self.groups, words_of(heading)) if len(heading) <= _LONGEST else None

    def beneath(self, parent: RosterField, child: str) -> Meaning | None:
        """Return what a heading means beneath one that means this."""
        known = self.children.get(parent, {})
        found = known.get(nfc(child).lower()) or known.get(bare(child))
        return Meaning(RosterField(found), _WHOLE) if found else None


def _longest(phrases: Mapping[str, str], text: str) -> str | None:
    """Return what the longest of the phrases means that stands in the text as whole words."""
    words = text.split()
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - length + 1):
            if found := phrases.get(" ".join(words[start : start + length])):
                return found
    return None
