"""Vietnamese."""

HEADERS = {
    "date": "ngày, ngày tháng, ngày học, thời gian",
    "day": "thứ",
    "month": "tháng",
    "week": "tuần",
    "number": "stt, buổi, số, buổi số",
    "session": "bài giảng, lý thuyết, buổi học, lớp học, giờ giảng",
    "side session": "thực hành, bài thực hành, thí nghiệm, bài tập trên lớp, thảo luận",
    "topic": "chủ đề, nội dung bài giảng, tên bài, đề tài",
    "content": "nội dung, mô tả, hoạt động, nội dung giảng dạy",
    "unit": "chương, phần",
    "kind": "loại, hình thức",
    "homework": "bài tập, bài tập về nhà, btvn, đồ án, bài tập lớn",
    "out": "ngày giao, giao bài",
    "due": "hạn nộp, nộp bài, ngày nộp, thời hạn",
    "exam": "thi, kiểm tra",
    "starts": "bắt đầu",
    "ends": "kết thúc",
    "time": "giờ, giờ học",
    "place": "phòng, phòng học, địa điểm",
    "detail": """tài liệu, slide, giáo trình, giảng viên, phòng, phòng học, địa điểm, video, tài
        liệu tham khảo""",
    "remark": "ghi chú, chú thích",
    "decoy": "điểm, thay đổi",
}

CELLS = {
    "no class": """nghỉ học, không có lớp, lớp nghỉ, không học, được nghỉ, cho nghỉ, không có buổi
        học, hủy buổi học, hủy lớp""",
    "cancelled": "hủy, hoãn",
    "no": "không, không có",
    "pause": "nghỉ, nghỉ lễ, ngày lễ, kỳ nghỉ",
    "holiday": """tết, nghỉ tết, tết nguyên đán, tết dương lịch, quốc khánh, giỗ tổ hùng vương, giỗ
        tổ, ngày giải phóng, quốc tế lao động, nghỉ giữa kỳ, nghỉ hè""",
    "filler": "ngày, tuần, dịp",
    "exam": """kiểm tra, thi giữa kỳ, thi cuối kỳ, kiểm tra giữa kỳ, kiểm tra cuối kỳ, thi kết thúc
        học phần, bài kiểm tra""",
    "weak exam": "thi",
    "quiz": "trắc nghiệm",
    "not exam": "ôn tập, chữa bài, chuẩn bị, ôn thi, chữa đề, giải đề, hướng dẫn, thử, giải đáp",
    "presentation": """thuyết trình, thuyết trình đồ án, báo cáo đồ án, báo cáo bài tập lớn, trình
        bày đồ án, thuyết trình nhóm, bảo vệ đồ án, báo cáo cuối kỳ""",
    "weak presentation": "trình bày",
    "homework": "bài tập, bài tập về nhà, btvn, bài tập lớn",
    "task": "đồ án, báo cáo, tiểu luận, đề cương",
    "out": "giao, giao bài, ra bài, công bố, phát",
    "due": "nộp, nộp bài, hạn nộp, hạn chót, thời hạn",
    "nothing": "không, không có",
    "open": "thông báo sau, sẽ thông báo sau",
    "session": "bài giảng, thực hành, thảo luận, lý thuyết, học bù",
    "resource": "slide, video, tài liệu, ghi chú",
    "exam detail": "phòng, chương, phút, giờ",
    "reading": "đọc, chương, trang",
}

COMMON = "và của các cho trong với là một được giới thiệu"
