/**
 * Installs the packages of package-lock.json, only where they are missing or
 * others. Runs before anything is installed: Node's built-ins only.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const OLDEST_NODE = { major: 20, minor: 19 }

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked
 * @param {string} path
 * @returns {Record<string, Locked> | undefined}
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Whether node_modules holds what package-lock.json asks for; npm keeps its own list there and writes it last. */
function isInstalled() {
  const wanted = lockedPackages('package-lock.json')
  const present = lockedPackages('node_modules/.package-lock.json')
  if (wanted === undefined || present === undefined) return false
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const other = present[path]
    // Optional packages of other platforms are in the lock file only.
    return other === undefined ? optional === true : other.version === version && other.integrity === integrity
  })
}

/** Ends the process with a message where it cannot go on. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE.major || (major === OLDEST_NODE.major && minor < OLDEST_NODE.minor)) {
    console.error(
      `Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer is needed; this is ${process.version}. See https://nodejs.org`,
    )
    process.exit(1)
  }
  if (isInstalled()) return

  console.log('Installing packages (npm ci --ignore-scripts) …')
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-progress'], {
    cwd: fileURLToPath(root),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`npm ci failed${error ? `: ${error.message}` : ''}. Is the npm registry reachable?`)
    process.exit(status ?? 1)
  }
}
