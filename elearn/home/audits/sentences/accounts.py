"""Sentences about ways in and rights."""

from elearn.text import Message, msg

ACCOUNTS: dict[tuple[str, str], Message] = {
    ("account", "account.created"): msg("cấp tài khoản cho %(thing)s"),
    ("account", "account.closed"): msg("đóng tài khoản của %(thing)s"),
    ("account", "account.reopened"): msg("mở lại tài khoản của %(thing)s"),
    ("account", "account.activated"): msg("vào lần đầu bằng mã kích hoạt, tài khoản của %(thing)s"),
    ("account", "account.password_reset"): msg("đặt lại mật khẩu bằng mã, tài khoản của %(thing)s"),
    ("account", "account.password_set"): msg("đặt mật khẩu cho tài khoản của %(thing)s"),
    ("account", "account.password_changed"): msg("đổi mật khẩu tài khoản của %(thing)s"),
    ("account", "account.code_made"): msg("cấp mã vào hệ thống cho %(thing)s"),
    ("account", "account.signed_out"): msg("đăng xuất mọi máy của %(thing)s"),
    ("account", "account.carried"): msg("mở tiếp ở trình duyệt khác, tài khoản của %(thing)s"),
    ("account", "account.second_factor_set"): msg("bật mã 6 số cho tài khoản của %(thing)s"),
    ("account", "account.second_factor_ended"): msg("tắt mã 6 số của tài khoản của %(thing)s"),
    ("account", "account.second_factor_reset"): msg("đặt lại mã 6 số của %(thing)s"),
    ("account", "account.recovery_code_used"): msg("dùng một mã dự phòng, tài khoản của %(thing)s"),
    ("account", "account.recovery_codes_renewed"): msg(
        "làm mới mã dự phòng, tài khoản của %(thing)s"
    ),
    ("account", "account.linked"): msg("liên kết một tài khoản ở nơi khác với %(thing)s"),
    ("account", "account.unlinked"): msg("bỏ liên kết một tài khoản ở nơi khác của %(thing)s"),
    ("mail_address", "give"): msg("ghi địa chỉ thư điện tử của %(thing)s"),
    ("mail_address", "confirm"): msg("xác nhận địa chỉ thư điện tử của %(thing)s"),
    ("mail_address", "remove"): msg("bỏ địa chỉ thư điện tử của %(thing)s"),
    ("area", "accounts.made"): msg("cấp tài khoản hàng loạt ở %(thing)s"),
    ("slip_batch", "slips.ordered"): msg("đặt in phiếu vào lần đầu (%(thing)s)"),
    ("slip_batch", "slips.fetched"): msg("tải phiếu vào lần đầu (%(thing)s)"),
    ("role_grant", "grant.given"): msg("giao quyền cho %(thing)s"),
    ("role_grant", "grant.ended"): msg("kết thúc quyền của %(thing)s"),
}
