/** Packages made of the viewer's files: keeping, remembering, publishing, deleting. */
export const ownVi = {
  'own.lost': 'Tệp này không còn mở',
  'own.lost.more':
    'Tệp bạn mở chỉ nằm trong thẻ trình duyệt đã mở nó, hoặc trên máy mà bạn chọn giữ; ở nơi khác thì phải mở lại tệp. Số liệu của gói khác không được dùng thay.',
  'own.lost.other': 'Xem gói {package}',
  'own.lost.open': 'Mở lại tệp',
  'own.lede': 'Số liệu bạn mở từ tệp chỉ ở trong tab này, đóng tab là mất, trừ khi bạn giữ trên máy này.',
  'own.keep': 'Giữ trên máy này',
  'own.kept': 'Đang giữ trên máy này',
  'own.keep.hint':
    'Mở lại trang vẫn còn. Ai dùng chung trình duyệt này cũng xem được; khi máy hết chỗ, trình duyệt có thể tự xoá.',
  'own.release': 'Thôi giữ',
  'own.stored': 'Đã giữ {package} trên máy này.',
  'own.released': 'Đã xoá {package} khỏi máy; vẫn mở trong tab này.',
  'own.forbidden':
    'Trình duyệt không cho lưu gì ở trang này (chế độ riêng tư, hoặc trang nhúng). {package} vẫn mở trong tab này.',
  'own.full': 'Máy không còn chỗ để lưu. {package} vẫn mở trong tab này; tải gói về (zip) để giữ.',
  'own.renamed': 'Một tab khác đã giữ một gói cùng mã, nên gói này có mã mới; đường dẫn đã đổi theo.',
  'own.unreadable':
    'Có {n} mục lưu trên máy không đọc được (hỏng, hoặc của phiên bản khác): {names}. “Xoá hết” xoá cả những mục này.',
  'own.storage.forbidden': 'Trình duyệt không cho trang này lưu gì trên máy, nên mọi thứ chỉ ở trong tab này.',
  'own.waiting': 'Đang tính bảng xếp hạng: {package}',
  'own.waiting.why':
    'Tệp {file} có {rows} dòng; tệp lớn có thể cần đến nửa phút. Về trang Dữ liệu thì không mất gì: tệp vẫn mở, và việc tính vẫn chạy tiếp.',
  'own.waiting.stop': 'Thôi chờ, về trang Dữ liệu',
  'own.waiting.engine': 'Đang tải phần tính toán: {loaded} / {total} MB',
  'own.waiting.tables': 'Đang đưa số liệu vào phần tính toán: {loaded} / {total} MB',
  'own.waiting.loading': 'Đang đưa số liệu vào phần tính toán…',
  'own.machine': 'Trên máy này',
  'own.machine.counts': 'Đang giữ {packages} gói số liệu và nhớ {memories} cách đọc.',
  'own.machine.memories': 'Cách đọc đã nhớ, từ tệp: {names}.',
  'own.delete': 'Xoá hết số liệu từ tệp',
  'own.delete.ask':
    'Xoá mọi gói mở từ tệp ({packages}) và mọi cách đọc đã nhớ ({memories}), cả trên máy và trong tab này?',
  'own.delete.go': 'Xoá hết, không lấy lại được',
  'own.delete.not': 'Thôi',
  'own.deleted': 'Đã xoá {packages} gói số liệu ({names}) và {memories} cách đọc đã nhớ.',
  'own.deleted.nothing': 'Không có gì để xoá.',
  'own.package.kept': 'Tệp {file}.',
  'own.over': 'Trên nền {package}',
  'own.over.replaced': 'Số liệu của tệp đứng cạnh những kỳ đã công bố, là tạm thời, và thay {n} bảng đã công bố.',
  'own.lede.over': '{package}, cùng số liệu từ tệp {file}: {editions} bảng xếp hạng, {own} bảng từ tệp.',
  'own.lede.kept': 'Đọc từ tệp {file}, giữ trên máy này: {editions} bảng xếp hạng theo chỉ số, kỳ và khối.',
  'own.over.outdated':
    'Bên dưới là bản {below}; trang nay đã có bản {published}. Mở lại tệp trên bản mới để có cả số mới.',
  'own.publish.outdated':
    'Chưa tạo: gói này dựng trên bản {below}, còn trang đã có bản {published}; công bố sẽ làm mất số mới. Mở lại tệp trên bản mới, hoặc công bố thành gói mới.',
  'own.over.more': 'Số liệu của tệp đứng cạnh những kỳ đã công bố, là tạm thời; số đã công bố không đổi.',
  'own.remember': 'Nhớ cách đọc này cho tệp sau cùng dạng',
  'own.remember.hint': 'Nhớ trên máy này: cột, thang điểm, dấu thập phân, tên đơn vị, chỉ số, khối; không nhớ kỳ và ô.',
  'own.remembered': 'Đã nhớ cách đọc của {file}.',
  'own.remember.forbidden': 'Trình duyệt không cho lưu gì ở trang này, nên cách đọc không được nhớ.',
  'own.remember.full': 'Máy không còn chỗ để lưu, nên cách đọc không được nhớ.',
  'own.publish': 'Tải gói về để công bố',
  'own.publish.lede':
    'Một tệp zip: các bảng CSV, mô tả gói, nhật ký thay đổi và hướng dẫn. Giải nén vào thư mục data của trang trên máy chủ là số liệu mới hiện ra; không cần lệnh nào.',
  'own.publish.illustrative':
    'Gói {package} bên dưới là số liệu minh hoạ: gói tạo ra vẫn mang chữ “Số liệu minh hoạ” trên mọi trang, cả ở số liệu từ tệp của bạn. Để công bố số liệu thật, mở tệp thành gói riêng hoặc đặt cạnh một gói đã công bố.',
  'own.publish.as': 'Công bố thành',
  'own.publish.inPlace': 'Bản mới của gói {package}',
  'own.publish.new': 'Gói mới',
  'own.publish.name': 'Tên gói (tiếng Việt)',
  'own.publish.nameEn': 'Tên gói (tiếng Anh)',
  'own.publish.status': 'Số liệu từ tệp là',
  'own.publish.status.provisional': 'tạm thời (dự thảo)',
  'own.publish.status.official': 'chính thức',
  'own.publish.decision': 'Quyết định số (nếu có)',
  'own.publish.date': 'Ngày công bố (nếu có)',
  'own.publish.date.form': 'ngày/tháng/năm, như 27/02/2027',
  'own.publish.date.wrong': 'Không có ngày này. Viết ngày/tháng/năm, như 27/02/2027.',
  'own.publish.inFile': 'Tệp có ghi:',
  'own.publish.use': 'Dùng {decision}',
  'own.publish.useDated': 'Dùng {decision}, {date}',
  'own.publish.remarks': 'Gói này có {n} lưu ý ở số liệu của tệp, nên xem trước khi công bố:',
  'own.publish.remarks.problems': '{n} ở các vấn đề của tệp',
  'own.publish.remarks.audit': '{n} ở phần kiểm tra số liệu',
  'own.publish.go': 'Tạo tệp zip',
  'own.publish.working': 'Đang kiểm tra và nén…',
  'own.publish.made': 'Đã tải {file}. Giải nén, rồi chép catalog.json và thư mục {folder} vào thư mục data của trang.',
  'own.publish.refused': 'Gói chưa công bố được: trang sẽ từ chối nó vì {n} lỗi dưới đây.',
  'own.publish.problems': 'Vì sao gói chưa công bố được',
  'own.publish.failed': 'Không tạo được tệp zip: {detail}',
  'own.log.title': 'Thay đổi số liệu',
  'own.log.file': 'Từ tệp “{file}” ({how}), đọc ngày {date}: {rows} dòng, {units} đơn vị.',
  'own.log.csv': 'CSV, bảng mã {encoding}, phân cách {delimiter}, ô {range}',
  'own.log.xlsx': 'Excel, trang tính “{sheet}”, ô {range}',
  'own.log.editions': 'Bảng xếp hạng thêm vào: {editions}.',
  'own.log.replaced': 'Thay bảng đã có: {editions}.',
  'own.log.columns': 'Cột đã đọc: {columns}.',
  'own.log.column': '{letter} “{header}” là {role}',
  'own.log.cells': 'Ô được người mở tệp sửa: {decisions}.',
  'own.log.units': 'Tên đơn vị do người mở tệp chọn: {decisions}.',
  'own.log.rows': 'Dòng do người mở tệp phân loại: {decisions}.',
  'own.log.decision': '{subject} đọc là {value}',
  'own.log.problems': 'Vấn đề được ghi nhận: {problems}.',
  'own.log.problem': '{name} ({n})',
  'own.log.edition': '{index} {period}, {block}',
  'own.readme': `CÔNG BỐ SỐ LIỆU: {package}

1. Giải nén tệp zip này.
2. Chép catalog.json và thư mục {folder} vào thư mục "data" của trang trên máy chủ, thay các tệp cũ cùng tên.
3. Mở lại trang: số liệu mới hiện ra. Không cần dựng lại trang, không cần lệnh nào.

catalog.json là danh mục của trang lúc tải ({date}), thêm gói này. Nếu từ đó danh mục trên máy chủ đã đổi, chỉ thêm mục của gói {folder} vào bản đang có.
Trước khi thay, giữ một bản sao của thư mục data.
Ai có dòng lệnh có thể kiểm tra thêm: npm run check-data -- data/{folder}
`,
} as const
