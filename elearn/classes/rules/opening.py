"""What is said of a class when it is opened, and what of it cannot be."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, Self

from elearn.catalogue import Opening, Outline, ProgrammeVersion
from elearn.text import Message, msg, nfc

LONGEST_DAYS = 3 * 366
FARTHEST_DAYS = 3 * 366


class Held(Protocol):
    """A class that is there already."""

    programme_version: ProgrammeVersion
    area_id: int
    name: str
    organiser: str
    starts_on: date
    ends_on: date

    @property
    def offered(self) -> frozenset[int]: ...


@dataclass(frozen=True, slots=True)
class NewClass:
    """A class about to be opened; `electives` are the keys of the modules its people choose from.

    Without a code it is given the next one of its programme and year.
    """

    programme: ProgrammeVersion
    area_id: int
    name: str
    organiser: str
    starts_on: date
    ends_on: date
    electives: frozenset[int] = frozenset()
    decision_number: str = ""
    decision_on: date | None = None
    code: str = ""
    is_planned: bool = False

    @classmethod
    def of(cls, there: Held) -> Self:
        return cls(
            there.programme_version,
            there.area_id,
            there.name,
            there.organiser,
            there.starts_on,
            there.ends_on,
            there.offered,
        )

    def tidy(self) -> Self:
        """Return it with its texts composed and without stray blanks."""
        return replace(
            self,
            name=nfc(self.name),
            organiser=nfc(self.organiser),
            decision_number=nfc(self.decision_number),
            code=nfc(self.code),
        )


def flaws_of(new: NewClass, outline: Outline, today: date | None = None) -> dict[str, Message]:
    """Return what is wrong, by field, in words; nothing if the class may open."""
    return {
        **_missing_words(new),
        **_wrong_days(new),
        **_too_far(new, today),
        **_wrong_decision(new, today),
        **_wrong_electives(new, outline),
    }


def _missing_words(new: NewClass) -> dict[str, Message]:
    asked = {
        "name": msg("Chưa ghi tên lớp."),
        "organiser": msg("Chưa ghi đơn vị tổ chức."),
    }
    return {name: told for name, told in asked.items() if not getattr(new, name)}


def _wrong_days(new: NewClass) -> dict[str, Message]:
    wrong = {}
    programme = new.programme
    match programme.opening_on(new.starts_on):
        case Opening.CLOSED:
            wrong["starts_on"] = msg(
                "Chương trình này chỉ mở lớp đến hết ngày %(day)s.",
                day=f"{programme.valid_to:%d/%m/%Y}",
            )
        case Opening.COMING:
            wrong["starts_on"] = msg(
                "Chương trình này mở lớp từ ngày %(day)s.", day=f"{programme.valid_from:%d/%m/%Y}"
            )
    if new.ends_on < new.starts_on:
        wrong["ends_on"] = msg("Hạn hoàn thành đứng trước ngày khai giảng.")
    elif (new.ends_on - new.starts_on).days > LONGEST_DAYS:
        wrong["ends_on"] = msg("Lớp dài hơn ba năm: xem lại năm của hạn hoàn thành.")
    return wrong


def _too_far(new: NewClass, today: date | None) -> dict[str, Message]:
    if today is None or (new.starts_on - today).days <= FARTHEST_DAYS:
        return {}
    return {"starts_on": msg("Ngày khai giảng còn xa hơn ba năm: xem lại năm.")}


def _wrong_decision(new: NewClass, today: date | None) -> dict[str, Message]:
    if new.decision_number and new.decision_on is None:
        return {"decision_on": msg("Ghi cả ngày của quyết định.")}
    if new.decision_on and not new.decision_number:
        return {"decision_number": msg("Ghi cả số của quyết định.")}
    if new.decision_on and today and new.decision_on > today:
        return {"decision_on": msg("Ngày ký quyết định sau ngày hôm nay; xem lại ngày.")}
    return {}


def _wrong_electives(new: NewClass, outline: Outline) -> dict[str, Message]:
    there = {module.id for module in outline.electives}
    if not new.electives <= there:
        return {"electives": msg("Có chuyên đề không thuộc phần tự chọn của chương trình này.")}
    if len(new.electives) < outline.min_electives:
        return {
            "electives": msg(
                "Mỗi học viên phải học %(least)s chuyên đề tự chọn:"
                " để sẵn ít nhất %(least)s, mới chọn %(count)s.",
                least=outline.min_electives,
                count=len(new.electives),
            )
        }
    return {}
