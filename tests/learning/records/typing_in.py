"""What is typed of a paper, and how its page is read."""

FORM = {
    "course": "Kỹ năng tuyên truyền",
    "organiser": "Trường Chính trị tỉnh",
    "last_on": "12/09/2025",
    "kind": "earlier_paper",
    "programme_version_id": "0",
}


def plain(answer):
    return answer.text.replace("\u00a0", " ")
