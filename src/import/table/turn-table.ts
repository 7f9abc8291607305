import type { Column, Grid } from '@/import/file/grid'
import type { Body } from '@/import/table/body'
import type { TableColumns } from '@/import/table/columns-of'
import { fillHeader } from '@/import/table/find-header'
import type { Header, Scene } from '@/import/table/find-header'
import type { FoundTable, RowKind } from '@/import/table/found-table'
import { turnGrid } from '@/import/table/turn'
import {
  isBesideHeader,
  isMaximaLabel,
  isMeasureHeader,
  isNote,
  isRankHeader,
  isUnitLike,
  summaryOf,
} from '@/import/table/words'

const columnOf = (texts: readonly string[]): Column => {
  const codeOf = new Map([['', 0]])
  const codes = Uint32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? codeOf.size
    codeOf.set(text, code)
    return code
  })
  return { texts: [...codeOf.keys()], codes }
}

/** A table of which units head the columns, turned so that they head the rows. */
export function turnTable(
  scene: Scene,
  header: Header,
  columns: TableColumns,
  body: Body,
  titles: readonly string[],
): FoundTable {
  const { known, texture } = scene
  const { left, right, name } = columns
  const rows = [...header.rows, ...body.dataRows]
  const turned = turnGrid(texture.grid, rows, left, right)
  const filled = fillHeader(scene, header.rows, { left, right })
  const placeOf = (row: number) => (texture.grid.rows[row] ?? 0) - 1

  const isUnit = (text: string) => known.isUnit(text) || isUnitLike(text)
  const heads = filled.map((texts) => texts.filter((text, at) => text !== '' && !columns.labels.includes(left + at)))
  const unitCounts = heads.map((texts) => texts.filter(isUnit).length)
  const most = Math.max(...unitCounts)
  const unitHead = most > 0 ? unitCounts.indexOf(most) : 0
  const isPeriods = heads.map((texts) => texts.length > 0 && texts.every((text) => known.isPeriod(text)))

  const fileColumns = [...turned.columns]
  const headers = new Map<number, readonly string[]>()
  for (const [which, row] of header.rows.entries()) {
    const isKept = which === unitHead || isPeriods[which] === true
    fileColumns[placeOf(row)] = columnOf(
      isKept ? (filled[which] ?? []) : Array.from({ length: turned.rowCount }, () => ''),
    )
    // The corner of the file names what stands below it, not what stands beside it.
    if (isKept) headers.set(placeOf(row), [which === unitHead ? 'Đơn vị' : 'Năm'])
  }
  for (const row of body.dataRows) {
    const text = texture.textAt(row, name)
    if (text !== '') headers.set(placeOf(row), [text])
  }
  const grid: Grid = { ...turned, columns: fileColumns }

  const dataRows: number[] = []
  const aside: { row: number; kind: RowKind; text: string }[] = []
  let maximaRow: number | null = null
  for (let row = 0; row < turned.rowCount; row++) {
    const texts = filled.map((of) => of[row] ?? '').filter((text) => text !== '')
    const put = (kind: RowKind) => aside.push({ row, kind, text: texts.join(' | ') })
    const unit = filled[unitHead]?.[row] ?? ''
    const profile = columns.profiles[row]
    if (texts.length === 0 && (profile?.filled ?? 0) === 0) continue
    if (columns.labels.includes(left + row) || texts.some((text) => isMeasureHeader(text))) put('header')
    else if (texts.some((text) => isMaximaLabel(text))) {
      maximaRow ??= row
      put('maxima')
    } else if (isUnit(unit) && !texts.some((text) => isRankHeader(text))) dataRows.push(row)
    else if (summaryOf(unit) !== null) put('summary')
    else if (texts.some((text) => isNote(text) || isBesideHeader(text) || isRankHeader(text) || known.isHeader(text)))
      put('note')
    else dataRows.push(row)
  }
  const places = rows.map(placeOf)
  const first = Math.min(...places)
  const last = Math.max(...places)
  return {
    grid,
    turned: true,
    left: first,
    right: last,
    headerRows: [name - left],
    headers: Array.from({ length: last - first + 1 }, (_, at) => headers.get(first + at) ?? []),
    maximaRow,
    dataRows: Uint32Array.from(dataRows),
    sectionOf: null,
    aside,
    titles,
  }
}
