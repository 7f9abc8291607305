import { fold } from '@/i18n/fold'

/** Hands a file to the viewer. The name is made ASCII: `So sánh PAR 2024` → `so-sanh-par-2024`. */
export function downloadFile(file: Blob, name: string, ending: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${asciiName(name)}.${ending}`
  link.click()
  // Some browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A name that every system and mail program keeps. */
export function asciiName(name: string): string {
  const plain = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
  return plain === '' ? 'file' : plain
}
