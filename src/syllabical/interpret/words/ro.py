"""Romanian."""

HEADERS = {
    "date": "data, când, data și ora",
    "last": "până la",
    "day": "ziua, zi",
    "month": "luna",
    "week": "săptămâna, săpt, saptamana, săptămână, săptămâni",
    "number": "nr, număr, numărul, nr crt",
    "session": "curs, cursuri, lecție, ședință, prelegere, cursul",
    "side session": """laborator, laboratoare, seminar, seminarii, seminare, proiect laborator,
        lucrări practice""",
    "topic": "subiect, titlu, subiecte, tematică, tema cursului",
    "content": "conținut, descriere, activitate, plan",
    "unit": "capitol, modul, unitate",
    "kind": "tip, tipul",
    "homework": "temă, teme, tema, temă de casă, teme de casă, proiect, proiecte",
    "out": "publicare, publicat, lansare",
    "due": "termen, termen limită, predare, termen predare, deadline, dată limită",
    "exam": "examen, examene, verificare",
    "starts": "început, începe",
    "ends": "sfârșit",
    "time": "ora, ore, interval orar, orar",
    "place": "sala, sală, loc, unde",
    "detail": """bibliografie, materiale, slide uri, prezentare curs, sala, profesor, resurse,
        linkuri, suport de curs""",
    "remark": "observații, note, comentarii, mențiuni",
    "decoy": "punctaj, modificări, notă",
}

CELLS = {
    "no class": """nu se ține cursul, nu se ține, nu se face curs, fără curs, nu avem curs, nu este
        curs, curs anulat, cursul se anulează, nu se țin cursuri, nu sunt cursuri""",
    "cancelled": "anulat, anulată, suspendat, se anulează",
    "no": "nu, fără, niciun",
    "pause": "vacanță, sărbătoare, zi liberă, liber, zile libere, sărbătoare legală",
    "festival": "grevă, festival",
    "holiday": """vacanța de crăciun, vacanța de iarnă, vacanța de paște, crăciun, paște, paștele,
        rusalii, ziua națională, sfântul andrei, anul nou, bobotează, unirea principatelor, vinerea
        mare, a doua zi de paște, ziua muncii, ziua copilului, adormirea maicii domnului, vacanță
        intersemestrială""",
    "filler": "zi, zile, de, săptămâna, ziua",
    "exam": """examen, examen parțial, test parțial, examen final, parțial, lucrare de control,
        verificare, colocviu, lucrare scrisă, restanță""",
    "weak exam": "test",
    "quiz": "test grilă",
    "not exam": """recapitulare, pregătire, rezolvare, soluții, consultații, discuție, discutarea,
        simulare""",
    "presentation": """prezentări, prezentarea proiectelor, prezentare proiecte, prezentări de
        proiecte, susținerea proiectelor, prezentări proiecte, susținere proiecte""",
    "weak presentation": "prezentări orale, susținere",
    "homework": "temă, tema, temei, temă de casă",
    "task": "proiect, proiectului, raport, referat, eseu",
    "out": "publicare, publicată, publicat, lansare, enunț",
    "due": "predare, termen, termen limită, deadline, până la, de predat, predarea",
    "nothing": "niciuna, nimic",
    "open": "se va anunța, de stabilit",
    "session": "curs, laborator, seminar, prelegere, invitat, recuperare, consultații",
    "resource": "materiale, slide uri, video, note de curs",
    "exam detail": "sala, capitol, ora",
    "reading": "citire, capitol, pag",
}

COMMON = "și de la în cu pentru din pe o un introducere ale"
