"""The form by which a new version of a film is given to learners."""

from flask_babel import lazy_gettext as _
from wtforms import FieldList, FormField, RadioField, StringField, TextAreaField
from wtforms import Form as Part

from elearn.errors import InvalidInput
from elearn.learning.rules.places import second_meant
from elearn.media import POLICY_NAMES, Change, ReleaseTerms, ReplacementPolicy
from elearn.text import msg
from elearn.web import Form, SelectChoice, at_most

_ROWS = 3


class ChangeForm(Part):
    """One new part: where it stands now, and which part of the version before it replaces."""

    new_start = StringField(_("Bản mới, từ"))
    new_end = StringField(_("đến"))
    old_start = StringField(_("Thay cho bản cũ, từ"))
    old_end = StringField(_("đến"))


class ReleaseForm(Form):
    """What is asked of those who watched the version before, and what they are told."""

    policy = RadioField(
        _("Người đã xem bản trước thì sao?"),
        choices=[SelectChoice(policy.value, name) for policy, name in POLICY_NAMES.items()],
        default=ReplacementPolicy.STAYS_VALID.value,
    )
    changes = FieldList(FormField(ChangeForm), _("Các phần mới"), min_entries=_ROWS, max_entries=20)
    note = TextAreaField(
        _("Điểm mới của bản này"),
        [at_most(500)],
        description=_("Một, hai câu. Người đang học đọc được câu này ở đầu bài."),
    )

    @property
    def terms(self) -> ReleaseTerms:
        """Return what was chosen.

        :raise InvalidInput: naming `changes`, if a moment cannot be read.
        """
        rows = [one.data for one in self.changes]
        changes = [
            _change(row) for row in rows if any((word or "").strip() for word in row.values())
        ]
        return ReleaseTerms(ReplacementPolicy(self.policy.data), self.note.data or "", changes)


def _change(row: dict[str, str | None]) -> Change:
    new = _second(row["new_start"]), _second(row["new_end"])
    if not (row["old_start"] or row["old_end"]):
        old = _second(row["new_start"]), _second(row["new_start"])
    else:
        old = _second(row["old_start"]), _second(row["old_end"])
    if new[0] > new[1] or old[0] > old[1]:
        raise InvalidInput(changes=msg("Mốc bắt đầu phải đứng trước mốc kết thúc."))
    return Change(old, new)


def _second(written: str | None) -> int:
    """Return the second that 12:30 or 1:02:30 means.

    :raise InvalidInput: naming `changes`.
    """
    second = second_meant(written or "")
    if second is None:
        raise InvalidInput(
            changes=msg(
                "Ghi mốc theo phút:giây, ví dụ 12:30, không phải “%(words)s”.", words=written
            )
        )
    return second
