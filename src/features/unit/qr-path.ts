import { encode } from 'uqr'

/** A QR code as one SVG path: modules of 1 × 1 in a square of `size`, quiet zone of four modules included. Throws above about 2,300 letters. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { path, size }
}
