"""slides.md: slides apart by `---`, each a `# title`, `- points`, and `> what is said`."""

from elearn.catalogue.reader.problems import Sheet
from elearn.catalogue.reader.values import Slide
from elearn.text import msg

BREAK = "---"


def slides_of(text: str, sheet: Sheet) -> tuple[Slide, ...]:
    """Return the slides of a lecture, and note those without a title or a narration."""
    slides: list[Slide] = []
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.rstrip().split("\n"), BREAK], 1):
        if line.rstrip() == BREAK:
            slides.append(_slide(lines, first, sheet))
            lines, first = [], number + 1
        elif lines or line.strip():
            lines.append(line)
        else:
            first = number + 1
    return tuple(slides)


def _slide(lines: list[str], first: int, sheet: Sheet) -> Slide:
    titles, points, said = [], [], []
    for number, line in enumerate(lines, first):
        sign, _, rest = line.strip().partition(" ")
        match sign:
            case "#":
                titles.append(rest.strip())
            case "-":
                points.append(rest.strip())
            case ">":
                said.append(rest.strip())
            case "":
                pass
            case _:
                sheet.note(number, msg("dòng của trang chiếu bắt đầu bằng #, - hoặc >"))
    _check(titles, points, said, first, sheet)
    return Slide(" ".join(titles), tuple(points), "\n".join(filter(None, said)))


def _check(titles: list[str], points: list[str], said: list[str], first: int, sheet: Sheet) -> None:
    if not any(titles):
        sheet.note(first, msg("trang chiếu thiếu tiêu đề"))
    if len(titles) > 1:
        sheet.note(first, msg("trang chiếu có nhiều tiêu đề; thiếu dòng --- ở giữa?"))
    if not any(said):
        sheet.note(first, msg("trang chiếu thiếu lời giảng"))
    if not all(points):
        sheet.note(first, msg("trang chiếu có gạch đầu dòng trống"))
