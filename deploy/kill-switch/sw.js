/*
 * Đặt tệp này đè lên sw.js của trang trên máy chủ: trình duyệt nào mở lại trang cũng gỡ bỏ phần chạy ngoại tuyến và mọi
 * bản lưu của trang này. Gói số liệu mà người xem tự giữ không bị đụng tới.
 * Put this over the site's sw.js on the host: every browser that opens the site again takes away its offline part and
 * all that it kept of this site. Packages that a viewer chose to keep stay.
 */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.endsWith(self.registration.scope)) await caches.delete(name)
      }
      await self.registration.unregister()
    })(),
  )
})
