"""What was asked under the branch's lecture, and what its instructor answered."""

from sqlalchemy import select

from elearn.catalogue import Lecture
from elearn.learning.models import LectureQuestion
from elearn.people import Person
from tests.make import questions as make
from tests.permissions.branches import Branch, Sent, sends, thing


@thing("learning.question_id")
def question_id(branch: Branch) -> int:
    """A question of hers that waits."""
    return _question(branch).id


@thing("learning.answer_id")
def answer_id(branch: Branch) -> int:
    teacher = branch.db.get_one(Person, branch["instructor"].person_id)
    return make.answer(branch.db, _question(branch), teacher).id


def _question(branch: Branch) -> LectureQuestion:
    lecture = branch.db.scalars(select(Lecture).where(Lecture.code == branch["lecture_code"])).one()
    asker = branch.db.get_one(Person, branch["herself"].person_id)
    return make.question(branch.db, lecture, asker)


@sends("learning.ask")
@sends("learning.edit_question")
@sends("learning.answer")
@sends("learning.edit_answer")
@sends("learning.hide")
def some_words(branch: Branch) -> Sent:
    return Sent(data={"text": f"Sổ của {branch.name} lấy ở đâu?"})
