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
import { changes } from './test-changes.ts'

const majorOf = (version: string) => version.split('.')[0]

test.each(SYSTEMS)('what others rely on of the released %s is there, or the major version is another', (name) => {
  const [released, present] = [allReleased(name), allPresent(name)]
  const { breaking } = changes(released, present)
  if (majorOf(present.info.version) !== majorOf(released.info.version)) return
  expect(breaking, 'raise the major version of API-Version').toEqual([])
})

test.each(SYSTEMS)('nothing of the released %s is gone before the day that clients were told', (name) => {
  const today = new Date().toISOString().slice(0, 10)
  expect(goneTooEarly(allReleased(name), allPresent(name), today)).toEqual([])
})

test.each(DESCRIBED)('the description of the %s is kept, and another one has another version', (name) => {
  const present = PRESENT_DOCUMENTS[name]()
  const { isChanged } = changes(keptDocument(name, present.info.version), present)
  expect(isChanged, '`npm run api:release`; raise API-Version first when this version was released').toBe(false)
})

test('what was released is as it was released, to the letter', () => {
  const released = releasedHashes()
  const present = Object.fromEntries(Object.keys(released).map((file) => [file, hashOfFile(file)]))
  expect(present).toEqual(released)
})

test('every description is released but that of the version in the making', () => {
  const released = releasedHashes()
  const open = keptFiles().filter((file) => !(file in released))
  expect(
    open.filter((file) => !file.endsWith(`-${API_HEADERS['API-Version']}.json`)),
    '`npm run api:release`',
  ).toEqual([])
})

/** To compare a whole document takes a second and a half, three quarters of it for what no test below changes. */
const COMPARED = {
  paths: ['/gebeurtenissen', '/zaken', '/zaken/{uuid}', '/zaken/{uuid}/statussen'],
  webhooks: ['ZaakHeropend'],
}

/** What the tests below change of a released document, with all components. */
function comparedPart(system: System) {
  const { paths, webhooks, ...document } = allReleased(system)
  if (system === 'publieksportaal') return { ...document, paths, webhooks }
  const part = (all: object | undefined, names: string[]) =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => names.includes(name)))
  return { ...document, paths: part(paths, COMPARED.paths), webhooks: part(webhooks, COMPARED.webhooks) }
}

// biome-ignore lint/suspicious/noExplicitAny: the tests take documents apart
function changed(change: (document: any) => void, system: System = 'zaaksysteem') {
  const released = comparedPart(system)
  const document = structuredClone(released)
  change(document)
  return changes(released, document)
}

test.each<[string, Parameters<typeof changed>[0]]>([
  ['an operation that is gone', ({ paths }) => delete paths['/zaken/{uuid}'].get],
  ['a webhook that is gone', ({ webhooks }) => delete webhooks.ZaakHeropend],
  [
    'a member of an event that is gone',
    ({ components }) => delete components.schemas.ZaakHeropendEvent.properties.subject,
  ],
  [
    'a member of a request that is now required',
    ({ components }) => components.schemas.Status.required.push('resultaat'),
  ],
  ['a member of a request that is gone', ({ components }) => delete components.schemas.Status.properties.resultaat],
  ['a member of an answer that is gone', ({ components }) => delete components.schemas.ZaakGewijzigd.properties.versie],
])('%s is breaking', (_, change) => {
  expect(changed(change).breaking).not.toEqual([])
})

test.each<[string, Parameters<typeof changed>[0]]>([
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
])('%s is a change and not breaking', (_, change) => {
  expect(changed(change)).toEqual({ breaking: [], isChanged: true })
})

test('an attribute that the receiver needs from now on is breaking', () => {
  const change: Parameters<typeof changed>[0] = ({ components }) =>
    components.schemas.ZaakHeropendOntvangst.required.push('time')
  expect(changed(change, 'publieksportaal').breaking).not.toEqual([])
})

test('the documents are those that the linters passed, with the same rules', () => {
  expect(checkedFingerprints(), 'run `npm run api:check`').toEqual(presentFingerprints())
})
