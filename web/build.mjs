// Builds the web interface when one of its inputs changed; otherwise does nothing: node build.mjs
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'package-lock.json',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'eslint.config.js',
  'public',
  'src',
  '../app/openapi.json',
  'build.mjs',
]

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hash(...paths) {
  const sum = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(filesUnder)) sum.update(file).update(readFileSync(file))
  return sum.digest('hex')
}

const isFresh = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

function npm(...args) {
  try {
    execFileSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  } catch (fault) {
    if (fault.code === 'ENOENT') console.error('npm was not found: install Node.js 20 or later, with npm')
    else console.error(`npm ${args.join(' ')} failed`)
    process.exit(1)
  }
}

const dependencies = hash('package.json', 'package-lock.json')
if (!isFresh('node_modules/.stamp', dependencies)) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync('node_modules/.stamp', dependencies)
}

if (isFresh('dist/.stamp', hash(...SOURCES))) {
  console.log('web interface is up to date')
} else {
  if (existsSync('../app/openapi.json')) npm('run', '--silent', 'gen')
  npm('run', '--silent', 'lint')
  npm('run', '--silent', 'test')
  npm('run', '--silent', 'build')
  // taken again: generating the types is part of the build
  writeFileSync('dist/.stamp', hash(...SOURCES))
}
