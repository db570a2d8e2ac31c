"""What people should know of a film that can be watched all the same."""

from elearn.media.ffmpeg import Measure, Probe
from elearn.media.rules.slides import time_written
from elearn.text import Message, msg

_SLACK_MS = 5_000
_SLACK_SHARE = 0.02
_LONG_GAP_MS = 60_000


def remark(probe: Probe, measure: Measure) -> Message | None:
    """Return what is odd about a file that was taken, the most important thing first."""
    claimed, found = probe.claimed_ms or 0, measure.duration_ms
    if claimed - found > max(_SLACK_MS, claimed * _SLACK_SHARE):
        return msg(
            "Tệp ghi dài %(claimed)s nhưng chỉ đọc được %(found)s. Phần đọc được vẫn xem được."
            " Nếu thiếu phần sau, hãy chép lại tệp từ máy quay rồi tải lên.",
            claimed=_clock(claimed),
            found=_clock(found),
        )
    if probe.sound and measure.leap_ms > _LONG_GAP_MS:
        return msg(
            "Trong tệp có một đoạn dài %(length)s không có tiếng cũng không có hình mới."
            " Nếu đó là chỗ máy quay dừng, hãy cắt bỏ đoạn ấy rồi thay bằng tệp mới.",
            length=_clock(measure.leap_ms),
        )
    if probe.picture and not probe.sound:
        return msg("Tệp không có tiếng. Người học xem hình mà không nghe được gì.")
    if probe.picture and measure.sound_ms - measure.picture_ms > _SLACK_MS:
        return msg(
            "Hình dừng ở %(place)s, tiếng vẫn còn. Hình cuối được giữ đến hết bài.",
            place=_clock(measure.picture_ms),
        )
    if probe.picture and measure.picture_ms - measure.sound_ms > _SLACK_MS:
        return msg(
            "Tiếng dừng ở %(place)s, hình vẫn còn. Từ đó người học không nghe được gì.",
            place=_clock(measure.sound_ms),
        )
    return None


def _clock(milliseconds: int) -> str:
    return time_written(milliseconds // 1000 * 1000)
