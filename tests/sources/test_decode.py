"""Bytes to text: encodings, line ends, what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Origin, Problem, RawRecord, ReadItem
from generator.sources import read_bytes, read_file
from generator.sources.accounting import Account
from generator.sources.bytes.decode import decode
from generator.sources.reader import Source

TEXT = "Café Müller: a study\n\nWe show – as “promised” – that naïve readers lose text. Nothing is lost here."


def codes(items: list[ReadItem]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_unicode_is_read_in_each_form(encoding: str, end: str) -> None:
    source, problems = decode(TEXT.replace("\n", end).encode(encoding), "in.txt")
    assert source and source.text == TEXT
    assert problems == []


def test_windows_1252_is_read_and_said_so() -> None:
    source, problems = decode(TEXT.encode("cp1252"), "in.txt")
    assert source and source.text == TEXT
    assert [(problem.code, problem.origin and problem.origin.line) for problem in problems] == [
        ("encoding-guessed", 1)
    ]


def test_a_line_in_another_encoding_spoils_no_other() -> None:
    data = "Gödel\n".encode() + "Erdős, naïve\n".encode() + b"na\xefve\n"
    source, _ = decode(data, "in.txt")
    assert source and source.text == "Gödel\nErdős, naïve\nnaïve\n"


def test_a_bad_byte_spoils_no_letter_beside_it() -> None:
    source, _ = decode("naïve – “Łukasz” na".encode() + b"\xefve\n", "in.txt")
    assert source and source.text == "naïve – “Łukasz” naïve\n"


def test_surrogates_of_a_pair_are_one_character() -> None:
    source, _ = decode("Gödel ".encode() + b"\xed\xa0\xbd\xed\xb8\x80 \xed\xa0\x80x", "in.txt")
    assert source and source.text == "Gödel 😀 \ufffdx"


_FOREIGN = {
    "cp1251": "О задаче Дирихле для эллиптического уравнения второго порядка",
    "koi8-r": "О задаче Дирихле для эллиптического уравнения второго порядка",
    "cp1253": "Μελέτη των νευρωνικών δικτύων και της μηχανικής μάθησης",
    "gbk": "深度学习的研究与应用，我们提出一种新的神经网络方法",
    "big5": "深度學習的研究與應用，我們提出一種新的神經網路方法",
    "shift_jis": "深層学習の研究について、新しいニューラルネットワークの方法を提案する",
    "euc_jp": "深層学習の研究について、新しいニューラルネットワークの方法を提案する",
    "euc_kr": "딥러닝 연구와 응용에 대하여 새로운 신경망 방법을 제안한다",
}


@pytest.mark.parametrize("encoding", _FOREIGN)
def test_what_is_not_western_is_read_by_its_letters_with_a_warning(encoding: str) -> None:
    entry = f"@article{{a, title={{{_FOREIGN[encoding]}}}, year=2015}}\n"
    source, problems = decode(f"% first\n{entry}".encode(encoding), "in.bib")
    assert source and source.text == f"% first\n{entry}"
    found = [(problem.code, problem.severity, problem.origin and problem.origin.line) for problem in problems]
    assert found == [("encoding-guessed", "warning", 2)]


@pytest.mark.parametrize(
    ("encoding", "title", "people"),
    [
        ("gb18030", "基于深度学习的图像识别研究", "张伟 and 李娜"),
        ("gb18030", "面向移动边缘计算的任务卸载策略", "陈静 and 李娜"),
        ("tis_620", "การเรียนรู้เชิงลึกสำหรับการจดจำภาพ", "สมชาย ใจดี"),
        ("euc_jp", "自然言語処理の基礎", "佐藤, 健 and 鈴木, 花子"),
        ("cp932", "自然言語処理の基礎", "佐藤, 健 and 鈴木, 花子"),
    ],
)
def test_a_single_entry_is_enough_to_tell(encoding: str, title: str, people: str) -> None:
    entry = f"@article{{a, title={{{title}}}, author={{{people}}}, year=2015}}\n"
    source, problems = decode(entry.encode(encoding), "in.bib")
    assert source and source.text == entry
    assert [problem.severity for problem in problems] == ["warning"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\x1b b", "a control character was left out"),
        (b"a\x1b b\x1b", "2 control characters were left out, here first"),
    ],
)
def test_control_characters_left_out_are_counted(data: bytes, message: str) -> None:
    assert [problem.message for problem in decode(data, "in.txt")[1]] == [message]


def test_japanese_in_seven_bits() -> None:
    source, problems = decode("深層学習の研究\nDeep".encode("iso2022_jp"), "in.txt")
    assert source and source.text == "深層学習の研究\nDeep"
    assert problems == []


def test_a_file_filled_up_with_nul_is_no_binary_one() -> None:
    source, _ = decode(b"@misc{a, title={A title}}\n" + bytes(4000), "in.bib")
    assert source and source.text == "@misc{a, title={A title}}\n"


def test_a_foreign_line_leaves_utf8_lines_alone() -> None:
    russian, western = _FOREIGN["cp1251"], "Gödel, Erdős und Müller"
    source, _ = decode(f"{western}\n".encode() + russian.encode("cp1251"), "in.txt")
    assert source and source.text == f"{western}\n{russian}"


@pytest.mark.parametrize(
    "text", ["Über Lösungen größerer Gleichungen", "Étude numérique « à la française » — où ?"]
)
def test_western_text_is_no_other_script(text: str) -> None:
    source, problems = decode(text.encode("cp1252"), "in.txt")
    assert source and source.text == text
    assert [problem.severity for problem in problems] == ["info"]


_EUROPEAN = """Réduction des modèles à grande échelle
Christian Müller, José Sánchez, Françoise Hébert, Håkan Nyström
Étude numérique d’un problème d'évolution: la méthode est présentée."""


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_what_old_macs_and_dos_wrote_is_read_with_a_warning(encoding: str) -> None:
    text = _EUROPEAN if encoding == "mac_roman" else _EUROPEAN.replace("’", "'")
    source, problems = decode(text.encode(encoding), "in.txt")
    assert source and source.text == text
    assert [(problem.code, problem.severity) for problem in problems] == [("encoding-guessed", "warning")]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_what_windows_wrote_is_not_taken_for_it(encoding: str) -> None:
    text = _EUROPEAN if encoding == "cp1252" else _EUROPEAN.replace("’", "'")
    source, problems = decode(f"{text}\nin\u00a0vivo, NÖ–M, ±3 µm².".encode(encoding, "replace"), "in.txt")
    assert source and source.text.startswith(text)
    assert [(problem.code, problem.severity) for problem in problems] == [("encoding-guessed", "info")]


def test_a_declared_encoding_is_used() -> None:
    data = '<?xml version="1.0" encoding="ISO-8859-2"?>\n<a>Erdős</a>'.encode("iso-8859-2")
    source, _ = decode(data, "in.xml")
    assert source and "Erdős" in source.text


def test_marks_of_files_put_together_are_left_out() -> None:
    source, problems = decode("\ufeffTY  - A\n\ufeffTY  - B".encode(), "in.ris")
    assert source and source.text == "TY  - A\nTY  - B"
    assert problems == []


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_what_ends_lines_where_nothing_else_does_is_a_line_end(end: str) -> None:
    source, problems = decode(TEXT.replace("\n", end).encode(), "in.txt")
    assert source and source.text == TEXT
    assert problems == []


def test_within_lines_the_same_characters_are_white_space() -> None:
    source, _ = decode('title,year\n"a\x0bb",2001\n"c\x85d",2002\n'.encode(), "in.csv")
    assert source and source.text == 'title,year\n"a b",2001\n"c d",2002\n'


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u2060", "\u202a", "\u2066"])
def test_what_is_not_to_be_seen_hides_no_tag(mark: str) -> None:
    text = "TY  - JOUR\nTI  - Deep learning\nAU  - LeCun, Yann\nER  - \n"
    source, problems = decode((mark + text.replace("\n", f"{mark}\n{mark}")).encode(), "in.ris")
    assert source and source.text == text
    assert problems == []


def test_joiners_within_words_are_kept() -> None:
    text = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0646\u062f \U0001f469\u200d\U0001f52c"
    source, _ = decode(text.encode(), "in.txt")
    assert source and source.text == text


def test_spaces_around_tags_are_plain_and_others_stay() -> None:
    source, _ = decode("PT\u00a0J\nTI\u202fDeep\u2009learning\nTI\u3000x".encode(), "in.txt")
    assert source and source.text == "PT J\nTI Deep\u2009learning\nTI\u3000x"


def test_letters_have_their_accents() -> None:
    source, _ = decode("\u0301Go\u0308del, Ma\u0301\u0328ch, x\u0301, \u0438\u0306".encode(), "in.txt")
    assert source and source.text == "\u0301G\u00f6del, M\u0105\u0301ch, x\u0301, \u0439"


def test_lines_that_were_encoded_twice_are_mended_and_said_so() -> None:
    twice = "Clément’s ‘carte’ – à la carte".encode().decode("cp1252")
    latin = "Zürich’s Götz".encode().decode("latin-1")
    kept = "„Spaß“ in Ü“, Mølby — und é"
    source, problems = decode("\n".join([twice, latin, kept]).encode(), "in.txt")
    assert source and source.text == f"Clément’s ‘carte’ – à la carte\nZürich’s Götz\n{kept}"
    assert [(problem.code, problem.severity) for problem in problems] == [("encoded-twice", "info")]


def test_control_characters_are_left_out_and_said_so() -> None:
    source, problems = decode(b"one\x00\x01two\x0cthree\r\n\x1bfour" + b" and more" * 20, "in.txt")
    assert source and source.text == "onetwo three\nfour" + " and more" * 20
    assert [problem.code for problem in problems] == ["control-characters"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_one_problem(data: bytes) -> None:
    assert codes(list(read_bytes(data, "in.txt"))) == ["empty-file"]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\n1 0 obj",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        bytes(range(256)) * 40,
        b"\x00\x01\x02" * 999,
        b"BZh91AY&SY",
        b"x.bib".ljust(257, b"\x00") + b"ustar\x0000" + b"\x00" * 248 + b"@misc{a, title={A}}",
    ],
)
def test_a_binary_file_is_one_problem(data: bytes) -> None:
    assert codes(list(read_bytes(data, "in.pdf"))) == ["binary-file"]


def test_an_unreadable_file_is_one_problem(tmp_path: Path) -> None:
    assert codes(list(read_file(tmp_path / "none.txt", "none.txt"))) == ["unreadable-file"]
    assert codes(list(read_file(tmp_path, "folder"))) == ["unreadable-file"]


def test_lines_that_no_item_covers_are_reported() -> None:
    source = Source("in.txt", "a\n\nb\nc\n\nd\n")
    account = Account(source)
    account.note(RawRecord(Origin("in.txt", 3, 3, "x"), "b", {}))
    left = [(item.origin.line, item.origin.end_line) for item in account.leftovers("x") if item.origin]
    assert left == [(1, 1), (4, 6)]
    failure = account.failure("x", "ValueError: no")
    assert failure.code == "reader-failed" and failure.origin and failure.origin.line == 1


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("author = {Krzyżak, Adam and Urbański, Mariusz and Bzyl, Włodzimierz}", "cp1250"),
        ("author = {Krzyżak, Adam and Więckowski, Z. and Woliński, Marcin}, title = {Książki}", "iso8859_2"),
        ("author = {Hřebíček, Jiří and Krejčí, Pavel and Růžička, Michal}", "cp1250"),
        ("author = {Muñoz, José and Sørensen, Åse and Crête, Hélène and Conceição, João}", "cp1252"),
        ("première, frère, Føroyar, skúgvøld, lunedì, città, Hùng, cœur, ¿Qué?, 5 m², x³, £5", "cp1252"),
    ],
)
def test_central_european_text_is_told_by_its_words(text: str, encoding: str) -> None:
    source, problems = decode(text.encode(encoding), "in.txt")
    assert source is not None
    assert source.text == text
    assert [problem.severity for problem in problems] == ["info" if encoding == "cp1252" else "warning"]


def test_a_line_longer_than_any_value_is_left_out_and_told() -> None:
    value = "word " * 5_000_000
    text = f"TY  - JOUR\nTI  - Deep learning\nAB  - {value}\nER  - \n"
    items = list(read_bytes(text.encode(), "in.ris"))
    assert [(item.code, item.origin and item.origin.line) for item in items if isinstance(item, Problem)] == [
        ("line-too-long", 3)
    ]
    assert [item.fields.get("title") for item in items if isinstance(item, RawRecord)] == ["Deep learning"]
    (alone,) = read_bytes(value.encode(), "in.txt")
    assert isinstance(alone, Problem)
    assert alone.code == "line-too-long"


TURKISH = (
    "Türkiye'de Şehirleşme ve Göç\n\nBu çalışmada büyük şehirlerde göçün toplumsal etkileri incelenmiştir. "
    "Bulgular, göç eden ailelerin eğitim ve sağlık hizmetlerine erişiminin düşük olduğunu göstermektedir.\n"
)
CHINESE = (
    "基于深度学习的图像识别方法研究\n\n本文提出了一种基于深度学习的图像识别方法，实验结果表明该方法有效。\n"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(TURKISH, "cp1254"), (TURKISH, "iso8859_9"), (TURKISH, "utf-7"), (CHINESE, "utf-7"), (CHINESE, "hz")],
)
def test_turkish_and_what_is_written_in_seven_bits(text: str, encoding: str) -> None:
    source, _ = decode(text.encode(encoding), "in.txt")
    assert source is not None
    assert source.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Sigurðsson, Þorsteinn and Guðmundsson, Gýgja and Þórarinsson, Ýmir",
        "Þessi rannsókn fjallar um áhrif. Niðurstöður sýna að það hefur orðið mikil breyting.",
        "Novotný, Jan and Dvorský, Petr",
    ],
    ids=["Icelandic names", "Icelandic", "Czech names"],
)
def test_other_languages_are_not_taken_for_turkish(text: str) -> None:
    source, _ = decode(text.encode("cp1252"), "in.txt")
    assert source is not None
    assert source.text == text


def test_plus_signs_are_no_utf_7() -> None:
    text = "C++ and a+b-c, 1+2-3, x+y- and A+B-testing, +AB-\n"
    source, _ = decode(text.encode(), "in.txt")
    assert source is not None
    assert source.text == text
