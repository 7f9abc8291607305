/** The day (ISO) that `27/02/2027` names, also with full stops or hyphens; null where that is no day. */
export function isoDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(iso)
  // A month is not stretched: 31/02 is none.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}

/** An ISO day as it is typed here, `27/02/2027`. */
export const dayText = (iso: string): string => iso.split('-').toReversed().join('/')
