/**
 * Finds a Chromium for the tests, or gets one: what is installed, else
 * Playwright's own download, else Debian's package when root. Only Node's
 * built-ins at import time, so that it runs right after the install.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
]

const MAC_APPLICATIONS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

const MINUTE = 60_000

const isRoot = process.getuid?.() === 0

/** Without these Chromium looks for updates, components and accounts on the Internet at every start. */
const QUIET_FLAGS = [
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/**
 * Launch options for Playwright. Chromium's sandbox cannot start as root, and is kept for everyone else.
 * @param {string | undefined} executablePath undefined: Playwright's own browser, with its own message if there is none
 */
export const launchOptions = (executablePath) => ({
  ...(executablePath === undefined ? {} : { executablePath }),
  headless: true,
  chromiumSandbox: !isRoot,
  args: QUIET_FLAGS,
})

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * Whether a program starts: a download may lack libraries of the system, and a command may be
 * a stub that only tells where to get the browser. Elsewhere than on Linux, asking opens a window.
 * @param {string} path
 */
function starts(path) {
  if (!isProgram(path)) return false
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

function usualPlaces() {
  const { env } = process
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        MAC_APPLICATIONS.map((application) => join(folder, application)),
      )
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => join(folder, program)))
    default:
      return COMMANDS.flatMap((command) => [...onPath, '/usr/bin', '/snap/bin'].map((folder) => join(folder, command)))
  }
}

/** Playwright's own Chromium, where it was downloaded before. */
function downloaded() {
  try {
    const path = createRequire(import.meta.url)('playwright').chromium.executablePath()
    return starts(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Path of a Chromium, Chrome or Edge on this machine, or undefined. Installs nothing. */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen !== undefined && chosen !== '') {
    if (!isProgram(chosen)) throw new Error(`CHROMIUM_PATH is "${chosen}", which is not a program that can be run.`)
    return chosen
  }
  return usualPlaces().find(starts) ?? downloaded()
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} timeout ms
 */
function attempt(command, args, timeout) {
  console.log(`$ ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    timeout,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** Path of a Chromium, installed if need be; throws with what was tried when none can be had. */
export function ensureChromium() {
  const found = findChromium()
  if (found !== undefined) return found
  console.log('No Chromium, Chrome or Edge found; getting one for the tests.')

  const tried = ['CHROMIUM_PATH is not set', 'no Chromium, Chrome or Edge in the usual places or on PATH']

  if (attempt('npx', ['--no-install', 'playwright', 'install', 'chromium'], 5 * MINUTE)) {
    const path = downloaded()
    if (path !== undefined) return path
  }
  tried.push('`npx playwright install chromium` did not bring one that starts')

  if (process.platform === 'linux' && isRoot && existsSync('/usr/bin/apt-get')) {
    const installed =
      attempt('apt-get', ['-qq', 'update'], 3 * MINUTE) &&
      attempt('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], 8 * MINUTE)
    const path = installed ? findChromium() : undefined
    if (path !== undefined) return path
    tried.push('`apt-get install chromium` did not bring one that starts')
  } else {
    tried.push('`apt-get install chromium` needs Debian or Ubuntu, and root')
  }

  throw new Error(
    [
      'No browser for the tests. What was tried:',
      ...tried.map((line) => `  - ${line}`),
      'What to do: install Chromium, Chrome or Edge (Debian: `sudo apt-get install chromium`),',
      'or set CHROMIUM_PATH to the program of one, and run `npm test` again.',
    ].join('\n'),
  )
}
