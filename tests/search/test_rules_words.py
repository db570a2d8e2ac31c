import re

import pytest

from elearn.search.reader import abbreviations
from elearn.search.rules import Question, exact_key, from_telex, pairs, words_of
from elearn.text import fold
from tests.docs.pages import ROOT
from tests.search.keys import telex

WORDS = sorted(
    {
        word
        for path in (ROOT / "lectures").rglob("*")
        if path.suffix in {".md", ".yaml"}
        for word in re.findall(r"[^\W\d_]+", path.read_text().lower())
    }
)
# In a few words, as in cải soóng, a vowel is really doubled: then the plain reading is right.
ACCENTED = [word for word in WORDS if fold(word) != word]
VIETNAMESE = [word for word in ACCENTED if not re.search(r"([aeo])\1", fold(word))]


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("ủy", "uỷ")]
)
def test_a_word_is_the_same_wherever_its_tone_is_put(one, other):
    assert exact_key(one) == exact_key(other) == exact_key(other.upper())


def test_another_tone_or_letter_is_another_word():
    keys = {exact_key(word) for word in ("hoa", "hòa", "hóa", "hỏa", "họa", "hoả", "thuỷ", "thủy")}

    assert len(keys) == 6


def test_words_are_parted_by_every_sign_and_composed():
    assert words_of("H'Hen Niê – “Đề án 1893”_mới") == (
        *("h", "hen", "niê", "đề", "án", "1893", "mới"),
    )
    assert words_of("hòa") == ("hòa",)


def test_what_is_too_long_is_cut_where_it_is_kept_and_where_it_is_asked_for():
    assert words_of("a" * 99_999) == ("a" * 60,)


def test_neighbours_become_one_word_each():
    assert pairs(["hòa", "giải", "viên"]) == ["hòa_giải", "giải_viên"]


@pytest.mark.parametrize("tone", ["at the end", "after its vowel"])
def test_raw_telex_of_every_word_of_the_catalogue_is_read(tone):
    assert len(VIETNAMESE) > 1000

    wrong = [w for w in VIETNAMESE if from_telex(telex(w, at_end=tone == "at the end")) != fold(w)]

    assert wrong == []


def test_a_hook_right_after_the_initials_is_a_letter():
    assert [from_telex(word) for word in ("tw", "nhwngx", "DDoongf")] == ["tu", "nhung", "dong"]


def test_a_question_is_a_few_words_whatever_was_typed():
    assert Question.of('"hòa* AND (giải?)" ~2^', {}).words == ("hòa", "and", "giải", "2")
    assert len(Question.of("chữ " * 9999, {}).words) == 12
    assert Question.of("*?\0\ud800", {}).words == ()


def test_diacritics_count_only_if_some_were_typed():
    assert Question.of("hoa giai", {}).exact == ()
    assert Question.of("hoà giai", {}).exact == (exact_key("hòa"), "giai")


def test_an_abbreviation_is_known_by_its_folded_letters():
    (meant,) = Question.of("cds", abbreviations()).meant

    assert meant == ("cds", ["chuyen", "doi", "so"])


@pytest.mark.parametrize(
    "short", ["LHPN", "MTTQ", "HĐND", "UBND", "CNTT", "CĐS", "NVCTH", "BĐG", "KNS"]
)
def test_the_abbreviations_of_the_offices_are_listed(short):
    assert len(abbreviations()[fold(short)]) >= 3


def test_what_reads_the_same_in_telex_is_not_read_again():
    assert Question.of("hoa giai", {}).raw_telex is None
    assert Question.of("hoaf giair", {}).raw_telex == Question(("hoa", "giai"), {})
