import { expect, it } from 'vitest'
import { qrPath } from '@/features/unit/qr-path'

it('a code has its three finders inside a quiet zone of four modules', () => {
  const { path, size } = qrPath('https://example.org/?screen=unit&unit=stp')
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const ring = (x: number, y: number) =>
    [0, 1, 2, 3, 4, 5, 6].every((i) => dark.has(`${x + i} ${y}`) && dark.has(`${x} ${y + i}`))
  expect([ring(4, 4), ring(size - 11, 4), ring(4, size - 11)]).toEqual([true, true, true])
  expect([...dark].every((at) => at.split(' ').every((n) => Number(n) >= 4 && Number(n) < size - 4))).toBe(true)
})
