import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from './import'

const folder = mkdtempSync(join(tmpdir(), 'import-'))
afterAll(() => rmSync(folder, { recursive: true }))

let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
})
afterEach(() => vi.restoreAllMocks())

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function run(...args: readonly string[]) {
  const status = await main(args)
  return { status, printed, json: printed.startsWith('{') ? (JSON.parse(printed) as Record<string, unknown>) : null }
}

const PAR = ['--index', 'par', '--period', '2024', '--block', 'districts']
const CLEAN = file(
  'clean.csv',
  `Đơn vị;Tổng điểm (100);Xếp hạng;Xếp loại
Quận Gò Vấp;85,75;1;Tốt
Quận Phú Nhuận;84,2;2;Tốt
Huyện Củ Chi;0;3;Khá`,
)

describe('import on the command line', () => {
  test('prints every figure of a clean file, with rank and class on the total', async () => {
    const { status, json } = await run(CLEAN, ...PAR, '--json')
    expect(status).toBe(0)
    expect(json).toMatchObject({
      outcome: 'accepted',
      encoding: 'utf-8',
      delimiter: ';',
      layout: 'wide',
      units: 3,
      questions: [],
      problems: [],
    })
    expect(json?.['records']).toMatchObject([
      {
        unit: 'quan-go-vap',
        unitName: 'Quận Gò Vấp',
        subIndex: 'total',
        period: '2024',
        score: 85.75,
        maxScore: 100,
        rank: 1,
        band: 'Tốt',
        row: 2,
      },
      { unit: 'quan-phu-nhuan', score: 84.2, rank: 2 },
      { unit: 'huyen-cu-chi', score: 0, rank: 3, missingReason: null },
    ])
  })
  test('says what a figure contradicts, with row, letter and both languages', async () => {
    const path = file('contradicts.csv', 'Đơn vị,Tổng điểm (100),Hạng\nQuận Gò Vấp,80,1\nQuận 1,90,2\nQuận 3,70,3')
    const { status, json } = await run(path, ...PAR, '--json')
    expect(status).toBe(0)
    expect(json).toMatchObject({
      outcome: 'accepted-with-warnings',
      problems: [{ kind: 'rank-contradicts-score', severity: 'warning', row: 2, column: 'C' }],
    })
    expect(json).toMatchObject({
      problems: [{ vi: expect.stringMatching(/hạng/i), en: expect.stringMatching(/rank/i) }],
    })
  })
  test('asks for what the file leaves open, with status 2, and takes the answer', async () => {
    const open = [CLEAN, '--index', 'par', '--block', 'districts']
    const { status, json } = await run(...open, '--json')
    expect(status).toBe(2)
    expect(json).toMatchObject({ outcome: 'needs-answer', units: 0, records: [], questions: [{ id: 'period' }] })
    printed = ''
    expect(await run(...open, '--answer', 'period=2024', '--json')).toMatchObject({ status: 0, json: { units: 3 } })
  })
  test('refuses with status 1', async () => {
    const page = file('page.csv', '<!doctype html><title>Đăng nhập</title>')
    expect(await run(page, '--json')).toMatchObject({
      status: 1,
      json: { outcome: 'refused', problems: [{ kind: 'html-file' }] },
    })
  })
  test('the worst of several files speaks for all', async () => {
    const page = file('page.csv', '<!doctype html><title>Đăng nhập</title>')
    expect(await run(CLEAN, page, ...PAR, '--json')).toMatchObject({
      status: 1,
      json: { outcome: 'refused', units: 3 },
    })
  })
  test('prints the cells alone, before any meaning', async () => {
    expect(await run(file('cells.csv', 'a;"b;c"\n1;""\n'), '--cells')).toEqual({
      status: 0,
      printed: expect.any(String),
      json: {
        encoding: 'utf-8',
        delimiter: ';',
        quote: '"',
        rows: [
          ['a', 'b;c'],
          ['1', ''],
        ],
      },
    })
  })
  test('prints words for people without --json', async () => {
    const { status, printed: text } = await run(CLEAN, ...PAR)
    expect(status).toBe(0)
    expect(text).toContain('3 đơn vị')
  })
  test.each([
    ['no file', []],
    ['an unknown option', [CLEAN, '--colour']],
    ['an unknown package', [CLEAN, '--package', 'none']],
    ['an answer to nothing', [CLEAN, '--answer', 'weather=good']],
    ['a file that is not there', [join(folder, 'none.csv')]],
    ['two forms of output', [CLEAN, '--json', '--cells']],
  ])('%s is wrong usage: status 64', async (_, args) => {
    const { status, printed: text } = await run(...args)
    expect(status).toBe(64)
    expect(text).toContain('npm run --silent import')
  })
})
