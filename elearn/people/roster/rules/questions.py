"""What a person should look at though it was understood."""

from elearn.text import Message, msg

#: Code → the sentence for people; `%(value)s` is what stands behind the colon.
NAMES: dict[str, Message] = {
    "day_or_month": msg(
        "“%(value)s” có thể là ngày/tháng hoặc tháng/ngày; đã hiểu là ngày trước, tháng sau."
    ),
    "month_or_day": msg(
        "“%(value)s” có thể là ngày/tháng hoặc tháng/ngày; đã hiểu là tháng trước như cả cột."
    ),
    "two_birth_dates": msg("Có ngày sinh ở cả cột Nam và cột Nữ; đã lấy “%(value)s”."),
    "gender_differs": msg("Giới tính ghi hai chỗ khác nhau; đã để trống. Xem lại “%(value)s”."),
    "more_phones": msg("Ô có hơn hai số điện thoại; chỉ giữ hai số đầu, bỏ “%(value)s”."),
    "post_not_kept": msg("“%(value)s” không phải chức danh hệ thống theo dõi; không ghi phần này."),
    "post_meant": msg("Không có chức danh này trong danh mục; có phải là “%(value)s” không?"),
    "one_word_name": msg("Họ tên chỉ có một từ. Xem lại có thiếu họ hay không."),
    "unknown_unit": msg(
        "Không tìm thấy xã, phường “%(value)s”; chọn nơi gần đúng, hoặc ghi đúng tên kèm huyện và"
        " tỉnh nếu là tên cũ."
    ),
    "several_units": msg(
        "Có nhiều xã, phường tên “%(value)s”; chọn đúng nơi, hoặc ghi kèm huyện, tỉnh."
    ),
    "split_unit": msg(
        "“%(value)s” đã chia về nhiều xã mới; chọn xã hiện nay của những người ở đây."
    ),
    "unknown_level": msg("Không hiểu trình độ “%(value)s”; không ghi phần này."),
    "unknown_reason": msg("Không hiểu lý do thôi giữ chức danh “%(value)s”; đã ghi là lý do khác."),
    "nothing_counted": msg("Dòng này chưa ghi số nào. Nơi chưa báo cáo thì ghi “chưa báo cáo”."),
    "since_needs_day": msg(
        "Ngày bắt đầu chỉ ghi “%(value)s”; dùng ngày áp dụng chung của danh sách."
    ),
    "until_needs_day": msg("Ngày kết thúc chỉ ghi “%(value)s”; chưa ghi ngày kết thúc."),
    "same_phone_as": msg("Cùng số điện thoại với dòng %(value)s nhưng khác tên."),
    "same_name_as": msg(
        "Cùng tên, cùng năm sinh, cùng nơi với dòng %(value)s; xem có phải một người."
    ),
}

#: A verdict tells these in words of its own, and no more once the place is known.
_OF_PLACES = {"unknown_unit", "several_units", "split_unit"}
#: What a dry run says where day and month could be exchanged.
_ASSUMED = {
    "day_or_month": "d/m or m/d? dd/mm assumed",
    "month_or_day": "d/m or m/d? mm/dd assumed",
}


def beside_verdict(questions: tuple[str, ...]) -> tuple[str, ...]:
    """Return what there is to ask besides where a row's place is."""
    return tuple(one for one in questions if one.partition(":")[0] not in _OF_PLACES)


def asked_of(questions: tuple[str, ...]) -> str | None:
    """Return the question of a dry run's row: whether a day was read in the right order."""
    codes = (one.partition(":")[0] for one in questions)
    return next((_ASSUMED[code] for code in codes if code in _ASSUMED), None)
