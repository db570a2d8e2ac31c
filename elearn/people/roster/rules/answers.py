"""Which answers fit what is asked about a row."""

from elearn.errors import InvalidInput
from elearn.people.roster.rules.verdicts import Answer, Verdict
from elearn.text import msg

SAME = (Answer.SAME_KEEP_NAME, Answer.SAME_TAKE_NAME)
_OF_POSTS = {"other_post", "other_commune"}
_OF_PLACES = {"place_split", "place_several", "place_unknown"}


def check(verdict: Verdict, answer: Answer, about: str, person_id: int | None) -> None:
    """Refuse an answer that does not fit what is asked.

    :raise InvalidInput: then, or if it tells nobody the row may mean.
    """
    meant = {one.person_id for one in verdict.candidates} | {verdict.person_id}
    fits = {
        Answer.SKIP: True,
        Answer.ANOTHER_PERSON: about not in _OF_PLACES,
        Answer.SECOND_POST: about in {*_OF_POSTS, "begun_later"},
        Answer.TRANSFER: about in _OF_POSTS,
    }
    if answer in SAME and (person_id is None or person_id not in meant):
        raise InvalidInput(person_id=msg("Chọn một trong những người được nêu."))
    if not fits.get(answer, True):
        raise InvalidInput(answer=msg("Câu trả lời này không hợp với điều đang hỏi."))
