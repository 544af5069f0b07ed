"""Indonesian."""

HEADERS = {
    "date": "tanggal, tgl, hari tanggal, waktu, tarikh",
    "day": "hari",
    "month": "bulan",
    "week": "minggu, pekan, minggu ke, pekan ke",
    "number": "no, nomor, pertemuan, pertemuan ke, sesi ke",
    "session": "kuliah, perkuliahan, kelas, sesi, tatap muka",
    "side session": "praktikum, lab, tutorial, responsi, asistensi",
    "topic": "topik, judul, pokok bahasan, tajuk",
    "content": "materi, bahasan, kegiatan, deskripsi, isi, agenda, sub pokok bahasan",
    "unit": "bab, modul",
    "kind": "jenis, tipe, bentuk",
    "homework": "tugas, pr, pekerjaan rumah, latihan, proyek",
    "out": "diberikan, rilis",
    "due": """tenggat, batas waktu, batas pengumpulan, pengumpulan, dikumpulkan, tenggat waktu,
        deadline""",
    "exam": "ujian, kuis",
    "starts": "mulai",
    "ends": "selesai",
    "time": "jam, pukul",
    "place": "ruang, ruangan, tempat, lokasi",
    "detail": """referensi, bahan, bahan bacaan, pustaka, slide, dosen, ruang, tempat, video,
        tautan, bacaan""",
    "remark": "keterangan, catatan, ket",
    "decoy": "nilai, perubahan, bobot",
}

CELLS = {
    "no class": """tidak ada kuliah, tidak ada kelas, kuliah ditiadakan, kelas ditiadakan, kuliah
        kosong, tidak ada perkuliahan, kelas dibatalkan, kuliah dibatalkan, ditiadakan""",
    "cancelled": "dibatalkan, ditiadakan, batal",
    "no": "tidak, tidak ada, tanpa",
    "pause": "libur, liburan, hari libur, cuti bersama, cuti",
    "holiday": """libur nasional, idul fitri, idulfitri, idul adha, iduladha, lebaran, nyepi,
        waisak, natal, tahun baru, imlek, tahun baru imlek, hari kemerdekaan, hari buruh, hari
        pancasila, hari lahir pancasila, maulid nabi, isra miraj, isra mikraj, tahun baru islam,
        wafat isa almasih, kenaikan isa almasih, paskah, hari raya, minggu tenang, libur semester,
        jumat agung""",
    "filler": "hari, minggu, nasional, dan, raya, h",
    "exam": """ujian, ujian tengah semester, ujian akhir semester, uts, uas, kuis, ujian susulan,
        remedial, ujian akhir, ujian tengah""",
    "quiz": "kuis",
    "not exam": """pembahasan, persiapan, review, latihan, responsi, kisi kisi, ulasan, simulasi,
        soal""",
    "presentation": """presentasi, presentasi kelompok, presentasi proyek, presentasi akhir,
        presentasi tugas, presentasi proyek akhir, presentasi mahasiswa, presentasi tugas besar""",
    "homework": "tugas, pr, tugas besar, tugas kelompok",
    "task": "proyek, laporan, makalah, proposal, latihan",
    "out": "diberikan, rilis, dirilis, pemberian, diumumkan",
    "due": """pengumpulan, dikumpulkan, tenggat, batas, kumpul, deadline, batas waktu, batas
        pengumpulan, kumpulkan""",
    "nothing": "tidak ada, kosong",
    "open": "akan diumumkan, menyusul",
    "session": """kuliah, praktikum, responsi, tutorial, kuliah tamu, asistensi, kelas, kuliah
        pengganti, diskusi""",
    "resource": "slide, video, materi, catatan, rekaman",
    "exam detail": "ruang, bab, jam, menit, pertemuan",
    "reading": "baca, bab, halaman",
}

COMMON = "dan yang di dengan untuk pada dari ke pengantar dalam ini"
