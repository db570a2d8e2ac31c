"""Why a row stands as it does, in words that say what to do."""

from elearn.text import Message, msg

#: Why a row waits for a place, or for how posts were left: both are asked once for many rows.
OF_PLACES = frozenset({"place_split", "place_several", "place_unknown"})
OF_MOVES = frozenset({"other_post", "other_commune"})
#: Code → the sentence for people; `%(value)s` is what stands behind the colon.
NAMES: dict[str, Message] = {
    "duplicate": msg(
        "Trùng người với dòng %(value)s của tệp. Chọn “là một người” để bỏ dòng này, hoặc “là hai"
        " người”."
    ),
    "same_phone": msg(
        "Cùng số điện thoại %(value)s với người đã có nhưng khác tên. Xem có phải một người."
    ),
    "same_name": msg(
        "Cùng tên, cùng nơi với người đã có nhưng chưa đủ căn cứ là một người. So sánh rồi chọn."
    ),
    "same_birth_elsewhere": msg(
        "Cùng tên, cùng ngày sinh với người ở nơi khác. Có thể là một người chuyển đến."
    ),
    "key_of_another": msg(
        "Mã cán bộ %(value)s là của người tên khác. Xem có chép nhầm mã, hay người này đổi tên."
    ),
    "id_of_another": msg(
        "Số CCCD này hệ thống đang ghi cho người khác tên. Xem lại số trên thẻ rồi chọn."
    ),
    "other_official_id": msg(
        "Tên và số điện thoại trùng người đã có nhưng số CCCD khác. Xem lại số trên thẻ."
    ),
    "several_match": msg("Có %(value)s người đã có khớp như nhau với dòng này. Chọn đúng người."),
    "known_elsewhere": msg(
        "Có người cùng số điện thoại hoặc số CCCD ở địa bàn khác. Nếu là người chuyển đến thì nhờ"
        " cấp trên chuyển; nếu không thì chọn “là hai người”."
    ),
    "unknown_key": msg(
        "Mã cán bộ %(value)s không có trong địa bàn của anh/chị. Xóa mã này nếu là người mới."
    ),
    "other_post": msg(
        "Hệ thống đang ghi: %(value)s. Chọn “thôi chức danh cũ” hoặc “giữ cả hai chức danh”."
    ),
    "other_commune": msg(
        "Hệ thống đang ghi công tác ở nơi khác: %(value)s. Chọn “thôi chức danh cũ” hoặc “giữ cả"
        " hai chức danh”."
    ),
    "begun_later": msg(
        "%(value)s: bắt đầu từ đúng ngày áp dụng của danh sách hoặc sau đó, nên chưa ghi thôi được."
        " Chọn “giữ cả hai chức danh”, bỏ dòng này, hoặc sửa ngày áp dụng."
    ),
    "place_split": msg(
        "“%(value)s” đã chia về nhiều xã, phường. Chọn nơi hiện nay một lần cho cả tệp."
    ),
    "place_several": msg(
        "Có nhiều nơi tên “%(value)s”. Chọn đúng nơi một lần cho cả tệp, hoặc ghi kèm huyện, tỉnh."
    ),
    "place_unknown": msg(
        "Không có nơi nào tên “%(value)s”. Chọn tên gần đúng một lần cho cả tệp, hoặc sửa tệp."
    ),
    "no_place": msg("Chưa ghi xã, phường công tác. Ghi vào cột hoặc dòng nhóm phía trên."),
    "no_such_place": msg("Không có nơi nào tên “%(value)s”. Ghi đúng tên, kèm huyện và tỉnh."),
    "outside": msg("%(value)s ngoài địa bàn của anh/chị. Gửi danh sách này cho nơi ấy nhập."),
    "no_post": msg("Người này chưa có trong hệ thống và dòng chưa ghi chức vụ. Ghi chức vụ."),
    "unknown_post": msg("Không có chức danh “%(value)s” trong danh mục chức danh."),
    "wrong_level": msg("%(value)s không giữ ở nơi đã ghi: khác cấp. Xem lại chức vụ hoặc đơn vị."),
    "district_ended": msg(
        "Cấp huyện đã kết thúc ngày 30/06/2025: %(value)s. Ghi nơi công tác hiện nay."
    ),
    "ends_before": msg("Ngày thôi giữ %(value)s đứng trước ngày bắt đầu. Xem lại hai ngày."),
    "founds": msg("Đơn vị chưa có, sẽ lập mới: %(value)s."),
    "begins_with_unit": msg("Ngày bắt đầu lấy ngày đơn vị bắt đầu: %(value)s."),
    "lower_level": msg("Hệ thống đang ghi trình độ cao hơn, giữ nguyên: %(value)s."),
    "came_meanwhile": msg("Người này vừa được nhập ở nơi khác. So sánh rồi quyết định."),
    "changed_meanwhile": msg("Hồ sơ người này vừa được sửa ở nơi khác. So sánh rồi quyết định."),
    "counted_ahead": msg("Ngày của số liệu chưa tới: %(value)s. Xem lại ngày."),
    "counted_twice": msg("Số của nơi này, nhóm này, ngày này đã có ở dòng %(value)s. Bỏ một dòng."),
    "count_of_a_split_place": msg(
        "“%(value)s” nay đã chia hoặc không còn vào ngày ấy. Ghi số của từng xã, phường hiện nay."
    ),
    "declared_meanwhile": msg(
        "Số của nơi này vừa được ghi ở nơi khác. Xem lại rồi gửi lại dòng này."
    ),
    "nothing_counted": msg("Dòng này chưa ghi số nào. Nơi chưa báo cáo thì ghi “chưa báo cáo”."),
}
