import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPackage } from '@/import/package/read-package'
import { tableFile, writeDescriptor, writeTable } from '@/import/package/write-package'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import { filesOf, minimalTables, packageWith, score, unit } from '../../../tests/fixtures/packages/minimal-package'

/** Text as it may stand in a cell: anything but nothing, in NFC. */
const cellText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('"', ',', '\n', 'a\r\nb', '\r', ' ', '007', '=1+1', '@SUM(A1)', '__proto__', 'null', 'Hoà, "hòa"'),
  )
  .map((text) => text.normalize('NFC'))

const points = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
)

describe('writing a package', () => {
  it('reads back every name as it was, with quotes, line breaks, leading zeros, formulas and __proto__', () => {
    fc.assert(
      fc.property(cellText, cellText, (name, alias) => {
        const units = [{ ...unit('quan-1'), name_vi: name, aliases: alias }, unit('quan-3'), unit('quan-5')]
        const { tables, problems } = readPackage(filesOf(packageWith({ units })))
        expect(problems).toEqual([])
        expect(tables?.units).toEqual(units)
      }),
    )
  })

  it('reads back every score as the same number', () => {
    fc.assert(
      fc.property(points, (value) => {
        const scores = [score('quan-1', 'the-che', value)]
        expect(readPackage(filesOf(packageWith({ scores }))).tables?.scores).toEqual(scores)
      }),
    )
  })

  it('writes numbers in plain decimal form', () => {
    const written = (value: number) =>
      writeTable('rules', [{ rule_id: 'weak-fall-share', value }])
        .split('\n')[1]
        ?.split(',')[1]
    expect(written(0.05)).toBe('0.05')
    expect(written(-0)).toBe('0')
    expect(written(1e-7)).toBe('0.0000001')
    expect(written(-1.25e-8)).toBe('-0.0000000125')
    expect(written(1.5e21)).toBe('1500000000000000000000')
  })

  it('writes the fields in schema order, and quotes only where a cell needs them', () => {
    const csv = writeTable('themes', [
      { theme_id: 'a', name_vi: 'Chỉ đạo, điều hành', name_en: 'Direction "and" so on' },
      { theme_id: 'b', name_vi: 'Thể chế', name_en: 'Law' },
    ])
    expect(csv).toBe('theme_id,name_vi,name_en\na,"Chỉ đạo, điều hành","Direction ""and"" so on"\nb,Thể chế,Law\n')
  })

  it('writes an empty cell where there is no value and 0 where the score is 0', () => {
    const csv = writeTable('scores', [score('quan-1', 'tthc', 0), score('quan-3', 'tthc', null)])
    expect(csv.split('\n').slice(1, 3)).toEqual([
      'par,2024,districts,main,quan-1,tthc,final,0,,,',
      'par,2024,districts,main,quan-3,tthc,final,,,,',
    ])
  })

  it('reads back the whole minimal package', () => {
    const { tables, problems } = readPackage(filesOf(minimalTables))
    expect(problems).toEqual([])
    expect(tables).toEqual(minimalTables)
  })
})

describe('the descriptor', () => {
  const descriptor = JSON.parse(
    writeDescriptor({ name: 'p', title: 'P', description: 'd', version: '1', contributors: [] }),
  ) as {
    readonly $schema: string
    readonly resources: readonly { readonly name: string; readonly path: string; readonly schema: object }[]
  }

  it('lists every table with its path and its whole schema', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(descriptor.resources.map(({ name, path }) => [name, path])).toEqual(
      TABLE_NAMES.map((table) => [table, tableFile(table)]),
    )
    const scores = descriptor.resources.find(({ name }) => name === 'scores')
    expect(scores?.schema).toMatchObject({
      fields: TABLES.scores.fields,
      primaryKey: TABLES.scores.primaryKey,
      foreignKeys: TABLES.scores.foreignKeys,
      missingValues: [''],
    })
  })
})
