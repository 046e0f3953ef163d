"""Readers: every format gives its text unchanged, and what cannot be read is said to be so."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso import lexicon
from sayso.model import Document, SourceKind, Unread
from sayso.readers import read, suffixes
from sayso.readers._days import Month, MonthFirst, day
from sayso.readers._head import HeadLabel, head
from sayso.readers._language import Language, language
from sayso.readers._record import FieldName, field

REPORT = (
    "The mayor of Westbridge said on Sunday that twelve people were hurt when the old bridge gave way.\n\n"
    "Rescuers searched the river for the whole night, and the hospital took in nine of them, according to its director."
)
PAGE = """<html lang="en"><head><title>Bridge gives way in Westbridge - The Westland Courier</title>
<meta property="og:site_name" content="The Westland Courier"><meta name="author" content="Maria Lindqvist">
<meta property="article:published_time" content="2019-03-03T10:00:00Z"><link rel="canonical" href="https://courier.example/bridge">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge gives way in Westbridge</h1>
<p>The mayor of Westbridge said on Sunday that twelve people were hurt when the old bridge gave way in the early morning.</p>
<p>Rescuers searched the river for the whole night, and the hospital took in nine of them, according to its director.</p>
</article><footer>All rights reserved</footer></body></html>"""
MARCH_4, NAME, TITLE = date(2019, 3, 4), "Maria Lindqvist", "Bridge falls into the river"


def documents(*paths: Path) -> list[Document]:
    found = list(read(paths))
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def reason(path: Path) -> str:
    (item,) = read([path])
    assert isinstance(item, Unread), item
    return item.reason


def put(folder: Path, name: str, content: bytes | str | object) -> Path:
    path = folder / name
    raw = content if isinstance(content, bytes) else content.encode() if isinstance(content, str) else json.dumps(content).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def pdf(lines: list[str], trailer: str = "") -> bytes:
    """Return a PDF of one page with these lines."""
    words = "\n".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {words} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Filter /Standard /V 1 /R 2 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> /P -4 >>",
    ]
    body, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def warc(pages: list[tuple[str, str, str]]) -> bytes:
    """Return a web archive of pages given as address, content type and body."""
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for url, kind, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2020-05-06T07:08:09Z"}
        writer.write_record(
            writer.create_warc_record(url, "response", BytesIO(body.encode()), http_headers=headers, warc_headers_dict=dated)
        )
    return stream.getvalue()


# files and folders


def test_a_folder_is_read_sorted_with_everything_below_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/a.txt", ".git/x.txt", ".hidden.txt", "~$lock.docx"):
        put(tmp_path, name, REPORT)

    found = documents(tmp_path)

    assert [Path(item.path).relative_to(tmp_path).as_posix() for item in found] == ["a/a.txt", "a/z.md", "b.txt"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, "1.json", "{not json")
    put(tmp_path, "2.docx", b"PK\x03\x04 cut off")
    put(tmp_path, "3.txt", REPORT)

    found = list(read([tmp_path]))

    assert [type(item) for item in found] == [Unread, Unread, Document]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", REPORT)

    assert len(documents(tmp_path, path, path)) == 1


def test_a_missing_file_and_an_unknown_suffix_are_said(tmp_path: Path) -> None:
    assert reason(tmp_path / "nowhere.txt") == "there is no such file or folder"
    assert "no reader for '.mp3'; there are .csv, .docx" in reason(put(tmp_path, "a.mp3", b"x"))
    assert "files without a suffix" in reason(put(tmp_path, "README", b"x"))


def test_the_suffixes_are_those_of_all_formats() -> None:
    wanted = {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".xlsx", ".csv", ".json", ".jsonl", ".warc", ".warc.gz"}

    assert wanted <= set(suffixes())


# text


def test_a_text_keeps_its_words_its_hash_and_its_reader(tmp_path: Path) -> None:
    path = put(tmp_path, "bridge.txt", REPORT)

    (found,) = documents(path)

    assert (found.text, found.name, found.reader, found.language) == (REPORT, "bridge", "plaintext 1", "en")
    assert found.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert found.retrieved is None


@pytest.mark.parametrize(
    ("raw", "noted"),
    [
        (REPORT.encode("utf-8-sig"), ""),
        (REPORT.encode("utf-16"), ""),
        (REPORT.encode("utf-16-le"), "UTF-16-LE"),
        (REPORT.replace("\n", "\r\n").encode(), ""),
        (REPORT.replace("\n", "\r").encode(), ""),
    ],
)
def test_encodings_and_line_ends_give_the_same_text(tmp_path: Path, raw: bytes, noted: str) -> None:
    (found,) = documents(put(tmp_path, "a.txt", raw))

    assert found.text == REPORT
    assert noted in " ".join(found.notes)


def test_windows_letters_are_read_and_noted(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.txt", f"{REPORT} “It fell”, said José.".encode("cp1252")))

    assert found.text.endswith("“It fell”, said José.")
    assert "Windows-1252" in found.notes[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\x00" * 500, "empty"),
        (bytes(range(256)) * 40, "binary"),
        ("В больнице сообщили что после взрыва во вторник вечером туда доставили двенадцать человек".encode(), "Russian"),
        ("L'hôpital a déclaré que douze personnes y avaient été amenées après l'explosion de mardi soir.".encode(), "only English"),
        ("قال المستشفى".encode(), "Arabic"),
    ],
)
def test_a_text_that_cannot_be_used_has_its_reason(tmp_path: Path, content: bytes, why: str) -> None:
    assert why in reason(put(tmp_path, "a.txt", content))


def test_odd_characters_do_no_harm(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.txt", f"{REPORT}\x00\x07 \u200f\ufeff 🜂 end"))

    assert found.text == f"{REPORT}\ufffd\x07 \u200f\ufeff 🜂 end"
    assert "replaced one for one" in found.notes[0]


def test_a_giant_line_is_read(tmp_path: Path) -> None:
    text = "The bridge of Westbridge was closed to all and sundry. " * 40_000

    (found,) = documents(put(tmp_path, "a.txt", text))

    assert found.text == text


# JSON


def test_a_json_report_keeps_its_text_unchanged(tmp_path: Path) -> None:
    text = f"  {REPORT}\r\n\n“18\u00a0000”  "
    value = {
        "id": "007", "text": text, "title": "Bridge", "outlet": "Reuters", "author": "M. Lind", "published": "2019-03-03", "url": "https://x.example/a"
    }  # fmt: skip

    (found,) = documents(put(tmp_path, "a.json", value))

    assert (found.text, found.name, found.title, found.outlet, found.author) == (text, "007", "Bridge", "Reuters", "M. Lind")
    assert (found.published, found.url, found.reader) == (date(2019, 3, 3), "https://x.example/a", "json 1")
    assert found.publisher is not None
    assert found.publisher.kind == SourceKind.MEDIA


def test_missing_fields_are_none(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.json", {"text": REPORT, "published": None, "outlet": None}))

    assert (found.name, found.published, found.outlet, found.publisher, found.author, found.url) == ("a", None, None, None, None, None)


def test_json_lines_give_a_document_each_and_bad_lines_a_reason(tmp_path: Path) -> None:
    lines = [json.dumps({"id": 1, "text": REPORT}), "{broken", "", json.dumps({"id": 2}), "7"]

    found = list(read([put(tmp_path, "a.jsonl", "\n".join(lines))]))

    assert [type(item) for item in found] == [Document, Unread, Unread, Unread]
    assert [item.path.rsplit(": ", 1)[-1] for item in found[1:]] == ["line 2", "line 4", "line 5"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{broken", "not valid JSON"),
        ("[]", "no report"),
        ("3", "not a JSON object"),
        ('{"a": 1}', "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": 5}', "no text"),
        ("[" * 100_000, "not"),
    ],
)
def test_wrong_json_has_its_reason(tmp_path: Path, content: str, why: str) -> None:
    assert why in reason(put(tmp_path, "a.json", content))


def test_a_lone_surrogate_is_replaced_and_noted(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.json", json.dumps({"text": REPORT + " x"}).replace(" x", "\\ud800")))

    assert found.text == REPORT + "\ufffd"
    assert found.notes


def test_a_telegram_export_gives_a_document_for_each_message_with_words(tmp_path: Path) -> None:
    entities = ["The mayor of Westbridge said that the bridge is ", {"type": "bold", "text": "closed"}, " to all of the traffic."]
    messages = [
        {"id": 1, "type": "service", "action": "create_channel"},
        {"id": 2, "type": "message", "date": "2020-04-05T06:07:08", "from": "Westbridge Live", "text": entities},
        {"id": 3, "type": "message", "date": "2020-04-06T06:07:08", "text": "", "photo": "x.jpg"},
        {"id": 4, "type": "message", "date": "2020-04-07T06:07:08", "forwarded_from": "Ukrinform", "text": REPORT},
        "odd",
    ]
    path = put(tmp_path, "result.json", {"name": "Westbridge Live", "type": "public_channel", "messages": messages})

    first, second, odd = read([path])

    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(odd, Unread)
    assert first.text == "The mayor of Westbridge said that the bridge is closed to all of the traffic."
    assert (first.outlet, first.published, first.reader, first.author) == ("Westbridge Live", date(2020, 4, 5), "telegram 1", None)
    assert (second.outlet, second.notes) == ("Ukrinform", ("passed on by Westbridge Live",))


# lists


def test_a_csv_list_is_one_row_a_report(tmp_path: Path) -> None:
    rows = f'Headline;Source;Date published;Body\nBridge;WAFA;03/04/2019;"{REPORT}"\nNone;;;\n'

    found, empty = read([put(tmp_path, "list.csv", rows)])

    assert isinstance(found, Document)
    assert (found.title, found.outlet, found.text, found.published) == ("Bridge", "WAFA", REPORT, date(2019, 4, 3))
    assert "2019-03-04" in found.notes[0]
    assert isinstance(empty, Unread)
    assert empty.path.endswith("row 3")


def test_an_excel_list_is_one_row_a_report(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Our list"],
        ["ID", "Outlet", "Date", "Full text", "Link"],
        [7, "Dawn", datetime(2019, 3, 4, tzinfo=None), REPORT, "https://x.example"],
    ):
        sheet.append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)

    (found,) = documents(path)

    assert (found.name, found.outlet, found.published, found.text, found.url) == (
        "7",
        "Dawn",
        date(2019, 3, 4),
        REPORT,
        "https://x.example",
    )


def test_a_list_without_texts_is_said_to_be_that(tmp_path: Path) -> None:
    assert "none of the columns" in reason(put(tmp_path, "a.csv", "x,y\n1,2\n"))


@pytest.mark.parametrize("row", lexicon.table("lexicons/report_fields.csv", FieldName), ids=lambda row: row.name)
def test_each_column_name_is_known(row: FieldName) -> None:
    assert field(row.example) == row


# Word


def test_a_word_file_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_heading("Bridge gives way in Westbridge", 0)
    file.add_paragraph("Published: 3 March 2019")
    file.add_paragraph("The mayor said that twelve of the people on the bridge were hurt.")
    table = file.add_table(2, 2)
    for cell, words in zip([c for row in table.rows for c in row.cells], ["District", "Hurt", "Westbridge", "12"], strict=True):
        cell.text = words
    path = tmp_path / "a.docx"
    file.save(str(path))

    (found,) = documents(path)

    assert found.text.endswith("were hurt.\n\nDistrict\tHurt\nWestbridge\t12")
    assert (found.title, found.published) == ("Bridge gives way in Westbridge", date(2019, 3, 3))


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\x00" * 60_000_000)
    return stream.getvalue()


def bare_zip() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("x.txt", "x")
    return stream.getvalue()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 cut off", "damaged"),
        (bare_zip(), "damaged, or no"),
        (bomb(), "unpacks to"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "encrypted"),
        (b"plain words", "damaged"),
    ],
)
def test_a_bad_office_file_has_its_reason(tmp_path: Path, suffix: str, content: bytes, why: str) -> None:
    assert why in reason(put(tmp_path, f"a{suffix}", content))


# PDF


def test_a_pdf_gives_its_lines_with_parted_words_joined(tmp_path: Path) -> None:
    lines = ["Bridge gives way in Westbridge", "The mayor said that twelve of the passen-", "gers on the bridge were hurt on Sunday."]

    (found,) = documents(put(tmp_path, "a.pdf", pdf(lines)))

    assert found.text == "Bridge gives way in Westbridge\nThe mayor said that twelve of the passengers on the bridge were hurt on Sunday."
    assert found.reader == "pdf 1"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 rubbish", "damaged"),
        (b"no pdf at all", "damaged"),
        (pdf([]), "scanned"),
        (pdf(["Secret"], "/Encrypt 6 0 R /ID [<41> <41>]"), "encrypted"),
    ],
)
def test_a_bad_pdf_has_its_reason(tmp_path: Path, content: bytes, why: str) -> None:
    assert why in reason(put(tmp_path, "a.pdf", content))


# web pages


def test_a_page_gives_its_article_and_what_its_tags_say(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.html", PAGE))

    assert "twelve people were hurt when the old bridge" in found.text
    assert "Sport" not in found.text
    assert "All rights" not in found.text
    assert (found.published, found.author, found.outlet) == (date(2019, 3, 3), "Maria Lindqvist", "The Westland Courier")
    assert found.title is not None
    assert found.title.startswith("Bridge gives way")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty"),
        ("plain words, no tags", "no HTML"),
        ("<html><body></body></html>", "no article"),
        ("<html><body><script>while(1){}</script></body></html>", "no article"),
        ("<html>" + "<div>" * 20_000, ""),
        ("<html><head><meta charset='nonsense'><body>\x00\x01", ""),
    ],
)
def test_a_page_without_an_article_has_its_reason(tmp_path: Path, content: str, why: str) -> None:
    assert why in reason(put(tmp_path, "a.html", content))


def test_a_web_archive_gives_each_page_with_the_day_it_was_fetched(tmp_path: Path) -> None:
    pages = [
        ("https://www.rappler.com/a", "text/html; charset=utf-8", PAGE),
        ("https://x.example/a.png", "image/png", "x"),
        ("https://x.example/b", "text/html", "<html><body></body></html>"),
    ]

    first, second = read([put(tmp_path, "a.warc.gz", warc(pages))])

    assert isinstance(first, Document)
    assert (first.url, first.retrieved) == ("https://www.rappler.com/a", datetime(2020, 5, 6, 7, 8, 9, tzinfo=UTC))
    assert first.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert isinstance(second, Unread)
    assert second.path.endswith("https://x.example/b")


@pytest.mark.parametrize("content", [b"", b"no archive", gzip.compress(b"no archive", mtime=0), b"\x1f\x8b\x08 cut"])
def test_a_bad_web_archive_has_its_reason(tmp_path: Path, content: bytes) -> None:
    assert reason(put(tmp_path, "a.warc.gz", content)) in ("empty", "damaged, or no web archive", "no web page in it")


def test_a_web_archive_cut_off_gives_what_can_be_read(tmp_path: Path) -> None:
    whole = warc([("https://x.example/a", "text/html", PAGE), ("https://x.example/b", "text/html", PAGE)])

    found = list(read([put(tmp_path, "a.warc.gz", whole[:-200])]))

    assert isinstance(found[0], Document)


def test_damage_of_any_kind_is_a_reason_and_never_a_crash(tmp_path: Path) -> None:
    book, file = openpyxl.Workbook(), docx.Document()
    file.add_paragraph(REPORT)
    book.create_sheet("list", 0).append(["text"])
    book.save(tmp_path / "a.xlsx")
    file.save(str(tmp_path / "a.docx"))
    for name, raw in {"a.pdf": pdf([REPORT[:60]]), "a.warc.gz": warc([("https://x.example/a", "text/html", PAGE)]), "a.html": PAGE}.items():
        put(tmp_path, name, raw)
    chance = random.Random(7)

    reasons = []
    for path in sorted(tmp_path.iterdir()) * 8:
        raw = bytearray(path.read_bytes())
        for _ in range(20):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        reasons += [item.reason for item in read([put(tmp_path / "damaged", path.name, bytes(raw))]) if isinstance(item, Unread)]

    assert reasons
    assert [why for why in reasons if "please report it" in why] == []


def test_the_publishers_country_tells_the_order_of_day_and_month(tmp_path: Path) -> None:
    rows = f'outlet,date,text\nUSA Today,03/04/2019,"{REPORT}"\nThe Guardian,03/04/2019,"{REPORT}"\n'

    found = documents(put(tmp_path, "list.csv", rows))

    assert [item.published for item in found] == [date(2019, 3, 4), date(2019, 4, 3)]


# heads


@pytest.mark.parametrize("row", lexicon.table("lexicons/head_labels.csv", HeadLabel), ids=lambda row: row.words)
def test_each_label_gives_a_day_or_an_author(row: HeadLabel) -> None:
    found = head(f"{row.example}\nThe bridge was closed.")

    assert found.author == "Maria Lindqvist" if row.role == "author" else found.published == date(2019, 3, 3)


@pytest.mark.parametrize("row", lexicon.table("lexicons/month_names.csv", Month), ids=lambda row: row.name)
def test_each_month_is_read(row: Month) -> None:
    found = day(row.example)

    assert found is not None
    assert found.day == date(2019, row.number, 3)
    assert all(day(f"3 {form} 2019") == found for form in (row.name, *row.forms))


@pytest.mark.parametrize("row", lexicon.table("lexicons/countries_month_first.csv", MonthFirst), ids=lambda row: row.name)
def test_some_countries_put_the_month_first(row: MonthFirst) -> None:
    assert head("3/4/2019\nThe bridge.", country=row.country).published == date(2019, 3, 4)
    assert head("3/4/2019\nThe bridge.").published == date(2019, 4, 3)
    assert head(f"{row.example}\nThe bridge.", country=row.country).published == date(2019, 3, 14)


@pytest.mark.parametrize("row", lexicon.table("lexicons/languages.csv", Language), ids=lambda row: row.name)
def test_each_language_is_told_apart(row: Language) -> None:
    found = language(row.example)

    assert found is not None
    assert (found.code, found.name) == (row.code, row.name)


@pytest.mark.parametrize(
    ("text", "published", "author", "title"),
    [
        ("04.03.2019 Author: Maria Lindqvist\nThe bridge fell.", MARCH_4, NAME, None),
        ("Posted on 3 March 2018 by Maria Lindqvist Bridge Falls Into River The bridge fell.", date(2018, 3, 3), NAME, None),
        ("March 4 2019 Bridge falls into the river. Maria Lindqvist. The old bridge fell.", MARCH_4, NAME, TITLE),
        ("Monday 4 March 2019 14:30 Bridge falls into river. The old bridge fell.", MARCH_4, None, "Bridge falls into river"),
        ("Bridge falls into river AFP Monday 4 Mar 2019 The old bridge fell.", MARCH_4, None, None),
        ("Last updated at Mar 042019 WESTBRIDGE The old bridge fell.", MARCH_4, None, None),
        ("# Bridge falls into the river\n\nBy Maria Lindqvist\n\n4 March 2019\n\nThe old bridge fell.", MARCH_4, NAME, TITLE),
        ("SITUATION REPORT No. 4\n4 March 2019\nThe old bridge fell.", MARCH_4, None, "SITUATION REPORT No. 4"),
        ("WESTBRIDGE, Norland (Reuters) - The bridge fell on 4 March 2019, he said.", None, None, None),
        ("Westbridge, Oct 17 - The bridge fell.", None, None, None),
        ("(Westbridge, March 4, 2019) – The bridge fell.", MARCH_4, None, None),
        ("WESTBRIDGE, 4 March 2019 (Reuters) - The bridge fell.", MARCH_4, None, None),
        ("In Westbridge, on 4 March 2019, the bridge fell.", None, None, None),
        ("Updated 4 March 2019, 10:30 GMT\nBy Maria Lindqvist and Anna Ek in Kampala\nIt fell.", MARCH_4, f"{NAME} and Anna Ek", None),
        ("On March 4 2019 the bridge fell.", None, None, None),
        ("A report published 4 March 2019 says that the bridge fell.", None, None, None),
        ("31.02.2019 The bridge fell.", None, None, None),
    ],
)  # fmt: skip
def test_a_head_gives_day_author_and_title(text: str, published: date | None, author: str | None, title: str | None) -> None:
    found = head(text)

    assert (found.published, found.author, found.title) == (published, author, title)


def test_a_doubtful_order_of_day_and_month_is_noted() -> None:
    assert "2019-03-04" in head("03/04/2019 The bridge fell. It was old.").notes[0]
    assert head("13/04/2019 The bridge fell. It was old.").notes == ()
    assert head("09-07-2016 The bridge fell on Saturday.").published == date(2016, 7, 9)
    assert head("07-09-2016 The bridge fell on Saturday.").published == date(2016, 7, 9)


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://x.example/2019/03/04/bridge", date(2019, 3, 4)),
        ("https://x.example/2019/mar/4/bridge", date(2019, 3, 4)),
        ("https://x.example/World/2019/0304/bridge", date(2019, 3, 4)),
        ("https://x.example/news/bridge-2019-03-04.html", date(2019, 3, 4)),
        ("https://x.example/1234/56/78/bridge", None),
        ("https://x.example/idUSKCN20190304", None),
    ],
)
def test_an_address_gives_the_day(url: str, published: date | None) -> None:
    assert head("The bridge fell.", url).published == published


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2019-03-04T05:06:07+02:00", date(2019, 3, 4)),
        ("20190304", date(2019, 3, 4)),
        ("Mon, 04 Mar 2019 10:00:00 GMT", date(2019, 3, 4)),
        ("1551657600", date(2019, 3, 4)),
        ("1551657600000", date(2019, 3, 4)),
        ("4th of March, 2019", date(2019, 3, 4)),
        ("sometime", None),
        ("", None),
    ],
)
def test_dates_of_formats_are_read(words: str, found: date | None) -> None:
    result = day(words)

    assert (result.day if result else None) == found


def test_a_folders_own_readme_is_no_report_unless_it_is_named(tmp_path):
    (tmp_path / "README.md").write_text("These reports were collected in the spring of 2017 by the two of us for a seminar.", "utf-8")
    (tmp_path / "a.txt").write_text("Shelling killed twelve people in the old quarter on Monday, the mayor of the town said.", "utf-8")

    assert [Path(one.path).name for one in read([tmp_path])] == ["a.txt"]
    assert [Path(one.path).name for one in read([tmp_path / "README.md"])] == ["README.md"]


def test_what_is_not_there_is_said_to_be_not_there(tmp_path):
    (one,) = read([tmp_path / "nowhere"])

    assert (type(one), one.reason) == (Unread, "there is no such file or folder")
