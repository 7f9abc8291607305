import { translationOf } from '@/i18n/catalogue'
import type { embedVi } from '@/i18n/messages/embed-vi'

export const embedEn = translationOf<typeof embedVi>()({
  'embed.open': 'Open the full page',
  'embed.source': 'Source: {source}',
  'embed.version': 'data version {version}',
  'embed.failed': 'The figures could not be loaded or computed. Try again, or open the full page.',
  'embed.file': 'These figures are only on the machine that opened the file',
  'embed.file.more': 'A file opened on a machine is sent nowhere, so it cannot be embedded in another page.',
  'embed.noPackage': 'This site has no data package “{package}”',
  'embed.notHere': 'This part is shown on the full page only',
  'embed.otherVersion': 'Data version {wanted} is no longer here',
  'embed.otherVersion.more':
    'This frame is frozen at version {wanted}; the site now holds version {there} and has not kept the old one. The new figures are not shown in place of the old.',
  'embed.otherVersion.open': 'See version {there}',
})
