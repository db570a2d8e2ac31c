"""Why a file cannot become a lecture: what happened, what is kept, what to do."""

from elearn.errors import Refusal
from elearn.text import Message, msg


class Unusable(Refusal):
    """A file we cannot use; `detail` is what the program said, for the operator's log."""

    def __init__(self, message: Message, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


EMPTY = msg(
    "Tệp rỗng, không có gì bên trong. Chưa có gì thay đổi."
    " Hãy chép lại tệp từ máy quay hoặc máy tính rồi tải lên lần nữa."
)
NOT_MEDIA = msg(
    "Đây không phải tệp video hay ghi âm, hoặc phần đầu tệp đã hỏng. Chưa có gì thay đổi."
    " Ở đây nhận MP4, MKV, MOV, AVI, WebM, 3GP, MP3, M4A, WAV: hãy mở thử tệp trên máy tính,"
    " nếu xem được thì xuất lại sang MP4."
)
UNFINISHED = msg(
    "Tệp bị ngắt trước khi ghi xong: có hình và tiếng nhưng thiếu mục lục nên không mở được."
    " Chưa có gì thay đổi. Hãy chép lại tệp từ máy quay hoặc thẻ nhớ; nếu máy quay tắt giữa chừng,"
    " hãy mở tệp bằng chính máy quay đó để nó tự sửa rồi tải lên."
)
DOCUMENT = msg(
    "Đây là tài liệu hoặc tệp nén, không phải video. Chưa có gì thay đổi."
    " Hãy xuất bài trình chiếu thành video MP4, hoặc chọn đúng tệp đã quay."
)
PLAYLIST = msg(
    "Đây là danh sách phát, chỉ chứa địa chỉ chứ không có hình và tiếng. Chưa có gì thay đổi."
    " Hãy tải lên chính tệp video."
)
STILL = msg(
    "Đây là ảnh chụp, không phải video. Chưa có gì thay đổi."
    " Nếu muốn dùng ảnh, hãy ghép ảnh với lời giảng thành một video rồi tải lên."
)
PROJECT = msg(
    "Đây là tệp dự án của phần mềm dựng phim, chưa có hình và tiếng bên trong. Chưa có gì thay đổi."
    " Hãy xuất dự án ra video MP4 rồi tải tệp video lên."
)
WEB_PAGE = msg(
    "Đây là một trang web được lưu lại, không phải video. Chưa có gì thay đổi."
    " Hãy tải đúng tệp video về máy, mở xem thử rồi tải lên."
)
CAPTIONS = msg(
    "Đây là tệp phụ đề, không phải video. Chưa có gì thay đổi."
    " Hãy mở video đã có rồi thêm tệp này ở phần phụ đề."
)
PROGRAM = msg(
    "Đây là một chương trình máy tính, không phải video. Chưa có gì thay đổi."
    " Hãy chọn đúng tệp đã quay."
)
OUTSIDE = msg(
    "Tệp này chỉ trỏ tới hình và tiếng nằm ở tệp khác. Chưa có gì thay đổi."
    " Hãy mở bằng phần mềm đã tạo ra nó, xuất thành một tệp MP4 trọn vẹn rồi tải lên."
)
TELLS_WITHOUT_END = msg(
    "Phần ghi chú của tệp dài bất thường nên máy chủ không đọc tiếp. Chưa có gì thay đổi."
    " Hãy xuất lại video sang MP4 rồi tải lên."
)
TIMES_LEAP = msg(
    "Giờ ghi trong tệp nhảy hàng giờ giữa hai đoạn liền nhau nên không biết bài dài bao lâu."
    " Tệp gốc vẫn được giữ trên máy chủ. Hãy xuất lại video sang MP4, hoặc cắt bỏ đoạn trống,"
    " rồi tải lên."
)
LOCKED = msg(
    "Tệp bị khóa bản quyền nên không đọc được hình và tiếng. Chưa có gì thay đổi."
    " Hãy lấy bản gốc không khóa từ nơi quay."
)
TOO_SMALL = msg(
    "Hình trong tệp quá nhỏ, không nhìn được gì. Chưa có gì thay đổi."
    " Hãy xuất lại video ở cỡ 480p trở lên rồi tải lên."
)
NOTHING_TO_PLAY = msg(
    "Trong tệp không có hình cũng không có tiếng. Chưa có gì thay đổi."
    " Hãy kiểm tra lại tệp đã xuất rồi tải lên lần nữa."
)
UNDECODABLE = msg(
    "Tệp có hình nhưng ngay từ đầu không giải mã được. Chưa có gì thay đổi."
    " Hãy mở thử tệp trên máy tính; nếu xem được thì xuất lại sang MP4 (H.264, AAC) và tải lên."
)
LOOKED_TOO_LONG = msg(
    "Máy chủ xem tệp quá lâu mà chưa hiểu bên trong có gì nên đã dừng. Chưa có gì thay đổi."
    " Hãy xuất lại video sang MP4 rồi tải lên."
)
CANNOT_DECODE = msg(
    "Tệp có hình hoặc tiếng nhưng không giải mã được. Tệp gốc vẫn được giữ trên máy chủ."
    " Hãy mở thử tệp trên máy tính; nếu xem được thì xuất lại sang MP4 (H.264, AAC) và tải lên."
)
TOOK_TOO_LONG = msg(
    "Máy chủ xử lý quá lâu nên đã dừng. Tệp gốc vẫn được giữ trên máy chủ."
    " Hãy bấm “Thử lại”; nếu vẫn vậy, xuất lại video ở cỡ 720p rồi tải lên."
)
CANNOT_ENCODE = msg(
    "Máy chủ chưa chuyển được tệp này thành bản để xem. Tệp gốc vẫn được giữ."
    " Hãy bấm “Thử lại”; nếu vẫn vậy, xuất lại video sang MP4 rồi tải lên."
)


def too_short(milliseconds: int) -> Message:
    """Return why what is over in a blink is refused."""
    return msg(
        "Chỉ đọc được %(count)s phần mười giây, bài phải dài ít nhất một giây."
        " Tệp gốc vẫn được giữ trên máy chủ. Nếu bài thật dài hơn thì tệp bị quay hoặc chép"
        " dở chừng: hãy chép lại tệp rồi tải lên lần nữa.",
        count=milliseconds // 100,
    )


def unknown_container(name: str) -> Message:
    """Return why a kind of file that we do not open is refused."""
    return msg(
        "Ở đây không nhận tệp kiểu %(name)s. Chưa có gì thay đổi."
        " Nếu mở xem được trên máy tính, hãy xuất lại sang MP4 (hình H.264, tiếng AAC)"
        " rồi tải lên.",
        name=name,
    )


NOT_A_PICTURE = msg(
    "Tệp này không phải ảnh đọc được. Chưa có gì thay đổi."
    " Hãy lưu trang chiếu thành ảnh PNG hoặc JPG rồi tải lên lần nữa."
)


def unknown_codec(name: str) -> Message:
    """Return why a way of coding that we do not read is refused."""
    return msg(
        "Máy chủ chưa đọc được kiểu mã hóa %(name)s của tệp này. Chưa có gì thay đổi."
        " Hãy xuất lại sang MP4 (hình H.264, tiếng AAC) rồi tải lên.",
        name=name,
    )


def beyond_measure(what: Message, found: object, most: object) -> Message:
    """Return why a size no lecture has is refused."""
    return msg(
        "%(what)s là %(found)s, ở đây chỉ nhận tới %(most)s. Chưa có gì thay đổi."
        " Hãy xuất lại video theo cỡ thông thường (1080p, 25 hình một giây) rồi tải lên.",
        what=what,
        found=found,
        most=most,
    )
