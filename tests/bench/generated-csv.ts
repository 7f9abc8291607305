import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

interface Size {
  readonly units: number
  readonly periods: number
  readonly subIndices: number
}

/** Mulberry32: the same figures every time. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const padded = (n: number, width: number) => String(n).padStart(width, '0')

/** Writes a long-form file with units × periods × subIndices rows, about 36 bytes each. */
export async function writeGeneratedCsv(path: string, { units, periods, subIndices }: Size): Promise<void> {
  const random = seeded(20_261_010)
  const file = createWriteStream(path)
  file.write('index,period,block,unit,sub_index,score,max_score\n')
  for (let p = 0; p < periods; p += 1) {
    for (let u = 1; u <= units; u += 1) {
      let lines = ''
      for (let s = 1; s <= subIndices; s += 1) {
        lines += `GEN,${2014 + p},xa,Đơn vị ${padded(u, 4)},TP ${padded(s, 2)},${(random() * 4).toFixed(2)},4\n`
      }
      if (!file.write(lines)) await once(file, 'drain')
    }
  }
  file.end()
  await once(file, 'finish')
}

/** The same in wide form: units × periods rows of subIndices scores. */
export async function writeGeneratedWideCsv(path: string, { units, periods, subIndices }: Size): Promise<void> {
  const random = seeded(20_261_010)
  const file = createWriteStream(path)
  const places = Array.from({ length: subIndices }, (_, place) => place + 1)
  file.write(`index,period,block,unit,${places.map((place) => `Lĩnh vực ${padded(place, 2)} (4)`).join(',')}\n`)
  for (let p = 0; p < periods; p += 1) {
    let lines = ''
    for (let u = 1; u <= units; u += 1) {
      const scores = places.map(() => (random() * 4).toFixed(2))
      lines += `GEN,${2014 + p},xa,Đơn vị ${padded(u, 4)},${scores.join(',')}\n`
    }
    if (!file.write(lines)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}
