import { expect, test } from 'vitest'
import {
  checkedFingerprints,
  DESCRIBED,
  type Described,
  PRESENT_DOCUMENTS,
  presentFingerprints,
  releasedDocument,
} from './released.ts'
import { changes } from './test-changes.ts'

const majorOf = (version: string) => version.split('.')[0]

test.each(DESCRIBED)('what a client of the released %s relies on is there, or the major version is another', (name) => {
  const [released, present] = [releasedDocument(name), PRESENT_DOCUMENTS[name]()]
  const { breaking } = changes(released, present)
  if (majorOf(present.info.version) !== majorOf(released.info.version)) return
  expect(breaking, 'raise the major version of API-Version').toEqual([])
})

test.each(DESCRIBED)('another description of the %s has another version', (name) => {
  const [released, present] = [releasedDocument(name), PRESENT_DOCUMENTS[name]()]
  if (present.info.version !== released.info.version) return
  expect(changes(released, present).isChanged, 'raise API-Version, then `npm run api:release`').toBe(false)
})

// biome-ignore lint/suspicious/noExplicitAny: the tests take documents apart
function changed(change: (document: any) => void, described: Described = 'zaaksysteem') {
  const released = releasedDocument(described)
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
