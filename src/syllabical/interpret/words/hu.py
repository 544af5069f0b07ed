"""Hungarian."""

HEADERS = {
    "date": "dátum, időpont, mikor, nap",
    "day": "hét napja",
    "month": "hónap",
    "week": "hét, oktatási hét, hetek, het",
    "number": "sorszám, ssz, szám, alkalom",
    "session": "előadás, előadások, óra, foglalkozás, tanóra",
    "side session": """gyakorlat, gyakorlatok, labor, laborgyakorlat, laborok, szeminárium,
        konzultáció""",
    "topic": "téma, témakör, témák, cím, tematika",
    "content": "tartalom, leírás, tananyag, program",
    "unit": "fejezet, modul, egység",
    "kind": "típus, jelleg",
    "homework": """házi feladat, házi feladatok, házi, feladat, feladatok, beadandó, beadandók,
        projekt""",
    "out": "kiadás, kiadva",
    "due": "beadás, határidő, beadási határidő, leadás",
    "exam": "vizsga, zh, dolgozat, számonkérés",
    "starts": "kezdés, kezdete",
    "ends": "vége, befejezés",
    "time": "idő, időpontja, óra perc",
    "place": "terem, hely, helyszín, hol",
    "detail": """irodalom, diák, jegyzet, anyagok, segédanyag, előadó, oktató, terem, hely, videó,
        linkek""",
    "remark": "megjegyzés, megjegyzések, egyéb",
    "decoy": "pontszám, változások, jegy",
}

CELLS = {
    "no class": """elmarad, nincs előadás, nincs óra, nincs gyakorlat, az előadás elmarad, az óra
        elmarad, tanítási szünet, oktatási szünet, nincs tanítás, oktatásmentes nap, szünnap, nincs
        oktatás""",
    "cancelled": "elmarad, törölve",
    "no": "nincs, nem, nélkül",
    "pause": "szünet, ünnep, munkaszüneti nap, ünnepnap, *szünet",
    "holiday": """őszi szünet, tavaszi szünet, téli szünet, húsvét, húsvéthétfő, nagypéntek,
        pünkösd, pünkösdhétfő, mindenszentek, karácsony, nemzeti ünnep, október 23, március 15, a
        munka ünnepe, újév, dékáni szünet, rektori szünet""",
    "filler": "nap, hét, a, az",
    "exam": """vizsga, zárthelyi, zárthelyi dolgozat, zh, dolgozat, pótzh, pót zh, beszámoló,
        írásbeli vizsga, szóbeli vizsga, *vizsga, vizsgák""",
    "weak exam": "teszt, röpzh",
    "quiz": "kvíz",
    "not exam": """ismétlés, felkészülés, konzultáció, megbeszélés, gyakorló, mintazh, minta,
        megoldások, összefoglalás, előkészítő""",
    "presentation": """projektek bemutatása, projektbemutató, projektbemutatók, prezentációk,
        bemutatók, hallgatói előadások, kiselőadások, projektek bemutatói""",
    "weak presentation": "prezentáció, bemutató, kiselőadás",
    "homework": "házi feladat, házi, beadandó, feladatsor, hf",
    "task": "projekt, feladat, dolgozat, beszámoló, esszé, jegyzőkönyv",
    "out": "kiadása, kiadás, kiadva, kiírása, közzététel",
    "due": "beadása, beadás, határidő, beadási határidő, leadása, leadás, beadandó",
    "nothing": "nincs, semmi",
    "open": "később, egyeztetés alatt, később kerül meghirdetésre",
    "session": "előadás, gyakorlat, labor, szeminárium, vendégelőadás, konzultáció, óra",
    "resource": "diák, videó, jegyzet, anyag",
    "exam detail": "terem, fejezet, óra, perc",
    "reading": "olvasmány, fejezet, oldal",
}

COMMON = "és a az egy vagy bevezetés hogy"
