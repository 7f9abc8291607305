import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Answers } from '@/import/opening'
import { readBytes } from '../fixtures/csv/read-bytes'
import type { FileRead } from '../fixtures/csv/read-bytes'

/** The suites of others lie beside the project where they are at all. */
export const SUITES = '../shared/suites'

export const namesIn = (folder: string): readonly string[] =>
  existsSync(join(SUITES, folder)) ? readdirSync(join(SUITES, folder)) : []

export const readSuiteFile = (path: string, answers: Answers = {}): Promise<FileRead> =>
  readBytes(readFileSync(join(SUITES, path)), answers, basename(path))
