import pytest

from pages import page, read, table
from syllabical.interpret import words
from syllabical.model.syllabus import Kind

# Header, then in order: no class, a holiday, an exam, a review for it, presentations,
# homework handed out, homework due.
PHRASES = {
    "en": (
        "Date | Lecture | Homework",
        ("No class", "Thanksgiving", "Midterm exam", "Exam review", "Project presentations"),
        ("HW1 out", "HW1 due"),
    ),
    "de": (
        "Datum | Vorlesung | Hausaufgabe",
        (
            "Vorlesung entfällt",
            "Pfingstmontag",
            "Zwischenklausur",
            "Klausurvorbereitung",
            "Abschlusspräsentationen",
        ),
        ("Blatt 1 Ausgabe", "Abgabe Blatt 1"),
    ),
    "fr": (
        "Date | Cours | Devoirs",
        (
            "Pas de cours",
            "Lundi de Pâques",
            "Examen partiel",
            "Révision pour l'examen",
            "Soutenances de projets",
        ),
        ("Devoir 1 distribué", "Devoir 1 à rendre"),
    ),
    "es": (
        "Fecha | Clase | Tareas",
        (
            "No hay clase",
            "Semana Santa",
            "Primer parcial",
            "Repaso para el parcial",
            "Presentaciones finales",
        ),
        ("Tarea 1 publicada", "Entrega tarea 1"),
    ),
    "pt": (
        "Data | Aula | Tarefas",
        (
            "Não haverá aula",
            "Carnaval",
            "Prova 1",
            "Revisão para a prova",
            "Apresentação dos trabalhos",
        ),
        ("Lista 1 publicada", "Entrega da lista 1"),
    ),
    "it": (
        "Data | Lezione | Compiti",
        ("Lezione sospesa", "Ognissanti", "Prova intermedia", "Ripasso", "Presentazione progetti"),
        ("Compito 1 pubblicato", "Consegna compito 1"),
    ),
    "nl": (
        "Datum | Hoorcollege | Huiswerk",
        ("Geen college", "Herfstvakantie", "Deeltentamen", "Oefententamen", "Eindpresentaties"),
        ("Opdracht 1 beschikbaar", "Opdracht 1 inleveren"),
    ),
    "he": (
        "תאריך | הרצאה | תרגילי בית",
        ("אין הרצאה", "חנוכה", "מבחן אמצע", "חזרה למבחן", "הצגת פרויקטים"),
        ("פרסום תרגיל 1", "הגשת תרגיל 1"),
    ),
    "ar": (
        "التاريخ | المحاضرة | الواجب",
        ("لا توجد محاضرة", "عيد الفطر", "اختبار منتصف الفصل", "مراجعة", "عروض المشاريع"),
        ("نشر واجب 1", "تسليم واجب 1"),
    ),
    "ko": (
        "날짜 | 강의 | 과제",
        ("휴강", "추석 연휴", "중간고사", "시험 대비", "최종 발표"),
        ("과제 1 공개", "과제 1 마감"),
    ),
    "zh": (
        "日期 | 课程 | 作业",
        ("停课", "国庆节放假", "期中考试", "考试复习", "项目展示"),
        ("作业1发布", "作业1截止"),
    ),
    "ja": (
        "日付 | 講義 | 課題",
        ("休講", "昭和の日", "中間試験", "試験の解説", "最終発表会"),
        ("課題1公開", "課題1締切"),
    ),
    "ru": (
        "Дата | Лекция | Домашнее задание",
        (
            "Нет занятий",
            "День Победы",
            "Контрольная работа",
            "Подготовка к экзамену",
            "Защита проектов",
        ),
        ("Выдача ДЗ 1", "Сдача ДЗ 1"),
    ),
    "pl": (
        "Data | Wykład | Zadania domowe",
        (
            "Brak zajęć",
            "Boże Ciało",
            "Kolokwium",
            "Powtórka przed egzaminem",
            "Prezentacje projektów",
        ),
        ("Lista 1 opublikowane", "Lista 1 oddanie"),
    ),
    "sv": (
        "Datum | Föreläsning | Inlämningsuppgifter",
        (
            "Ingen föreläsning",
            "Annandag påsk",
            "Tentamen",
            "Repetition inför tentan",
            "Projektredovisningar",
        ),
        ("Uppgift 1 publiceras", "Uppgift 1 deadline"),
    ),
    "tr": (
        "Tarih | Ders | Ödev",
        ("Ders yok", "Cumhuriyet Bayramı", "Ara sınav", "Sınava hazırlık", "Proje sunumları"),
        ("Ödev 1 verildi", "Ödev 1 teslim"),
    ),
    "cs": (
        "Datum | Přednáška | Domácí úkoly",
        (
            "Výuka odpadá",
            "Velikonoční pondělí",
            "Zápočtový test",
            "Příprava na zkoušku",
            "Prezentace projektů",
        ),
        ("Úkol 1 zadání", "Úkol 1 odevzdání"),
    ),
}


@pytest.mark.parametrize("language", PHRASES)
def test_the_words_of_a_language(language: str) -> None:
    header, sessions, homework = PHRASES[language]
    said = [*(f"{text} |" for text in ("A", "B", *sessions)), *(f"C | {work}" for work in homework)]
    rows = [f"2024-03-{number:02} | {text}" for number, text in enumerate(said, 1)]

    syllabus, report = read(page(table(header, *rows)))

    assert syllabus
    assert [[entry.kind for entry in week.entries] for week in syllabus.weeks] == [
        [Kind.CLASS],
        [Kind.CLASS],
        [Kind.NO_CLASS],
        [Kind.NO_CLASS],
        [Kind.EXAM],
        [Kind.CLASS],
        [Kind.PRESENTATION],
        [Kind.CLASS, Kind.HOMEWORK_RELEASE],
        [Kind.CLASS, Kind.HOMEWORK_DUE],
    ]
    assert not report.failed


def test_every_language_has_its_test() -> None:
    assert set(words.ALL) == set(PHRASES)


@pytest.mark.parametrize("language", words.ALL)
def test_every_language_names_the_same_matters(language: str) -> None:
    assert set(words.of(language).cells) <= set(words.of("en").cells)
    assert set(words.of(language).headers) <= set(words.of("en").headers)
