import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What each folder of src/ may import besides itself; CONTRIBUTING.md says it in words. `type` marks types only. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  import: ['@/domain/'],
  db: ['@/domain/'],
  answers: ['@/db/', '@/domain/'],
  queries: ['@/answers/', '@/db/questions/', '@/db/define-question', '@/domain/', 'type @/import/opening'],
  view: ['@/domain/'],
  i18n: ['@/domain/'],
  export: ['@/view/', '@/ui/', '@/i18n/', '@/domain/', '@/db/questions/'],
  charts: ['@/domain/', '@/export/', '@/i18n/', '@/ui/'],
  ui: ['@/i18n/', '@/domain/'],
  findings: ['@/db/questions/', '@/charts/', '@/i18n/', '@/domain/'],
  features: [
    '@/queries/',
    '@/view/',
    '@/findings/',
    '@/charts/',
    '@/export/',
    '@/ui/',
    '@/i18n/',
    '@/domain/',
    '@/db/questions/',
    'type @/import/opening',
  ],
  app: ['@/'],
}

const ENGINES = ['@/db/browser', '@/db/node']

const root = join(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
)
const screens = readdirSync(join(root, 'src/features'))

/** `features/ranking/x.ts` lies in `features/ranking`, `db/x.ts` in `db`. */
const folderOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('features/') ? 2 : 1)
    .join('/')

function mayImport(folder: string, target: string): boolean {
  const allowed = ALLOWED[folder.split('/')[0] ?? ''] ?? []
  const path = target.replace('type ', '')
  if (ENGINES.includes(path)) return false
  return path.startsWith(`@/${folder}/`) || allowed.some((one) => target.startsWith(one) || path.startsWith(one))
}

describe('imports that cross the layers', () => {
  const folders = Object.keys(ALLOWED).flatMap((layer) =>
    layer === 'features' ? screens.map((screen) => `features/${screen}`) : layer,
  )
  /** One import of everything there is. */
  const planted = [
    ...folders.map((folder) => `@/${folder}/x`),
    '@/db/questions/units',
    '@/db/define-question',
    ...ENGINES,
    '@/import/opening',
    'type @/import/opening',
  ]
  const climbing = '../domain/x'
  const files = new Map<string, readonly string[]>([
    ['src/app/browser-engine.ts', planted],
    ...folders.map((folder) => [`src/${folder}/planted.ts`, [...planted, climbing]] as const),
  ])

  let temp = ''
  const refused = new Map<string, Set<string>>()

  beforeAll(() => {
    temp = mkdtempSync(join(tmpdir(), 'layers-'))
    copyFileSync(join(root, '.oxlintrc.json'), join(temp, '.oxlintrc.json'))
    for (const [path, targets] of files) {
      refused.set(path, new Set())
      mkdirSync(dirname(join(temp, path)), { recursive: true })
      const lines = targets.map((target, i) => {
        const [, type = '', from = ''] = /^(type )?(.+)$/.exec(target) ?? []
        return `import ${type}{ X as X${i} } from '${from}'`
      })
      writeFileSync(join(temp, path), `${lines.join('\n')}\n`)
    }
    const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: temp, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[]
    }
    for (const { code, filename, labels } of diagnostics) {
      if (code !== 'eslint(no-restricted-imports)') continue
      const path = filename.replaceAll('\\', '/')
      refused.get(path)?.add(files.get(path)![labels[0]!.span.line - 1]!)
    }
  })

  afterAll(() => rmSync(temp, { recursive: true, force: true }))

  it.each(folders)('%s imports only what lies below it', (folder) => {
    const expected = planted.filter((target) => !mayImport(folder, target))
    expect(refused.get(`src/${folder}/planted.ts`)).toEqual(new Set([...expected, climbing]))
  })

  it('one module of the entry point chooses the engine of the browser, and nothing the one of Node', () => {
    expect(refused.get('src/app/browser-engine.ts')).toEqual(new Set(['@/db/node']))
  })
})

it('every folder of src is a layer', () => {
  const folders = sources.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? '')
  expect([...new Set(folders)].filter((folder) => !(folder in ALLOWED))).toEqual([])
})

it('there are no barrels', () => {
  expect(sources.filter((path) => /(?:^|\/)index\.tsx?$/.test(path))).toEqual([])
})

// The linter looks at static imports only.
it('a dynamic import crosses no layer that a static one may not', () => {
  const crossing = sources
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .flatMap((path) =>
      [...readFileSync(join(root, 'src', path), 'utf8').matchAll(/\bimport\(\s*['"`](@\/[^'"`]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !mayImport(folderOf(path), target))
        .map((target) => `${path} → ${target}`),
    )
  expect(crossing).toEqual([])
})
