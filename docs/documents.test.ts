import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DEMO_GEMACHTIGDEN } from '#demo/stage/demo-gemachtigden.ts'
import { DEMO_BEHEERDERS } from '#lib/publieksportaal/sign-in/beheerder/beheerders.ts'
import { API_SCOPES } from '#lib/zaaksysteem/env.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'

const ROOT = join(import.meta.dirname, '..')
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md', 'cli/*.md'], { cwd: ROOT })
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

const read = (document: string) => readFileSync(join(ROOT, document), 'utf8')

const SOURCE = globSync('lib/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.includes('.test.'))
  .map((file) => read(file))
  .join('')

/** The anchors of the headings, as GitLab and GitHub generate them. */
function anchorsOf(document: string): string[] {
  const headings = [...read(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test.each(DOCUMENTS)('no link in %s is broken', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g)]
  const broken = links.filter(([, path = '', anchor]) => {
    const target = path ? join(dirname(document), path) : document
    return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor))
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

const PEOPLE = [...DEMO_BEHANDELAARS, ...DEMO_BURGERS, ...DEMO_GEMACHTIGDEN, ...DEMO_BEHEERDERS]

test('docs/demo.md names each person of the demo, and the team of each medewerker', () => {
  const demo = read('docs/demo.md')
  expect(PEOPLE.filter(({ naam }) => !demo.includes(naam))).toEqual([])
  const teams = DEMO_BEHANDELAARS.filter(({ naam, team }) => !new RegExp(`\\| ${naam} +\\| ${team} +\\|`).test(demo))
  expect(teams).toEqual([])
})

test.each(DOCUMENTS)('package.json has every npm script that %s names', (document) => {
  const named = [...read(document).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

const CURRENT = DOCUMENTS.filter((document) => document !== 'CHANGELOG.md')

test.each(CURRENT)('docs/configuration.md has every variable that %s names', (document) => {
  const named = read(document).match(/\b(?:ZAAKSYSTEEM|PUBLIEKSPORTAAL)_[A-Z0-9_]*[A-Z0-9]\b(?!_)/g) ?? []
  expect(named.filter((name) => !read('docs/configuration.md').includes(`| \`${name}\` `))).toEqual([])
})

test.each(CURRENT)('the source has every metric that %s names', (document) => {
  const named = read(document).match(/\bzaakbode_[a-z_]+(?=[`{])/g) ?? []
  expect(named.filter((name) => !SOURCE.includes(`'${name}'`))).toEqual([])
})

test('each file that a recipe of CONTRIBUTING names exists', () => {
  const [, recipes = ''] = read('CONTRIBUTING.md').split('## Recipes')
  const named = [...recipes.matchAll(/`([\w()/-]+\.(?:tsx?|md|prisma|yaml))`/g)].map(([, file = '']) => file)
  const files = globSync('{app,lib,prisma,tools,e2e,docs,cli}/**/*.*', { cwd: ROOT }).map((file) => `/${file}`)
  expect(named.filter((file) => !files.some((one) => one.endsWith(`/${file}`)))).toEqual([])
})

describe.each(['lib/zaaksysteem', 'lib/publieksportaal'])('the rooms of %s in CONTRIBUTING', (system) => {
  const [, table = ''] = read('CONTRIBUTING.md').split(`| \`${system}/\``)
  const [rows = ''] = table.split('\n\n')
  const rooms = [...rows.matchAll(/^\| `([\w-]+)` +\|.*\| `([\w./-]+)`[^|]*\|$/gm)].map(
    ([, room = '', start = '']) => ({ room, start }),
  )

  test('are all folders of that system', () => {
    const folders = readdirSync(join(ROOT, system), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const named = folders.map(({ name }) => name).filter((name) => name !== 'generated')
    expect(rooms.map(({ room }) => room).toSorted()).toEqual(named.toSorted())
  })

  test('begin with a file that exists', () => {
    expect(rooms.filter(({ room, start }) => !existsSync(join(ROOT, system, room, start)))).toEqual([])
  })
})

test('docs/operating/receivers.md lists exactly the scopes of the API', () => {
  const scopes = read('docs/operating/receivers.md').matchAll(/^\| `([a-z]+\.[a-z.]+)` /gm)
  expect([...scopes].map(([, scope]) => scope).toSorted()).toEqual([...API_SCOPES].toSorted())
})

test('the README has at most 120 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(120)
})

test.each(DOCUMENTS.filter((document) => document.startsWith('docs/decisions/')))('%s fits on one page', (document) => {
  expect(read(document).trimEnd().split('\n').length).toBeLessThanOrEqual(60)
})
