# A header; then in order: no class, a holiday, an exam, a review for it, presentations, homework
# handed out, homework due.
PHRASES = {
    "en": """Date | Lecture | Homework
        No class / Thanksgiving / Midterm exam / Exam review / Project presentations /
        HW1 out / HW1 due""",
    "de": """Datum | Vorlesung | Hausaufgabe
        Vorlesung entfällt / Pfingstmontag / Zwischenklausur / Klausurvorbereitung /
        Abschlusspräsentationen / Blatt 1 Ausgabe / Abgabe Blatt 1""",
    "fr": """Date | Cours | Devoirs
        Pas de cours / Lundi de Pâques / Examen partiel / Révision pour l'examen /
        Soutenances de projets / Devoir 1 distribué / Devoir 1 à rendre""",
    "es": """Fecha | Clase | Tareas
        No hay clase / Semana Santa / Primer parcial / Repaso para el parcial /
        Presentaciones finales / Tarea 1 publicada / Entrega tarea 1""",
    "pt": """Data | Aula | Tarefas
        Não haverá aula / Carnaval / Prova 1 / Revisão para a prova /
        Apresentação dos trabalhos / Lista 1 publicada / Entrega da lista 1""",
    "it": """Data | Lezione | Compiti
        Lezione sospesa / Ognissanti / Prova intermedia / Ripasso /
        Presentazione progetti / Compito 1 pubblicato / Consegna compito 1""",
    "nl": """Datum | Hoorcollege | Huiswerk
        Geen college / Herfstvakantie / Deeltentamen / Oefententamen /
        Eindpresentaties / Opdracht 1 beschikbaar / Opdracht 1 inleveren""",
    "he": """תאריך | הרצאה | תרגילי בית
        אין הרצאה / חנוכה / מבחן אמצע / חזרה למבחן / הצגת פרויקטים / פרסום תרגיל 1 /
        הגשת תרגיל 1""",
    "ar": """التاريخ | المحاضرة | الواجب
        لا توجد محاضرة / عيد الفطر / اختبار منتصف الفصل / مراجعة / عروض المشاريع /
        نشر واجب 1 / تسليم واجب 1""",
    "ko": """날짜 | 강의 | 과제
        휴강 / 추석 연휴 / 중간고사 / 시험 대비 / 최종 발표 / 과제 1 공개 / 과제 1 마감""",
    "zh": """日期 | 课程 | 作业
        停课 / 国庆节放假 / 期中考试 / 考试复习 / 项目展示 / 作业1发布 / 作业1截止""",
    "ja": """日付 | 講義 | 課題
        休講 / 昭和の日 / 中間試験 / 試験の解説 / 最終発表会 / 課題1公開 / 課題1締切""",
    "ru": """Дата | Лекция | Домашнее задание
        Нет занятий / День Победы / Контрольная работа / Подготовка к экзамену /
        Защита проектов / Выдача ДЗ 1 / Сдача ДЗ 1""",
    "pl": """Data | Wykład | Zadania domowe
        Brak zajęć / Boże Ciało / Kolokwium / Powtórka przed egzaminem /
        Prezentacje projektów / Lista 1 opublikowane / Lista 1 oddanie""",
    "sv": """Datum | Föreläsning | Inlämningsuppgifter
        Ingen föreläsning / Annandag påsk / Tentamen / Repetition inför tentan /
        Projektredovisningar / Uppgift 1 publiceras / Uppgift 1 deadline""",
    "tr": """Tarih | Ders | Ödev
        Ders yok / Cumhuriyet Bayramı / Ara sınav / Sınava hazırlık / Proje sunumları /
        Ödev 1 verildi / Ödev 1 teslim""",
    "cs": """Datum | Přednáška | Domácí úkoly
        Výuka odpadá / Velikonoční pondělí / Zápočtový test / Příprava na zkoušku /
        Prezentace projektů / Úkol 1 zadání / Úkol 1 odevzdání""",
    "da": """Dato | Forelæsning | Hjemmeopgaver
        Ingen undervisning / Efterårsferie / Skriftlig eksamen /
        Forberedelse til eksamen / Projektfremlæggelser / Opgave 1 udleveres /
        Aflevering af opgave 1""",
    "no": """Dato | Forelesning | Innleveringsoppgave
        Ingen forelesning / Høstferie / Midtveiseksamen / Repetisjon før eksamen /
        Prosjektpresentasjoner / Oblig 1 publiseres / Innlevering oblig 1""",
    "fi": """Päivämäärä | Luento | Kotitehtävät
        Ei luentoa / Syysloma / Välikoe / Kertausluento / Projektiesitykset /
        Tehtävä 1 julkaistaan / Tehtävä 1 palautus""",
    "ca": """Data | Classe | Deures
        No hi ha classe / Vacances de Nadal / Examen parcial / Repàs per a l'examen /
        Presentacions dels projectes / Pràctica 1 publicada /
        Lliurament de la pràctica 1""",
    "ro": """Data | Curs | Teme de casă
        Nu se ține cursul / Vacanța de Paște / Examen parțial /
        Pregătire pentru examen / Prezentarea proiectelor / Publicare tema 1 /
        Termen predare tema 1""",
    "hu": """Dátum | Előadás | Házi feladat
        Elmarad / Őszi szünet / Zárthelyi dolgozat / Ismétlés a vizsgára /
        Projektek bemutatása / 1. házi kiadása / 1. házi beadása""",
    "sk": """Dátum | Prednáška | Domáce úlohy
        Prednáška odpadá / Veľká noc / Záverečná skúška / Príprava na skúšku /
        Obhajoby projektov / Zverejnenie zadania 1 / Odovzdanie zadania 1""",
    "hr": """Datum | Predavanje | Domaće zadaće
        Nema predavanja / Uskrsni ponedjeljak / Međuispit / Priprema za ispit /
        Prezentacije projekata / Objava zadaće 1 / Predaja zadaće 1""",
    "sl": """Datum | Predavanje | Domače naloge
        Ni predavanj / Velikonočni ponedeljek / Pisni izpit / Priprava na izpit /
        Predstavitve projektov / Objava naloge 1 / Oddaja naloge 1""",
    "vi": """Ngày | Bài giảng | Bài tập về nhà
        Nghỉ học / Tết Nguyên đán / Thi giữa kỳ / Ôn tập / Thuyết trình đồ án /
        Giao bài tập 1 / Nộp bài tập 1""",
    "id": """Tanggal | Kuliah | Tugas
        Tidak ada kuliah / Libur nasional / Ujian Tengah Semester / Persiapan ujian /
        Presentasi kelompok / Tugas 1 diberikan / Pengumpulan Tugas 1""",
    "fa": """تاریخ | سخنرانی | تکالیف
        کلاس تشکیل نمی‌شود / تعطیلات نوروز / امتحان میان‌ترم / مرور برای امتحان /
        ارائه پروژه‌ها / انتشار تمرین ۱ / مهلت تحویل تمرین ۱""",
    "uk": """Дата | Лекція | Домашнє завдання
        Заняття скасовано / Різдво / Контрольна робота / Підготовка до іспиту /
        Захист проєктів / Видано ДЗ 1 / Здача ДЗ 1""",
    "bg": """Дата | Лекция | Домашна работа
        Няма лекция / Коледна ваканция / Писмен изпит / Подготовка за изпит /
        Представяне на проекти / Публикуване на домашно 1 / Предаване на домашно 1""",
    "el": """Ημερομηνία | Διάλεξη | Εργασίες
        Δεν θα γίνει μάθημα / Καθαρά Δευτέρα / Ενδιάμεση εξέταση /
        Επανάληψη για την εξέταση / Παρουσιάσεις εργασιών / Ανακοίνωση εργασίας 1 /
        Παράδοση εργασίας 1""",
    "hi": """दिनांक | व्याख्यान | गृहकार्य
        कक्षा नहीं होगी / दीपावली / मध्यावधि परीक्षा / परीक्षा की तैयारी /
        परियोजना प्रस्तुति / गृहकार्य 1 जारी / गृहकार्य 1 जमा करें""",
    "th": """วันที่ | บรรยาย | การบ้าน
        งดเรียน / วันสงกรานต์ / สอบกลางภาค / ทบทวนก่อนสอบ / นำเสนอโครงงาน /
        ประกาศการบ้าน 1 / ส่งการบ้าน 1""",
}
