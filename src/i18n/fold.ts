/** Text as someone types it without diacritics: `Gò Vấp` → `go vap`, `Đồng` → `dong`; composed or not. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Whether every word of the query begins or lies within some name; an empty query finds everything. */
export function matches(query: string, names: readonly string[]): boolean {
  const text = ` ${names.map(fold).join(' ')}`
  return fold(query)
    .split(' ')
    .every((word) => text.includes(word))
}
