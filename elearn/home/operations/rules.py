"""How a job stands, as an operator sees it, and what each kind of work is called. No database."""

from datetime import datetime, timedelta
from enum import StrEnum

from elearn.jobs import SILENT, Job, JobState, JobWorker, Obstacle
from elearn.text import Message, msg

STILL_AFTER = timedelta(minutes=15)
LOW_BYTES = 5_000_000_000  # Less is soon used up by films.
_FAIR_PERCENT = 5  # Before, nothing can be told from how fast it went.


class Standing(StrEnum):
    """How a job stands."""

    AT_WORK = "at_work"
    STOPPING = "stopping"
    SILENT = "silent"
    STILL = "still"
    WAITING = "waiting"
    LATER = "later"
    HINDERED = "hindered"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DONE = "done"


STANDING_NAMES = {
    Standing.AT_WORK: msg("Đang làm"),
    Standing.STOPPING: msg("Đang dừng"),
    Standing.SILENT: msg("Mất liên lạc"),
    Standing.STILL: msg("Không tiến thêm"),
    Standing.WAITING: msg("Chờ tới lượt"),
    Standing.LATER: msg("Hẹn giờ"),
    Standing.HINDERED: msg("Chưa làm được"),
    Standing.FAILED: msg("Hỏng"),
    Standing.CANCELLED: msg("Đã hủy"),
    Standing.DONE: msg("Xong"),
}
#: Standings about which somebody may have to do something.
STUCK = (Standing.SILENT, Standing.STILL)
_OVER = {
    JobState.DONE: Standing.DONE,
    JobState.FAILED: Standing.FAILED,
    JobState.CANCELLED: Standing.CANCELLED,
}

OBSTACLE_NAMES = {
    Obstacle.ROOM: msg("Chờ chỗ trống trên đĩa"),
    Obstacle.DATABASE: msg("Chờ cơ sở dữ liệu trả lời"),
    Obstacle.AWAY: msg("Chờ kho tệp hoặc máy chủ khác trả lời"),
    Obstacle.KILLED: msg("Chương trình bị dừng giữa chừng, thường vì máy thiếu bộ nhớ"),
}

KIND_NAMES: dict[str, Message] = {
    "media.receive": msg("Kiểm tra tệp vừa tải lên"),
    "media.transcode": msg("Chuyển mã video"),
    "media.hear": msg("Nghe và chép phụ đề"),
    "media.slides": msg("Tìm trang chiếu trong video"),
    "media.slides_pdf": msg("Lấy trang chiếu từ tệp PDF"),
    "clean-files": msg("Dọn tệp không còn dùng"),
    "certificates.render": msg("In giấy chứng nhận"),
    "accounts.slips": msg("In phiếu vào lần đầu"),
    "roster-read": msg("Đọc danh sách cán bộ"),
    "roster-compare": msg("So danh sách cán bộ"),
    "roster-commit": msg("Ghi danh sách cán bộ"),
    "roster-undo": msg("Hoàn tác một lần nhập danh sách"),
    "send_letters": msg("Gửi thư điện tử"),
    "list_people_anew": msg("Lập lại danh sách cán bộ"),
    "count_coverage": msg("Tính lại số liệu độ phủ"),
    "rules.try": msg("Thử quy tắc công nhận mới"),
    "rules.give": msg("Ghi bài được tính theo quy tắc mới"),
    "offline.retry": msg("Thử lại những phần báo cáo xem để riêng"),
    "demo.film": msg("Dựng phim minh họa"),
    "demo.watch": msg("Ghi lượt xem minh họa"),
}


def kind_name(kind: str) -> Message | str:
    """Return what a kind of work is called; that of another version of the product, its key."""
    return KIND_NAMES.get(kind, kind)


def standing_of(job: Job, now: datetime) -> Standing:
    """Return how a job stands."""
    if job.is_over:
        return _OVER[job.state]
    return _running(job, now) if job.state is JobState.RUNNING else _queued(job, now)


def _running(job: Job, now: datetime) -> Standing:
    if job.lease_until and job.lease_until < now:
        return Standing.SILENT
    if job.cancel_asked_at:
        return Standing.STOPPING
    moved = job.moved_at or job.started_at
    return Standing.STILL if moved and now - moved > STILL_AFTER else Standing.AT_WORK


def _queued(job: Job, now: datetime) -> Standing:
    if job.obstacle:
        return Standing.HINDERED
    return Standing.LATER if job.run_after and job.run_after > now else Standing.WAITING


def time_left(job: Job, now: datetime) -> timedelta | None:
    """Return about how long a running job will take, if it goes on as fast as until now."""
    if job.started_at is None or not _FAIR_PERCENT <= job.percent < 100:
        return None
    return (now - job.started_at) * (100 - job.percent) / job.percent


def is_alive(worker: JobWorker, now: datetime) -> bool:
    """Return whether a worker was heard of lately."""
    return now - worker.seen_at <= SILENT
