"""Slovenian."""

HEADERS = {
    "date": "datum, datumi, kdaj, termin",
    "day": "dan",
    "month": "mesec",
    "week": "teden, tedni",
    "number": "št, številka, zap št",
    "session": "predavanje, predavanja, ura",
    "side session": "vaje, vaja, laboratorijske vaje, seminar, avditorne vaje",
    "topic": "tema, teme, naslov, snov",
    "content": "vsebina, opis",
    "homework": "domača naloga, domače naloge, naloga, naloge, projekt",
    "due": "rok, oddaja, rok oddaje",
    "exam": "izpit, kolokvij",
    "time": "čas",
    "place": "predavalnica, učilnica, kraj, kje",
    "detail": "literatura, prosojnice, gradivo, predavatelj, predavalnica",
    "remark": "opomba, opombe",
}

CELLS = {
    "no class": """ni predavanj, ni vaj, predavanje odpade, predavanja odpadejo, odpade, odpadejo,
        pouka prost dan, ni pouka""",
    "cancelled": "odpovedano",
    "no": "ni, brez",
    "pause": "praznik, počitnice, prost dan",
    "holiday": """velikonočni ponedeljek, velika noč, božič, novo leto, dan reformacije, prvi maj,
        božične počitnice, prešernov dan""",
    "filler": "dan, teden, in",
    "exam": "izpit, kolokvij, prvi kolokvij, drugi kolokvij, pisni izpit, ustni izpit",
    "weak exam": "test",
    "not exam": "ponovitev, priprava, rešitve, konzultacije, ponavljanje",
    "presentation": """predstavitve, predstavitve projektov, predstavitev projektov, zagovori
        projektov""",
    "weak presentation": "predstavitev, zagovor",
    "homework": "domača naloga, naloga, naloge, domače naloge",
    "task": "projekt, poročilo, seminarska naloga",
    "out": "objava, objavljena, objavljeno",
    "due": "oddaja, rok, rok oddaje, oddati",
    "nothing": "nič",
    "session": "predavanje, vaje, vaja, seminar, gostujoče predavanje",
    "resource": "prosojnice, video, gradivo",
}

COMMON = "in na v za s je od uvod ter"
