import writeXlsxFile from 'write-excel-file/node'
import { openFile } from '@/import/open-file'
import { SMALL_BASE } from '../fixtures/csv/base'
import type { Measured } from './harness'
import { repeated } from './harness'

const UNITS = 200
const SUB_INDICES = 25

async function workbook(): Promise<File> {
  const header = ['index', 'period', 'block', 'unit', 'sub_index', 'score', 'max_score']
  const rows = Array.from({ length: UNITS * SUB_INDICES }, (_, row) => {
    const unit = Math.floor(row / SUB_INDICES) + 1
    const subIndex = (row % SUB_INDICES) + 1
    return ['GEN', '2024', 'xa', `Đơn vị ${unit}`, `TP ${subIndex}`, ((row * 7919) % 400) / 100, 4]
  })
  const bytes = await writeXlsxFile([header, ...rows]).toBuffer()
  return new File([new Uint8Array(bytes)], '5000.xlsx')
}

/** In Node, as on the command line: from the bytes to the tables of the package. */
export async function smallWorkbook(): Promise<readonly Measured[]> {
  const file = await workbook()
  const { opened } = await repeated(async () => {
    const start = performance.now()
    const { outcome } = await openFile(file, SMALL_BASE)
    if (outcome !== 'opened') throw new Error(outcome)
    return { opened: performance.now() - start }
  })
  return [{ what: 'xlsx of 5,000 rows read to a package (Node)', values: opened, unit: 'ms' }]
}
