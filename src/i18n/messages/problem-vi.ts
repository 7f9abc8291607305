/** What a file or a package can get wrong: a short name, and a sentence with what became of it or what to do. */
export const problemVi = {
  'problem.empty-file': 'Tệp trống',
  'problem.empty-file.text': 'Tệp không có nội dung. Hãy xuất lại từ phần mềm gốc rồi mở lại.',
  'problem.binary-file': 'Loại tệp không mở được',
  'problem.binary-file.text':
    'Đây không phải bảng CSV hay sổ Excel (.xlsx). Mở tệp bằng phần mềm đã tạo ra nó, lưu bảng thành .xlsx hoặc CSV UTF-8 rồi mở lại.',
  'problem.binary-file.spreadsheet':
    'Đây là bảng tính dạng {type}. Mở bằng Excel hoặc LibreOffice, chọn Lưu thành → Sổ Excel (.xlsx) hoặc CSV UTF-8 rồi mở lại.',
  'problem.binary-file.document':
    'Đây là tài liệu {type}, không phải bảng số liệu. Xin tệp Excel gốc, hoặc chép bảng sang một trang Excel, lưu thành .xlsx rồi mở lại.',
  'problem.binary-file.archive': 'Đây là tệp nén {type}. Giải nén, rồi mở từng tệp bảng ở bên trong.',
  'problem.binary-file.image': 'Đây là ảnh {type}. Số trong ảnh không đọc được; xin tệp Excel gốc hoặc nhập lại bảng.',
  'problem.binary-file.encrypted':
    'Sổ Excel có mật khẩu. Mở bằng Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc để bỏ mật khẩu, lưu lại rồi mở.',
  'problem.html-file': 'Trang web, không phải số liệu',
  'problem.html-file.text':
    'Tệp là một trang web, thường là trang đăng nhập được lưu nhầm. Đăng nhập, tải lại tệp CSV rồi mở lại.',
  'problem.too-large': 'Tệp quá lớn',
  'problem.too-large.text':
    'Tệp lớn hơn mức mở được trong trình duyệt. Hãy tách theo kỳ hoặc theo khối rồi mở từng tệp.',
  'problem.not-utf8': 'Bảng mã lạ',
  'problem.not-utf8.text':
    'Có ký tự không phải UTF-8, chữ có dấu có thể sai. Trong Excel, chọn Lưu thành → CSV UTF-8 rồi mở lại.',
  'problem.not-nfc': 'Dấu tổ hợp',
  'problem.not-nfc.text': 'Chữ có dấu viết bằng dấu rời. Hãy lưu lại theo dạng dựng sẵn (Unicode NFC).',
  'problem.bad-csv': 'CSV hỏng',
  'problem.bad-csv.text':
    'Không tách được dòng này thành cột: dấu ngoặc kép không đóng, hoặc không nhận ra dấu phân cách.',
  'problem.bad-byte': 'Ký tự hỏng',
  'problem.bad-byte.text':
    'Có byte không thuộc bảng mã của tệp; phần còn lại vẫn đọc đúng. Chữ trong ô này thiếu ký tự, số trong ô bị loại.',
  'problem.nul-byte': 'Ký tự rỗng (NUL)',
  'problem.nul-byte.text':
    'Tệp có ký tự NUL ở chỗ này: tệp bị cắt hoặc hỏng khi sao chép. Xuất lại từ phần mềm gốc rồi mở lại.',
  'problem.header-only': 'Chỉ có dòng tiêu đề',
  'problem.header-only.text': 'Tệp có tên cột nhưng không có dòng số liệu nào. Kiểm tra bộ lọc khi xuất tệp.',
  'problem.missing-table': 'Thiếu bảng',
  'problem.missing-table.text': 'Gói số liệu thiếu bảng này. Thêm tệp vào thư mục của gói.',
  'problem.missing-column': 'Thiếu cột',
  'problem.missing-column.text': 'Không tìm thấy cột cần có. Thêm cột hoặc sửa tên cột ở dòng tiêu đề.',
  'problem.unknown-column': 'Cột không nhận ra',
  'problem.unknown-column.text':
    'Không biết cột này là gì nên không dùng. Nếu là điểm, hãy đặt tên cột theo tên lĩnh vực.',
  'problem.duplicate-column': 'Trùng tên cột',
  'problem.duplicate-column.text': 'Hai cột cùng tên: không biết cột nào đúng. Đổi tên hoặc bỏ một cột.',
  'problem.unknown-layout': 'Không nhận ra cách trình bày',
  'problem.unknown-layout.text':
    'Không tìm thấy bảng điểm. Cần có dòng tiêu đề, tên đơn vị và điểm; hoặc chỉ ra dòng tiêu đề ở bước “Bảng tìm thấy”.',
  'problem.row-aside': 'Dòng không phải số liệu',
  'problem.row-aside.text':
    'Dòng tiêu đề, tổng, trung bình, ghi chú hoặc chữ ký: để riêng, không tính là một đơn vị. Nếu đúng là số liệu, đổi lại ở bước “Bảng tìm thấy”.',
  'problem.column-aside': 'Cột không có chỗ trong bảng điểm',
  'problem.column-aside.text':
    'Xếp hạng của riêng một lĩnh vực: chỉ xếp hạng của tổng điểm được giữ. Điểm của lĩnh vực vẫn được đọc.',
  'problem.hidden-row': 'Dòng hoặc cột ẩn',
  'problem.hidden-row.text': 'Bị ẩn trong Excel nhưng vẫn được đọc. Nếu không muốn dùng, xoá khỏi tệp rồi mở lại.',
  'problem.missing-value': 'Thiếu giá trị',
  'problem.missing-value.text': 'Ô bắt buộc để trống nên không dùng được dòng này. Điền vào rồi mở lại.',
  'problem.filled-down': 'Lấy theo dòng trên',
  'problem.filled-down.text':
    'Ô để trống như khi các ô gộp được lưu lại; đơn vị, khối hay kỳ ở dòng trên được dùng. Nếu không đúng, điền vào tệp rồi mở lại.',
  'problem.bad-number': 'Không phải số',
  'problem.bad-number.text': 'Ô cần là số nhưng không đọc được. Ô bị loại, không tính là 0.',
  'problem.bad-date': 'Không phải ngày',
  'problem.bad-date.text': 'Ô cần là ngày có thật, viết theo dạng năm-tháng-ngày.',
  'problem.bad-value': 'Giá trị không dùng được',
  'problem.bad-value.text': 'Giá trị không thuộc những giá trị được phép nên không dùng.',
  'problem.negative': 'Số âm',
  'problem.negative.text': 'Điểm không thể âm. Ô bị loại, không vào phép tính nào.',
  'problem.out-of-range': 'Ngoài khoảng',
  'problem.out-of-range.text': 'Giá trị nằm ngoài khoảng cho phép nên không dùng.',
  'problem.above-max': 'Vượt điểm tối đa',
  'problem.above-max.text': 'Điểm lớn hơn điểm tối đa. Ô bị loại, không vào phép tính nào.',
  'problem.unknown-id': 'Chưa có trong danh mục',
  'problem.unknown-id.text':
    'Tên hoặc mã không có trong danh mục. Trong tệp của bạn, tên vẫn được dùng như một lĩnh vực mới; trong gói số liệu, sửa mã hoặc thêm dòng vào bảng đó.',
  'problem.unknown-unit': 'Đơn vị lạ',
  'problem.unknown-unit.text':
    'Tên không có trong danh mục đơn vị. Vẫn được dùng như một đơn vị mới; kiểm tra xem có viết sai không.',
  'problem.unknown-index': 'Chỉ số lạ',
  'problem.unknown-index.text':
    'Tên không có trong danh mục chỉ số. Vẫn được dùng như một chỉ số mới; kiểm tra xem có viết sai không.',
  'problem.unknown-period': 'Không đọc được kỳ',
  'problem.unknown-period.text': 'Kỳ cần viết như 2024, 2025-Q3, 2025-10, 2025-W47 hoặc 2026-10-10.',
  'problem.unknown-block': 'Khối lạ',
  'problem.unknown-block.text':
    'Tên không có trong danh mục khối. Vẫn được dùng như một khối mới; kiểm tra xem có viết sai không.',
  'problem.answer-differs': 'Tệp ghi khác',
  'problem.answer-differs.text':
    'Chỉ số, kỳ hoặc khối đã cho không phải là điều tệp ghi. Điều ghi trong tệp được dùng; hãy kiểm tra bên nào đúng.',
  'problem.ambiguous-number': 'Số hiểu được hai cách',
  'problem.ambiguous-number.text':
    'Số có thể đọc theo dấu thập phân chấm hoặc phẩy. Kiểm tra cách đã đọc; nên xuất lại với một kiểu dấu.',
  'problem.share-read': 'Phần trăm đọc theo điểm tối đa',
  'problem.share-read.text':
    'Ô ghi phần trăm; điểm là phần ấy của điểm tối đa đã biết. Nêu một lần cho cả cột. Nếu cột có thang khác, ghi điểm tối đa của cột ở bước “Cột và đơn vị”.',
  'problem.own-maximum': 'Điểm tối đa suy từ điểm và phần trăm',
  'problem.own-maximum.text':
    'Điểm và phần trăm cùng công bố chỉ khớp với một điểm tối đa, nên lấy điểm tối đa ấy. Nếu không đúng, ghi điểm tối đa ở bước “Cột và đơn vị”.',
  'problem.share-differs': 'Phần trăm không khớp với điểm',
  'problem.share-differs.text':
    'Điểm và phần trăm của đơn vị không cho một điểm tối đa duy nhất, hoặc trái với điểm tối đa đã biết. Điểm giữ nguyên, phần trăm không dùng. Đối chiếu với quyết định công bố.',
  'problem.date-for-number': 'Ngày tháng thay cho điểm',
  'problem.date-for-number.text':
    'Excel đã đổi điểm thành ngày tháng (12.5 thành 12 tháng 5). Ô bị loại; chọn lại điểm nếu chỉ có một cách hiểu, hoặc sửa ở tệp gốc.',
  'problem.formula-error': 'Công thức lỗi',
  'problem.formula-error.text':
    'Ô là công thức báo lỗi hoặc chưa được tính (như #REF!, #DIV/0!). Ô bị loại, không tính là 0. Sửa trong Excel, lưu rồi mở lại.',
  'problem.formula-name': 'Tên giống công thức',
  'problem.formula-name.text':
    'Tên bắt đầu bằng =, +, - hoặc @. Gói số liệu giữ nguyên tên này, và Excel có thể chạy nó như công thức khi mở bảng CSV. Bỏ ký tự đầu ở tệp gốc nếu nó không thuộc tên.',
  'problem.duplicate-row': 'Dòng lặp',
  'problem.duplicate-row.text':
    'Dòng nhắc lại điều một dòng trước đã ghi, hoặc để trống ở đó. Mỗi giá trị chỉ tính một lần.',
  'problem.conflicting-rows': 'Hai dòng mâu thuẫn',
  'problem.conflicting-rows.text':
    'Cùng một đơn vị và lĩnh vực nhưng hai điểm khác nhau, hoặc dòng có điểm, dòng ghi không có. Không biết số nào đúng nên loại cả hai.',
  'problem.outside-unit-dates': 'Ngoài thời gian tồn tại',
  'problem.outside-unit-dates.text': 'Đơn vị chưa thành lập hoặc đã kết thúc ở kỳ này. Kiểm tra tên đơn vị và kỳ.',
  'problem.total-differs': 'Tổng lệch',
  'problem.total-differs.text': 'Tổng điểm công bố khác tổng các lĩnh vực. Giữ tổng đã công bố.',
  'problem.total-rounded': 'Tổng lệch do làm tròn',
  'problem.total-rounded.text':
    'Tổng công bố khác tổng các lĩnh vực, nhưng không quá mức làm tròn của các số cộng lại. Không phải lỗi.',
  'problem.rank-contradicts-score': 'Hạng ngược với điểm',
  'problem.rank-contradicts-score.text': 'Hạng công bố không khớp thứ tự điểm. Giữ hạng đã công bố.',
  'problem.class-contradicts-score': 'Xếp loại ngược với điểm',
  'problem.class-contradicts-score.text':
    'Xếp loại công bố không khớp mức xếp loại hoặc thứ tự điểm. Giữ xếp loại đã công bố.',
  'problem.rank-gap': 'Hạng nhảy cóc',
  'problem.rank-gap.text': 'Dãy hạng thiếu số ở giữa: có thể thiếu đơn vị, hoặc ghi sai hạng.',
  'problem.jump': 'Thay đổi đột biến',
  'problem.jump.text':
    'Thay đổi so với kỳ trước cách trung bình của khối hơn ba độ lệch chuẩn. Có thể đúng; hãy đối chiếu với nguồn.',
  'problem.structure-differs': 'Cấu trúc khác kỳ trước',
  'problem.structure-differs.text':
    'Đơn vị, lĩnh vực hoặc điểm tối đa không như ở những kỳ khác. Kiểm tra có thiếu hay nhầm không.',
  'problem.structure-differs.unit-left': 'Đơn vị có kết quả ở kỳ trước, không có ở kỳ này. Kiểm tra có bỏ sót không.',
  'problem.structure-differs.unit-entered': 'Đơn vị không có kết quả ở kỳ trước, có ở kỳ này.',
  'problem.structure-differs.field-empty': 'Lĩnh vực có trong bộ tiêu chí nhưng không đơn vị nào có điểm.',
  'problem.structure-differs.fields-entered': 'Có lĩnh vực mới so với bộ tiêu chí của kỳ trước.',
  'problem.structure-differs.fields-left': 'Có lĩnh vực của kỳ trước không còn.',
  'problem.structure-differs.maxima-changed': 'Có lĩnh vực đổi điểm tối đa hoặc trọng số so với kỳ trước.',
  'problem.structure-differs.own-maximum': 'Điểm tối đa của đơn vị khác điểm tối đa thường thấy của khối.',
  'problem.structure-differs.maxima-of-parts':
    'Điểm tối đa của các phần cộng lại không bằng điểm tối đa của tổng: thiếu phần hoặc chưa biết trọng số, nên không đối chiếu tổng được.',
  'problem.parent-cycle': 'Lĩnh vực lồng vòng tròn',
  'problem.parent-cycle.text': 'Một lĩnh vực là con của chính nó qua các cấp. Sửa cột parent_id.',
  'problem.wrong-cell-count': 'Sai số ô',
  'problem.wrong-cell-count.text':
    'Dòng có số ô khác dòng tiêu đề, có thể do dấu phân cách nằm trong chữ, hoặc dấu phẩy thập phân không có ngoặc kép.',
  'problem.more': '… và {n} vấn đề nữa.',
  'problem.expected': 'Đối chiếu: {expected}.',
  'problem.expected.answer': 'Đã cho: {expected}.',
  'problem.expected.max': 'Tối đa: {expected}.',
  'problem.expected.sum': 'Tổng các phần: {expected}.',
  'problem.expected.score': 'Cần một cột điểm, hạng hoặc xếp loại.',
  'problem.expected.maximum': 'Cần một cột điểm tối đa.',
  'problem.expected.row': 'Dòng kia: {expected}.',
  'problem.expected.rank': 'Hạng phải đến lượt: {expected}.',
  'problem.expected.form': 'Cần viết như: {expected}.',
  'problem.severity.error': 'Lỗi',
  'problem.severity.warning': 'Lưu ý',
  'problem.severity.info': 'Để biết',
  'problem.list.lede':
    'Ô bị loại không vào phép tính nào và không tính là 0; không có gì bị bỏ mà không ghi ở đây. Mở từng nhóm để xem dòng, cột như Excel đếm.',
  'problem.list.caption': '{kind}: vấn đề trong tệp, theo dòng như Excel đếm',
  'problem.list.kind': 'Vấn đề',
  'problem.list.severity': 'Mức',
  'problem.list.file': 'Tệp',
  'problem.list.row': 'Dòng',
  'problem.list.column': 'Cột',
  'problem.list.header': 'Tên cột',
  'problem.list.value': 'Giá trị',
  'problem.list.expected': 'Đối chiếu',
  'problem.list.text': 'Nghĩa là',
  'problem.list.fix': 'Sửa',
  'problem.list.fix.use': 'Dùng {value}',
  'problem.list.fix.at': 'Dùng {value} cho {place}',
  'problem.list.fix.empty': 'Để trống ô này',
  'problem.list.place': 'Ở ô',
  'problem.list.place.row': 'dòng {row}',
  'problem.list.place.column': 'cột {column}',
  'problem.list.place.both': 'dòng {row}, cột {column}',
  'problem.list.shown': 'Đang hiện {shown} trong {n}.',
  'problem.list.all': 'Hiện tất cả {n}',
  'problem.list.kept': 'Giữ {kept} vấn đề đầu của nhóm này; số đếm là đủ.',
} as const
