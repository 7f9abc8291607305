/** The frame that another site shows. */
export const embedVi = {
  'embed.open': 'Mở toàn trang',
  'embed.source': 'Nguồn: {source}',
  'embed.version': 'bản số liệu {version}',
  'embed.failed': 'Số liệu không tải hoặc không tính được. Thử lại, hoặc mở toàn trang.',
  'embed.file': 'Số liệu này chỉ có trên máy đã mở tệp',
  'embed.file.more': 'Tệp mở trên một máy không được gửi đi đâu, nên không thể nhúng vào trang khác.',
  'embed.noPackage': 'Trang này không có gói số liệu “{package}”',
  'embed.notHere': 'Phần này chỉ xem được ở toàn trang',
  'embed.otherVersion': 'Bản số liệu {wanted} không còn ở đây',
  'embed.otherVersion.more':
    'Khung này giữ nguyên bản {wanted}; trang nguồn nay có bản {there} và không giữ lại bản cũ. Số liệu của bản mới không được hiện thay cho bản cũ.',
  'embed.otherVersion.open': 'Xem bản {there}',
} as const
