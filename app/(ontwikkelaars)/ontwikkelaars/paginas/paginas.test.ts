import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MarkedToken, marked, type Token } from 'marked'
import { expect, test } from 'vitest'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { MAX_GEBEURTENISSEN, MAX_SEQUENCE, MAX_WACHT_SECONDS } from '#lib/contract/gebeurtenissen-page.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { STANDARD_SCHEDULE } from '#lib/zaaksysteem/bezorging/record/poging.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { REFUSALS } from '#lib/zaaksysteem/zaak/api/refusals.ts'
import { ERROR_CODES } from '../fouten/error-codes.ts'
import { handtekeningPagina, handtekeningPath, PATHS } from '../paths.ts'
import { anchorOf, PAGINAS, type Pagina, parseInset, toSections } from './pagina.ts'

const read = (taal: Taal, pagina: Pagina) => readFileSync(join(import.meta.dirname, taal, `${pagina}.md`), 'utf8')
const parse = (taal: Taal, pagina: Pagina) => marked.lexer(read(taal, pagina)) as MarkedToken[]
const headings = (taal: Taal, pagina: Pagina) => parse(taal, pagina).filter((token) => token.type === 'heading')
const tables = (taal: Taal, pagina: Pagina) => parse(taal, pagina).filter((token) => token.type === 'table')

function allTokens(taal: Taal): Token[] {
  const tokens: Token[] = []
  for (const pagina of PAGINAS) marked.walkTokens(parse(taal, pagina), (token) => void tokens.push(token))
  return tokens
}

test.each(TALEN)('the folder of %s holds exactly these pages', (taal) => {
  const files = readdirSync(join(import.meta.dirname, taal))
  expect(files.toSorted()).toEqual(PAGINAS.map((pagina) => `${pagina}.md`).toSorted())
})

test.each(PAGINAS)('%s has the same headings, lists, tables and insets in both languages', (pagina) => {
  const outline = (taal: Taal) =>
    parse(taal, pagina).map((token) => {
      if (token.type === 'heading') return `heading ${token.depth}`
      if (token.type === 'list') return `list of ${token.items.length}`
      if (token.type === 'table') return `table of ${token.rows.length}`
      if (token.type !== 'html') return token.type
      const { name, captions } = parseInset(token.text)
      return `${name} with ${captions.length}`
    })
  expect(outline('en')).toEqual(outline('nl'))
})

const VALUE = /\{(\w+)\}/g
const valuesOf = (tokens: MarkedToken[]) => {
  const names = new Set<string>()
  marked.walkTokens(tokens, (token) => {
    if (token.type === 'text' && !token.tokens) for (const [, name] of token.text.matchAll(VALUE)) names.add(name)
  })
  return names
}

test.each(PAGINAS)('%s has the same placeholders in both languages', (pagina) => {
  expect(valuesOf(parse('en', pagina))).toEqual(valuesOf(parse('nl', pagina)))
})

test.each(TALEN)('each heading of a page in %s has a unique anchor', (taal) => {
  for (const pagina of PAGINAS) {
    const anchors = headings(taal, pagina).map(({ text }) => anchorOf(text))
    expect(new Set(anchors).size).toBe(anchors.length)
    expect(anchors).not.toContain('')
  }
})

test.each(TALEN)('each link of the pages in %s leads to an existing target', (taal) => {
  const pages = [...Object.values(PATHS), ...credentialtype.options.map(handtekeningPath)] as string[]
  const hrefs = allTokens(taal).flatMap((token) => (token.type === 'link' ? [token.href] : []))
  expect(hrefs.length).toBeGreaterThan(3)
  for (const href of hrefs) expect(pages.includes(href) || existsSync(join('app', href, 'route.ts')), href).toBe(true)
})

test.each(TALEN)('each page in %s has the title that the menu shows', (taal) => {
  for (const [pagina, naam] of Object.entries(ontwikkelaarsMenu[taal].paginas)) {
    if (PAGINAS.includes(pagina as Pagina)) expect(headings(taal, pagina as Pagina)[0]?.text).toBe(naam)
  }
  for (const type of credentialtype.options) expect(headings(taal, handtekeningPagina(type))[0]?.text).toBe(type)
})

const NAMED = /\b(?:GET|POST|PUT|DELETE) \/[a-z/{}]+/g
const known: ReadonlySet<string> = new Set(OPERATIONS.map(({ on }) => on))

test.each(TALEN)('the requests on the pages in %s name existing operations of the API', (taal) => {
  const named = PAGINAS.flatMap((pagina) => read(taal, pagina).match(NAMED) ?? [])
  expect(named).toContain('DELETE /abonnementen/{id}')
  expect(named.filter((operation) => !known.has(operation))).toEqual([])
})

test.each(TALEN)('the page in %s states the maximum page size of events', (taal) => {
  const said = read(taal, 'bezorgen')
  for (const most of [MAX_GEBEURTENISSEN, MAX_WACHT_SECONDS, MAX_SEQUENCE])
    expect(said).toMatch(new RegExp(`\\b${most}\\b`))
})

test.each(TALEN)('the page in %s writes no limit as a literal number', (taal) => {
  const limits = toSections(parse(taal, 'bezorgen')).find(({ kop }) => ['Grenzen', 'Limits'].includes(kop))
  const list = limits?.tokens.find((token) => token.type === 'list')
  expect(valuesOf(list ? [list] : []).size).toBe(10)
  expect(list?.raw).not.toMatch(/\d/)
})

test.each(TALEN)('zaakbode documents each command that the pages in %s name', (taal) => {
  const help = readFileSync(`cli/zinnen/${taal}.mjs`, 'utf8')
  const named = allTokens(taal).flatMap((token) =>
    token.type === 'codespan' && token.text.startsWith('zaakbode ') ? [token.text.split(' ')] : [],
  )
  expect(named.length).toBeGreaterThan(5)
  for (const [zaakbode, command, what = ''] of named)
    expect(help).toMatch(new RegExp(`^.*${zaakbode} ${command}\\b.*\\b${what}\\b`, 'm'))
})

test.each(TALEN)('the page in %s states the retry schedule of a bezorging', (taal) => {
  const units: Record<string, number> = { s: 1, min: 60, h: 3600, uur: 3600 }
  const [, retries] = tables(taal, 'bezorgen')
  const [, ...waits] = retries?.rows.map((cells) => (cells[1]?.text ?? '').split(' ')) ?? []
  expect(waits.map(([count, unit = '']) => Number(count) * (units[unit] ?? Number.NaN))).toEqual(STANDARD_SCHEDULE)
})

test.each(TALEN)('the changes in %s begin with the current API version', (taal) => {
  const [, , newest] = toSections(parse(taal, 'wijzigingen'))
  expect(newest?.kop).toMatch(new RegExp(`^${API_HEADERS['API-Version']} · `))
})

/** A code as a property, as an argument of `refuse`, or as a key in a table of refusals. */
const MADE = /\bcode: '([a-z_]+)'|refuse\(\d{3}, '([a-z_]+)'|^ {2}([a-z_]+): \{\s*status: \d{3}/gm

const sources = globSync(
  'lib/{zaaksysteem,platform/bestand,platform/http,platform/openapi,platform/web-server}/**/*.ts',
)
  .filter((path) => !path.includes('generated') && !/\.test\.|\/test-/.test(path))
  .map((path) => readFileSync(path, 'utf8'))

const listed = (taal: Taal) => [
  ...(tables(taal, 'fouten')[0]?.rows.map(([code]) => (code?.text ?? '').replaceAll('`', '')) ?? []),
  ...Object.keys(REFUSALS),
]

test.each(TALEN)('the API can return every code on the page in %s', (taal) => {
  const unused = listed(taal).filter((code) => !sources.some((text) => new RegExp(`\\b${code}\\b`).test(text)))
  expect(unused).toEqual([])
})

test.each(TALEN)('the page in %s lists every code that a problem is made with', (taal) => {
  const made = sources
    .filter((text) => text.includes('problemResponse('))
    .flatMap((text) => [...text.matchAll(MADE)].map((match) => match.slice(1).find(Boolean) as string))
  expect(made.length).toBeGreaterThan(20)
  const described = OPERATIONS.flatMap(({ problems = {} }) => Object.keys(problems))
  const told = [...listed(taal), ...ERROR_CODES.map(({ code }) => code)]
  expect([...made, ...described].filter((code) => !told.includes(code))).toEqual([])
})
