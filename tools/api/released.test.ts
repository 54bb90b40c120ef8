import { expect, test } from 'vitest'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { goneTooEarly } from '#lib/platform/openapi/transition.ts'
import {
  allPresent,
  allReleased,
  checkedFingerprints,
  DESCRIBED,
  hashOfFile,
  keptDocument,
  keptFiles,
  PRESENT_DOCUMENTS,
  presentFingerprints,
  releasedHashes,
  SYSTEMS,
  type System,
} from './released.ts'
import { changes, isChanged } from './test-changes.ts'

const majorOf = (version: string) => version.split('.')[0]

test.each(SYSTEMS)(
  'the present API keeps what clients rely on of the released %s, or has another major version',
  (name) => {
    const [released, present] = [allReleased(name), allPresent(name)]
    const { breaking } = changes(released, present)
    if (majorOf(present.info.version) !== majorOf(released.info.version)) return
    expect(breaking, 'raise the major version of API-Version').toEqual([])
  },
)

test.each(SYSTEMS)('nothing of the released %s is removed before its announced sunset date', (name) => {
  const today = new Date().toISOString().slice(0, 10)
  expect(goneTooEarly(allReleased(name), allPresent(name), today)).toEqual([])
})

test.each(DESCRIBED)('the description of the %s is stored, and a changed one has another version', (name) => {
  const present = PRESENT_DOCUMENTS[name]()
  const kept = keptDocument(name, present.info.version)
  expect(
    isChanged(kept, present),
    '`npm run api:release`; raise API-Version first when this version was released',
  ).toBe(false)
})

test('released documents are unchanged, byte for byte', () => {
  const released = releasedHashes()
  const present = Object.fromEntries(Object.keys(released).map((file) => [file, hashOfFile(file)]))
  expect(present).toEqual(released)
})

test('every description is released except that of the version in the making', () => {
  const released = releasedHashes()
  const open = keptFiles().filter((file) => !(file in released))
  expect(
    open.filter((file) => !file.endsWith(`-${API_HEADERS['API-Version']}.json`)),
    '`npm run api:release`',
  ).toEqual([])
})

/** Comparing a whole document takes seconds, mostly for parts that no test below changes. */
const COMPARED = {
  paths: ['/gebeurtenissen', '/zaken', '/zaken/{uuid}', '/zaken/{uuid}/statussen'],
  webhooks: ['ZaakHeropend'],
}

/** The part of a released document that the tests below change, with its components. */
function comparedPart(system: System) {
  const { paths, webhooks, components: all = {}, ...document } = allReleased(system)
  const components = all as Record<string, Record<string, unknown> | undefined>
  const part = (all: object | undefined, names: string[]) =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => names.includes(name)))
  const compared =
    system === 'publieksportaal'
      ? { paths, webhooks }
      : { paths: part(paths, COMPARED.paths), webhooks: part(webhooks, COMPARED.webhooks) }
  const named = new Set<string>()
  function collect(from: unknown) {
    for (const [, kind = '', name = ''] of JSON.stringify(from ?? null).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      if (named.has(`${kind}/${name}`)) continue
      named.add(`${kind}/${name}`)
      collect(components[kind]?.[name])
    }
  }
  collect(compared)
  const kept = Object.entries(components).map(([kind, all]) => [
    kind,
    Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => named.has(`${kind}/${name}`))),
  ])
  return { ...document, ...compared, components: Object.fromEntries(kept) }
}

// biome-ignore lint/suspicious/noExplicitAny: the tests take documents apart
type Change = (document: any) => void

/** A part of a released document, before and after these changes; one comparison covers them all. */
function changed(all: Change[], system: System = 'zaaksysteem') {
  const released = comparedPart(system)
  const document = structuredClone(released)
  for (const change of all) change(document)
  return { released, document }
}

const BREAKING: [string, Change, RegExp][] = [
  [
    'an operation that is gone',
    ({ paths }) => delete paths['/zaken/{uuid}'].get,
    /^remove paths\/\/zaken\/{uuid}\/get$/,
  ],
  ['a webhook that is gone', ({ webhooks }) => delete webhooks.ZaakHeropend, /^remove paths\/\/webhooks\/ZaakHeropend/],
  [
    'a member of an event that is gone',
    ({ components }) => delete components.schemas.ZaakHeropendEvent.properties.subject,
    /^remove paths\/\/gebeurtenissen\/.*\/properties\/subject$/,
  ],
  [
    'a member of a request that is gone',
    ({ components }) => delete components.schemas.Status.properties.resultaat,
    /^remove .*\/statussen\/post\/requestBody\/.*\/properties\/resultaat$/,
  ],
  [
    'a member of an answer that is gone',
    ({ components }) => delete components.schemas.ZaakGewijzigd.properties.versie,
    /^remove .*\/responses\/201\/.*\/properties\/versie$/,
  ],
]

test('removing something that clients rely on is breaking', () => {
  const { released, document } = changed(BREAKING.map(([, change]) => change))
  const { breaking } = changes(released, document)
  for (const [what, , told] of BREAKING) expect(breaking, what).toContainEqual(expect.stringMatching(told))
})

test('making a member of a request required is breaking', () => {
  const { released, document } = changed([({ components }) => components.schemas.Status.required.push('resultaat')])
  expect(changes(released, document).breaking).not.toEqual([])
})

const HARMLESS: [string, Change][] = [
  [
    'a new member of an answer',
    ({ components }) => Object.assign(components.schemas.ZaakGewijzigd.properties, { extra: {} }),
  ],
  [
    'a new member of an answer that is always there',
    ({ components }) => {
      components.schemas.ZaakGewijzigd.properties.extra = { type: 'string' }
      components.schemas.ZaakGewijzigd.required.push('extra')
    },
  ],
  [
    'a new code of a problem, after which its component is named',
    (document) => {
      const [[name, response]] = Object.entries<object>(document.components.responses) as [[string, object]]
      const renamed = JSON.parse(JSON.stringify(document.paths).replaceAll(`/${name}"`, '/Anders"'))
      const { [name]: _, ...others } = document.components.responses
      const text = JSON.stringify(response).replace('"enum":[', '"enum":["nieuw",')
      Object.assign(document, { paths: renamed })
      Object.assign(document.components, { responses: { ...others, Anders: JSON.parse(text) } })
    },
  ],
  ['another summary', ({ paths }) => Object.assign(paths['/zaken'].get, { summary: 'Other' })],
]

test.each(HARMLESS)('%s is a change', (_, change) => {
  const { released, document } = changed([change])
  expect(isChanged(released, document)).toBe(true)
})

test('none of these changes is breaking', () => {
  const { released, document } = changed(HARMLESS.map(([, change]) => change))
  expect(changes(released, document).breaking).toEqual([])
})

test('a newly required attribute of the receiver is breaking', () => {
  const change: Change = ({ components }) => components.schemas.ZaakHeropendOntvangst.required.push('time')
  const { released, document } = changed([change], 'publieksportaal')
  expect(changes(released, document).breaking).not.toEqual([])
})

test('the documents and the rules are those of the last passed check', () => {
  expect(checkedFingerprints(), 'run `npm run api:check`').toEqual(presentFingerprints())
})
