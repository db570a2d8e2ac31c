import pytest

from elearn.search.rules import (
    Entry,
    Kind,
    Line,
    Question,
    by_lecture,
    excerpt,
    passages,
    restored,
    result,
    whole,
)

WORDS = [f"chữ{number}" for number in range(100)]


def told(pieces):
    return "".join(f"[{one.text}]" if one.is_asked else one.text for one in pieces)


def lines(*texts):
    return [Line(10 * place, text) for place, text in enumerate(texts)]


def test_what_was_asked_for_is_marked_as_it_is_written():
    assert told(whole("Kỹ năng Hòa giải.", {"hoa", "giai"})) == "Kỹ năng [Hòa giải]."


def test_an_excerpt_is_the_stretch_that_answers_best():
    words = [*WORDS]
    words[3], words[70], words[71] = "hòa", "Hòa", "giải"

    found = excerpt(" ".join(words), {"hoa", "giai"}, ["hoa_giai"])

    assert found.place == 70
    assert told(found.pieces).startswith("… chữ65 chữ66")
    assert "chữ69 [Hòa giải] chữ72" in told(found.pieces)
    assert told(found.pieces).endswith("chữ92 …")


@pytest.mark.parametrize("place", [0, 99])
def test_an_excerpt_at_either_end_is_as_long(place):
    words = [*WORDS]
    words[place] = "hòa"

    cut = told(excerpt(" ".join(words), {"hoa"}).pieces)

    assert len(cut.replace("… ", "").replace(" …", "").split()) == 28
    assert cut.startswith("…") is (place == 99)
    assert cut.endswith("…") is (place == 0)


def test_a_short_text_is_shown_whole_and_none_is_nothing():
    assert told(excerpt("(Một việc)!", {"viec"}).pieces) == "(Một [việc])!"
    assert excerpt("", {"viec"}).pieces == ()
    assert told(excerpt("– …", {"viec"}).pieces) == "– …"


def test_markup_in_a_text_stays_text():
    assert told(whole("<b>hòa</b> & giải", {"hoa"})) == "<b>[hòa]</b> & giải"


def test_words_get_their_diacritics_from_where_they_stand_together():
    text = "Hoa đẹp, giai đoạn một. Rồi hòa giải ở tổ."

    assert restored(["hoa", "giai", "ngoai"], text) == ("hòa", "giải")


def test_a_passage_is_a_sentence_however_many_lines_it_takes():
    said = lines("Chào các chị.", "Hôm nay ta nói", "về hòa giải.", "Rồi")

    found = [entry.text for entry in passages("BG-01", "Bài", said)]

    assert found == ["Chào các chị.", "Hôm nay ta nói về hòa giải.", "Rồi"]


def test_a_sentence_without_an_end_is_cut():
    said = lines(*(["mười chữ một hai ba bốn năm sáu bảy tám"] * 13))

    assert [len(entry.lines) for entry in passages("BG-01", "Bài", said)] == [6, 6, 1]


def test_a_result_begins_at_the_line_in_which_it_is_said():
    (entry,) = passages("BG-01", "Bài", lines("Hôm nay", "ta nói về", "hòa giải ở tổ."))

    found = result(entry, Question.of("hoa giai", {}))

    assert (found.second, told(found.text)) == (20, "Hôm nay ta nói về [hòa giải] ở tổ.")


def test_passages_stand_together_by_lecture_the_best_first_and_in_the_order_of_the_film():
    entries = [
        *passages("B", "Hai", lines("a hòa.", "b.", "c hòa.")),
        *passages("A", "Một", lines("hòa.")),
    ]
    found = [result(entries[place], Question.of("hoa", {})) for place in (2, 3, 0)]

    groups = by_lecture(found)

    assert [[(one.entry.code, one.second) for one in group] for group in groups] == [
        [("B", 0), ("B", 20)],
        [("A", 0)],
    ]


def test_an_entry_belongs_to_its_thing():
    assert Entry(Kind.PASSAGE, "BG-01", "Bài").thing == "lecture BG-01"
    assert Entry(Kind.MODULE, "CD-1", "Chuyên đề").thing == "module CD-1"
