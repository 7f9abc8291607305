export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that Page Up and Page Down pass. */
  readonly page: number
}

/**
 * Where a key goes from a cell of a grid, as the ARIA pattern of a data grid has it; null: the key means nothing here.
 * At an edge it stays.
 */
export function nextCell(key: string, ctrl: boolean, { row, column }: GridPlace, size: GridSize): GridPlace | null {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  const to = (r: number, c: number): GridPlace => ({ row: clamp(r, size.rows), column: clamp(c, size.columns) })
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - size.page, column)
    case 'PageDown':
      return to(row + size.page, column)
    case 'Home':
      return to(ctrl ? 0 : row, 0)
    case 'End':
      return to(ctrl ? size.rows - 1 : row, size.columns - 1)
    default:
      return null
  }
}
