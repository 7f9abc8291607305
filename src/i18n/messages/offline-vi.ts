/** Without a network, and after a deploy. */
export const offlineVi = {
  'offline.saved': 'Ngoại tuyến: số liệu đã lưu ngày {date}.',
  'offline.saved.undated': 'Ngoại tuyến: số liệu đã lưu trên máy này.',
  'offline.update': 'Trang có bản mới.',
  'offline.reload': 'Tải lại trang',
  'offline.later': 'Để sau',
  'offline.files': 'Tải lại thì mất {n} gói số liệu mở từ tệp, vì chưa được giữ trên máy này.',
  'offline.work': 'Một tệp đang được đọc hoặc đang chờ bạn trả lời; tải lại thì phải mở lại tệp đó.',
  'offline.keep': 'Giữ trên máy này rồi tải lại',
  'offline.discard': 'Vẫn tải lại',
  'offline.notKept': 'Trình duyệt không giữ được: bộ nhớ đầy hoặc bị cấm. Trang vẫn như cũ.',
} as const
