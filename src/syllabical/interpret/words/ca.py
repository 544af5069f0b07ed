"""Catalan."""

HEADERS = {
    "date": "data, dates, quan, dia i hora",
    "last": "data final, fins",
    "day": "dia",
    "month": "mes",
    "week": "setmana, setmanes, set",
    "number": "num, número, núm, nombre",
    "session": """classe, classes, sessió, sessions, teoria, classe de teoria, lliçó, sessió de
        teoria""",
    "side session": """laboratori, laboratoris, pràctica, pràctiques, problemes, seminari,
        seminaris, taller, tallers, classe de problemes""",
    "topic": "tema, temes, títol, matèria",
    "content": "contingut, continguts, descripció, activitat, activitats, programa",
    "unit": "unitat, mòdul, bloc",
    "kind": "tipus",
    "homework": """tasca, tasques, deures, exercici, exercicis, projecte, projectes, treball,
        treballs""",
    "out": "publicació, enunciat",
    "due": "lliurament, lliuraments, entrega, entregues, data de lliurament, termini, data límit",
    "exam": "examen, exàmens, prova, proves",
    "starts": "inici",
    "ends": "fi, final",
    "time": "hora, hores, horari",
    "place": "aula, lloc, on",
    "detail": """lectures, bibliografia, material, materials, transparències, diapositives,
        professor, professora, aula, lloc, vídeo, enllaços, apunts""",
    "remark": "observacions, comentaris, notes, observació",
    "decoy": "canvis, nota, percentatge",
}

CELLS = {
    "no class": """no hi ha classe, no hi ha classes, sense classe, sense classes, no hi haurà
        classe, classe cancel·lada, classe anul·lada, classe suspesa, no lectiu, dia no lectiu,
        setmana no lectiva""",
    "cancelled": "cancel·lada, anul·lada, suspesa",
    "no": "no, sense, cap",
    "pause": "festiu, festa, vacances, pont, dia festiu",
    "festival": "vaga, festa major",
    "holiday": """vacances de nadal, vacances de setmana santa, setmana santa, nadal, sant esteve,
        cap d'any, reis, dilluns de pasqua, divendres sant, pasqua, diada, la diada, la mercè, sant
        jordi, sant joan, tots sants, la puríssima, dia de la constitució, immaculada, segona
        pasqua, dia del treball""",
    "filler": "dia, setmana, de, del, la, i",
    "exam": """examen, examen parcial, examen final, parcial, prova, primer parcial, segon parcial,
        control, exàmens, recuperació""",
    "weak exam": "test",
    "quiz": "qüestionari",
    "not exam": "repàs, preparació, revisió, correcció, dubtes, simulacre, resolució, consultes",
    "presentation": """presentacions, presentacions dels projectes, presentació de projectes,
        presentacions de projectes, presentació dels projectes, exposicions, defensa de projectes,
        presentació de treballs, presentacions orals""",
    "weak presentation": "presentació oral, exposició",
    "homework": "tasca, deures, llista de problemes, entrega",
    "task": "pràctica, projecte, treball, informe, memòria, exercici",
    "out": "publicació, publicat, enunciat, publicada",
    "due": "lliurament, entrega, lliurar, entregar, termini, data límit, fins",
    "nothing": "cap, res",
    "open": "per determinar, pendent, per confirmar",
    "session": """classe, teoria, laboratori, problemes, seminari, taller, pràctica, sessió,
        conferència, xerrada, tutoria""",
    "resource": "transparències, vídeo, apunts, diapositives",
    "exam detail": "aula, capítol, tema, temes, hora",
    "reading": "llegir, capítol, cap, pàg",
}

COMMON = "i de la el els les amb per a una un introducció dels del"
