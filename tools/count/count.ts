import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { measureWalks } from './walks.ts'

// `npm run count` prints how large the repository is: lines and files of each kind, of each room that is
// served, and the files with a single importer. With `--walks` it also starts an installation and measures
// how many files a request runs through.

/**
 * The patterns of each kind; a file belongs to the first kind that matches its path. Files without a kind
 * (locks, API documents, fonts) are not counted. Empty lines and comments count.
 */
const KINDS: Record<string, RegExp[]> = {
  tests: [/\.(?:test|spec)\.\w+$/, /\/test-[^/]*$/, /^e2e\//, /^(?:vitest|playwright)\.config\.ts$/],
  // Also the texts for suppliers, which are served.
  docs: [/^(?!docs\/api\/).*\.md$/],
  snippets: [/^lib\/ontwikkelaars\/snippets\/.*(?<!\.json)$/],
  demo: [/^demo\//, /^app\/\(demo\)\//, /^app\/api\/demo\//],
  seed: [/^prisma\/seed/],
  'schemas and migrations': [/^prisma\/.*\.(?:prisma|sql)$/],
  tools: [/^tools\/.*\.(?:ts|mts|cts|mjs|py|go|java|rs)$/],
  cli: [/^cli\/.*\.m?[jt]s$/],
  // Pages and rooms of both systems, processes, and commands of the operator.
  serving: [
    /^(?:app|lib)\/.*\.(?:tsx?|mjs|css|sql)$/,
    /^(?:proxy|instrumentation|instrumentation-client|next\.config)\.ts$/,
    /^scripts\/(?:web|worker|migrate|configuration|wissel-sleutels|(?:process|portaal)\/.*)\.ts$/,
  ],
  'scripts that install and start': [/^scripts\/.*\.(?:ts|mjs)$/],
}
/** A room is a folder of this depth, such as lib/zaaksysteem/zaak. */
const ROOM_DEPTH = 3
/** A file with one importer and no more lines than this could be a part of its reader. */
const SMALL_LINES = 60
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]((?:#|\.{1,2}\/)[^'"]+)['"]/g
const RECIPE = '### An act on a zaak'

type File = { path: string; text: string; lines: number; kind: string | undefined }

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(path))
  .map((path): File => {
    const text = readFileSync(path, 'utf8')
    const kind = Object.entries(KINDS).find(([, patterns]) => patterns.some((one) => one.test(path)))?.[0]
    return { path, text, lines: text.split('\n').length - 1, kind }
  })

printTable('kind', (file) => file.kind)
printTable('room that is served', ({ path, kind }) =>
  kind === 'serving' ? dirname(path).split('/').slice(0, ROOM_DEPTH).join('/') : undefined,
)

const single = findSingleImporters()
const small = single.filter(({ lines }) => lines <= SMALL_LINES)
console.log(`\n${single.length} served files have one importer, ${small.length} of them at most ${SMALL_LINES} lines`)
if (process.argv.includes('--singles')) for (const { path, lines } of small) console.log(`${lines}`.padStart(6), path)

const [recipe = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split(RECIPE)[1]?.split('\n##') ?? []
console.log(
  `${recipe.match(/^\d+\. /gm)?.length ?? 0} files make a new act on a zaak, by the recipe in CONTRIBUTING.md`,
)

if (process.argv.includes('--walks')) {
  for (const [name, walk] of Object.entries(await measureWalks())) {
    console.log(`\n${walk.length} files run for ${name}`)
    for (const path of walk) console.log(`  ${path}`)
  }
  process.exit(0)
}

/** Prints the number of files and lines of each group, largest first. */
function printTable(title: string, groupOf: (file: File) => string | undefined) {
  const counted = files.map((file) => ({ ...file, group: groupOf(file) })).filter(({ group }) => group !== undefined)
  const groups = Object.entries(Object.groupBy(counted, ({ group }) => group as string))
  const rows = groups.map(([name, members = []]) => ({ name, files: members.length, lines: sumLines(members) }))
  const total = { name: 'together', files: counted.length, lines: sumLines(counted) }
  console.log(`\n${title.padEnd(44)}   files    lines`)
  for (const row of [...rows.sort((a, b) => b.lines - a.lines), total]) {
    console.log(row.name.padEnd(44) + `${row.files}`.padStart(8) + row.lines.toLocaleString('en').padStart(9))
  }
}

function sumLines(members: { lines: number }[]): number {
  return members.reduce((sum, { lines }) => sum + lines, 0)
}

/** Returns the served files under app and lib with exactly one importer, not counting tests. */
function findSingleImporters(): File[] {
  const importers = new Map<string, number>()
  for (const { path, text } of files.filter(({ kind }) => kind !== 'tests')) {
    const targets = [...text.matchAll(IMPORT)].map(([, specifier = '']) =>
      specifier.startsWith('#') ? specifier.slice(1) : join(dirname(path), specifier),
    )
    for (const target of new Set(targets)) importers.set(target, (importers.get(target) ?? 0) + 1)
  }
  return files.filter(({ path, kind }) => kind === 'serving' && importers.get(path) === 1)
}
