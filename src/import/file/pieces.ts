/** Large enough that starting a read costs little, small enough that progress is seen. */
const PIECE_LENGTH = 1 << 20

/** The bytes of a file, a megabyte at a time: never all of them at once. */
export async function* inPieces(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < file.size; start += PIECE_LENGTH)
    yield new Uint8Array(await file.slice(start, start + PIECE_LENGTH).arrayBuffer())
}
