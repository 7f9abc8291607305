import { translationOf } from '@/i18n/catalogue'
import type { offlineVi } from '@/i18n/messages/offline-vi'

export const offlineEn = translationOf<typeof offlineVi>()({
  'offline.saved': 'Offline: figures saved on {date}.',
  'offline.saved.undated': 'Offline: figures saved on this device.',
  'offline.update': 'A new version of this page is ready.',
  'offline.reload': 'Reload the page',
  'offline.later': 'Later',
  'offline.files': {
    one: 'Reloading loses {n} package opened from a file: it is not kept on this device.',
    other: 'Reloading loses {n} packages opened from files: they are not kept on this device.',
  },
  'offline.work': 'A file is being read or is waiting for your answer; after reloading it has to be opened again.',
  'offline.keep': 'Keep on this device, then reload',
  'offline.discard': 'Reload anyway',
  'offline.notKept': 'The browser could not keep them: its storage is full or forbidden. The page is as it was.',
})
