/** `npm test`: installs what is missing, a Chromium included, then runs every check; the first that fails ends the run. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} run
 * @property {{ file: string, read: (report: any) => Counts }} [tests]
 * @property {boolean} [beside] Runs at the same time as the step before; neither of the two fills both cores.
 */

const vitestReport = (/** @type {string} */ file) => ({
  file,
  read: (/** @type {any} */ { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0 }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }),
})

const playwrightReport = (/** @type {string} */ file) => ({
  file,
  read: (/** @type {any} */ { stats: { expected, flaky, unexpected, skipped } }) => ({
    passed: expected + flaky,
    failed: unexpected,
    skipped,
  }),
})

const REPORTS = 'build/test-reports'
const vitest = (/** @type {string} */ project) =>
  `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${REPORTS}/${project}.json`

/** @type {readonly Step[]} */
const STEPS = [
  { name: 'format', run: 'oxfmt --check' },
  { name: 'lint', run: 'oxlint --type-aware --deny-warnings' },
  { name: 'types', run: 'tsc', beside: true },
  { name: 'dead code', run: 'knip' },
  { name: 'data', run: 'npm run --silent check-data', beside: true },
  { name: 'unit and contract', run: vitest('unit'), tests: vitestReport('unit') },
  { name: 'browser', run: vitest('browser'), tests: vitestReport('browser') },
  { name: 'build', run: 'npm run --silent build', beside: true },
  { name: 'size', run: 'size-limit' },
  { name: 'end to end', run: 'playwright test --reporter=list,json', tests: playwrightReport('e2e') },
]

ensureInstalled()
try {
  process.env['CHROMIUM_PATH'] = ensureChromium()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
console.log(`Browser: ${process.env['CHROMIUM_PATH']}`)

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

/** @param {Step['tests']} tests */
function countTests(tests) {
  const path = `${REPORTS}/${tests?.file}.json`
  if (tests === undefined || !existsSync(path)) return { passed: 0, failed: 0, skipped: 0 }
  return tests.read(JSON.parse(readFileSync(path, 'utf8')))
}

const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const summary = []
let exitCode = 0

/** @param {Step} step */
async function runStep({ name, run, tests }) {
  console.log(`\n── ${name}: ${run}`)
  const started = performance.now()
  // `npm run` and `npx` cost a second each; the programs of the project are called directly.
  const child = spawn(run, {
    stdio: 'inherit',
    shell: true,
    env: {
      ...process.env,
      PATH: `${root}node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env['PATH']}`,
      PLAYWRIGHT_JSON_OUTPUT_FILE: `${REPORTS}/e2e.json`,
    },
  })
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const counts = countTests(tests)
  // A step that fails without a failing test is one failure, so that the closing line never reads "0 failed" then.
  if (status !== 0 && counts.failed === 0) counts.failed = 1
  if (status !== 0) exitCode = status
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  const note = tests === undefined ? '' : `  ${counts.passed} passed, ${counts.failed} failed`
  console.log(`── ${name}: ${status === 0 ? 'ok' : `FAILED (exit code ${status})`}, ${seconds} s`)
  summary.push(`  ${status === 0 ? '✓' : '✗'}  ${name.padEnd(20)}${seconds.padStart(7)} s${note}`)
}

for (let at = 0; at < STEPS.length;) {
  const end = STEPS[at + 1]?.beside === true ? at + 2 : at + 1
  const steps = STEPS.slice(at, end)
  if (exitCode === 0) await Promise.all(steps.map(runStep))
  else for (const { name } of steps) summary.push(`  –  ${name.padEnd(20)}  not run`)
  at = end
}

console.log(`\n${summary.join('\n')}\n`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = exitCode
