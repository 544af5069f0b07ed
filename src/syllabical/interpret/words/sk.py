"""Slovak."""

HEADERS = {
    "date": "dátum, termín, termíny, kedy",
    "day": "deň",
    "month": "mesiac",
    "week": "týždeň, týž, týždne",
    "number": "č, číslo, por č, p č",
    "session": "prednáška, prednášky, hodina, stretnutie, výučba",
    "side session": "cvičenie, cvičenia, laboratórium, seminár, semináre",
    "topic": "téma, témy, názov",
    "content": "obsah, popis, náplň, program, učivo",
    "unit": "kapitola, modul, blok",
    "kind": "typ, forma",
    "homework": "zadanie, zadania, domáca úloha, domáce úlohy, úloha, úlohy, projekt, projekty",
    "out": "zadané, zverejnenie",
    "due": "odovzdanie, termín odovzdania, deadline",
    "exam": "skúška, skúšky, test, písomka",
    "starts": "začiatok",
    "ends": "koniec",
    "time": "čas, hodiny",
    "place": "miestnosť, učebňa, miesto, kde",
    "detail": """literatúra, slajdy, materiály, prednášajúci, vyučujúci, miestnosť, video, odkazy,
        poznámky k prednáške""",
    "remark": "poznámka, poznámky, komentár",
    "decoy": "body, zmeny, hodnotenie",
}

CELLS = {
    "no class": """prednáška odpadá, odpadá, neprednáša sa, nie je prednáška, bez výučby, výučba sa
        nekoná, nekoná sa, prednáška nebude, prednáška sa nekoná, nie je výučba, nebude prednáška,
        zrušené, cvičenie odpadá""",
    "cancelled": "zrušené, zrušená, odpadá",
    "no": "žiadna, žiadne, nie je, bez, nie",
    "pause": """sviatok, voľno, prázdniny, štátny sviatok, dekanské voľno, rektorské voľno, deň
        pracovného pokoja""",
    "holiday": """veľká noc, veľkonočný pondelok, veľkonočné prázdniny, veľkonočný piatok, vianoce,
        vianočné prázdniny, nový rok, sviatok práce, deň víťazstva nad fašizmom, deň ústavy,
        všetkých svätých, traja králi""",
    "filler": "deň, týždeň, a",
    "exam": """skúška, písomka, zápočtový test, priebežný test, záverečná skúška, zápočtová písomka,
        opravná skúška, priebežná písomka, polsemestrálna písomka""",
    "weak exam": "test, zápočet",
    "quiz": "kvíz",
    "not exam": """opakovanie, príprava, riešenie, riešenia, konzultácie, konzultácia, výsledky,
        cvičný""",
    "presentation": """prezentácie, prezentácie projektov, prezentácia projektov, obhajoby
        projektov, obhajoba projektov, referáty""",
    "weak presentation": "prezentácia, referát, obhajoby",
    "homework": "domáca úloha, zadanie, zadania, du, dú, úloha, úlohy",
    "task": "projekt, projektu, referát, správa, esej",
    "out": "zverejnenie, zadané, zverejnené",
    "due": "odovzdanie, odovzdať, termín, termín odovzdania, deadline, do",
    "nothing": "žiadne, nič",
    "open": "bude upresnené, upresní sa",
    "session": "prednáška, cvičenie, seminár, laboratórium, hosťovská prednáška, konzultácie",
    "resource": "slajdy, video, materiály, poznámky",
    "exam detail": "miestnosť, kapitola, hod, minút",
    "reading": "čítanie, kapitola, str",
}

COMMON = "a na v do pre so je pri úvod ako sa"
