"""Croatian."""

HEADERS = {
    "date": "datum, datumi, kada, nadnevak, termin, termini",
    "day": "dan",
    "month": "mjesec",
    "week": "tjedan, tj, tjedni, nedelja, sedmica",
    "number": "br, broj, rb, redni broj",
    "session": "predavanje, predavanja, nastava, čas",
    "side session": """vježbe, vježba, vežbe, laboratorij, laboratorijske vježbe, auditorne vježbe,
        seminar, seminari""",
    "topic": "tema, teme, naslov",
    "content": "sadržaj, opis, gradivo, program, aktivnost",
    "unit": "cjelina, poglavlje, modul",
    "kind": "tip, vrsta",
    "homework": """zadaća, zadaće, domaća zadaća, domaće zadaće, domaći, zadatak, zadaci, projekt,
        projekti""",
    "out": "objava",
    "due": "predaja, rok, rok predaje, rok za predaju",
    "exam": "ispit, ispiti, kolokvij, test",
    "starts": "početak",
    "ends": "kraj",
    "time": "vrijeme, sat",
    "place": "dvorana, učionica, mjesto, gdje",
    "detail": """literatura, slajdovi, materijali, predavač, nastavnik, dvorana, mjesto, video,
        poveznice""",
    "remark": "napomena, napomene, komentar",
    "decoy": "bodovi, promjene, ocjena",
}

CELLS = {
    "no class": """nema predavanja, nema nastave, predavanje otkazano, nema vježbi, nema, ne održava
        se, predavanje se ne održava, nenastavni dan, neradni dan, nenastavni tjedan""",
    "cancelled": "otkazano, otkazane, odgođeno",
    "no": "nema, bez, ne",
    "pause": "praznik, blagdan, praznici, državni praznik, neradni dan, ferije",
    "holiday": """uskrs, uskrsni ponedjeljak, božić, božićni praznici, tijelovo, nova godina, sveta
        tri kralja, praznik rada, dan državnosti, svi sveti, dan antifašističke borbe, zimski
        praznici, uskrsni praznici""",
    "filler": "dan, tjedan, i",
    "exam": """ispit, međuispit, završni ispit, kolokvij, kolokvijum, pismeni ispit, usmeni ispit,
        prvi kolokvij, drugi kolokvij, popravni kolokvij, ponovljeni ispit""",
    "weak exam": "test",
    "quiz": "kviz",
    "not exam": """ponavljanje, priprema, pripreme, rješenja, rješavanje, konzultacije, uvidi, uvid,
        rezultati""",
    "presentation": """prezentacije, prezentacije projekata, predstavljanje projekata, obrana
        projekata, obrane projekata, studentske prezentacije""",
    "weak presentation": "prezentacija, izlaganja",
    "homework": "domaća zadaća, zadaća, zadaće, domaći, domaći zadatak",
    "task": "projekt, projekta, izvještaj, seminar, zadatak, esej",
    "out": "objava, objavljena, objavljeno, zadana",
    "due": "predaja, rok, rok predaje, predati, do",
    "nothing": "nema, ništa",
    "open": "naknadno, bit će objavljeno, bit će naknadno objavljeno",
    "session": "predavanje, vježbe, vježba, seminar, gostujuće predavanje, nastava, laboratorij",
    "resource": "slajdovi, video, materijali",
    "exam detail": "dvorana, poglavlje, sati, minuta",
    "reading": "čitanje, poglavlje, str",
}

COMMON = "i u na za s je od se uvod sa"
