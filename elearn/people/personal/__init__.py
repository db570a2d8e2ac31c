"""What people holds of a person, told to her and forgotten for her."""

from elearn.people.personal.forgetting import FORGOTTEN, forget
from elearn.people.personal.telling import personal_data_of

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "person": "told; her name, birth and telephone are forgotten",
    "person_join": "keys, and who joined them: nothing to tell by themselves",
    "person_join_follower": "keys only",
    "listed_tenure": "derived from the others, and made anew",
    "found_word": "derived from her name and telephone, and made anew",
    "tenure": "told; without her name it counts in figures, so only its papers are forgotten",
    "planned_post": "told and forgotten",
    "qualification": "told and forgotten",
    "qualification_review": "told as a part of the levels, and forgotten",
    "tenure_proposal": "told; what it says of her in words is forgotten, who proposed is a key",
    "correction_request": "told and forgotten",
    "roster_batch": "who sent, wrote and took it back are keys: nothing to tell by themselves",
    "roster_row": "told by its file; what it said is emptied when she is forgotten, or in time",
    "roster_alias": "as what files call her; forgotten",
    "headcount": "numbers of an area or unit; who wrote them down is a key, which stays",
}

__all__ = ["FORGOTTEN", "TABLES", "forget", "personal_data_of"]
