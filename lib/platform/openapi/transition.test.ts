import { expect, test } from 'vitest'
import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { negotiate } from './negotiate.ts'
import { type Operation, toPaths } from './operation.ts'
import { goneTooEarly, inTransition, partsOf } from './transition.ts'

const GOES = { since: '2026-12-01', until: '2027-06-01', instead: 'GET /dossiers' }
const old = z
  .object({ naam: z.string().meta(inTransition(GOES)), adres: z.array(z.object({ straat: z.string() })) })
  .meta({ id: 'Oud' })
const operation: Operation = {
  on: 'GET /oud',
  id: 'oudLezen',
  tag: 'Oud',
  summary: 'Reads it',
  transition: GOES,
  answers: { 200: { description: 'It.', schema: old } },
}
const document = createDocument({
  openapi: '3.1.1',
  info: { title: 'Oud', version: '1.0.0' },
  paths: toPaths([operation], { url: 'https://zaaksysteem.test' }),
})

test('an operation with a transition is described as deprecated, with its headers', () => {
  const described = document.paths?.['/oud']?.get as Record<string, unknown> & {
    responses: Record<string, { headers: object }>
  }
  expect(described).toMatchObject({ deprecated: true, 'x-deprecated-since': '2026-12-01', 'x-sunset': '2027-06-01' })
  expect(Object.keys(described.responses[200]?.headers ?? {})).toEqual(
    expect.arrayContaining(['API-Version', 'Deprecation', 'Sunset', 'Link', 'ETag']),
  )
})

test('its responses have the headers Deprecation, Sunset (RFC 9745, RFC 8594) and Link', async () => {
  const answer = await negotiate(operation, new Request('https://zaaksysteem.test/oud'), async () => Response.json({}))
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    deprecation: '@1796083200',
    sunset: 'Tue, 01 Jun 2027 00:00:00 GMT',
    link: '</ontwikkelaars/wijzigingen>; rel="deprecation"; type="text/html"',
  })
})

test('a transition of less than six months throws', () => {
  expect(() => inTransition({ ...GOES, until: '2027-05-31' })).toThrow(RangeError)
})

test('the list names every part that is removed and every part that is kept', () => {
  expect([...partsOf(document)].filter(([name]) => !name.startsWith('Problem'))).toEqual([
    ['GET /oud', GOES],
    ['Oud.naam', GOES],
    ['Oud.adres', undefined],
    ['Oud.adres[].straat', undefined],
  ])
})

test('a part may be missing only after its announced date', () => {
  const { ProblemDetail } = document.components?.schemas ?? {}
  const without = { paths: {}, components: { schemas: { ProblemDetail } } }
  expect(goneTooEarly(document, without, '2027-06-01')).toEqual(['Oud.adres', 'Oud.adres[].straat'])
  expect(goneTooEarly(document, without, '2027-05-31')).toHaveLength(4)
  expect(goneTooEarly(document, document, '2027-01-01')).toEqual([])
})
