import { afterAll, beforeAll, expect, test } from 'vitest'
import { SOURCE, startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { testZaak } from '../test-zaak.ts'
import { fetchGebeurtenissen } from './zaaksysteem-api.ts'

let bron: TestBron
beforeAll(async () => {
  bron = await startTestBron()
})
afterAll(() => bron.close())

const headers = { 'Hoogste-Sequence': '9' }
const event = (sequence: number) =>
  statusGewijzigd({ zaakId: testZaak().uuid, oudeStatus: 'a', nieuweStatus: 'b', sequence })
const fetchAfter4 = () =>
  fetchGebeurtenissen({ base: bron.api, token: 'token' }, { source: SOURCE, vanaf: 4, limiet: 2 })

test('events are requested with the token and returned unchanged', async () => {
  const body = [event(5), event(6)]
  bron.answers.set('GET /v1/gebeurtenissen?vanaf=4&limiet=2', () => ({ status: 200, headers, body }))
  expect(await fetchAfter4()).toMatchObject({ ok: true, gebeurtenissen: body, hoogsteSequence: 9 })
  expect(bron.requests.at(-1)?.authorization).toBe('Bearer token')
})

test.each([
  ['500', { status: 500 }, { reason: 'refused', httpStatus: 500 }],
  ['401', { status: 401 }, { reason: 'refused', httpStatus: 401 }],
  ['a redirect', { status: 302, headers: { location: '/v1/elders' } }, { reason: 'refused', httpStatus: 302 }],
  ['409', { status: 409 }, { reason: 'sequence_unknown' }],
  ['410', { status: 410 }, { reason: 'events_purged' }],
  ['no JSON', { status: 200, headers, body: 'geen json' }, { reason: 'invalid_answer' }],
  ['no batch', { status: 200, headers, body: event(5) }, { reason: 'invalid_answer' }],
  ['a hole at the start', { status: 200, headers, body: [event(6)] }, { reason: 'invalid_answer' }],
  ['another order', { status: 200, headers, body: [event(6), event(5)] }, { reason: 'invalid_answer' }],
  ['too many', { status: 200, headers, body: [event(5), event(6), event(7)] }, { reason: 'invalid_answer' }],
  ['another source', { status: 200, headers, body: [{ ...event(5), source: 'urn:a' }] }, { reason: 'invalid_answer' }],
  ['no highest sequence', { status: 200, body: [event(5)] }, { reason: 'invalid_answer' }],
])('an answer with %s is a failure', async (_, answer, failure) => {
  bron.answers.set('GET /v1/gebeurtenissen?vanaf=4&limiet=2', () => answer)
  expect(await fetchAfter4()).toEqual({ ok: false, ...failure })
})
