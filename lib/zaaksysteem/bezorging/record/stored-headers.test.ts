import { expect, test } from 'vitest'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { createTestSender } from '#lib/proof/test-sender.ts'
import { renderRequest } from '../send/render-request.ts'
import { keptHeaders, sentHeaders, storedHeaders } from './stored-headers.ts'

const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'
const SINK = 'https://portaal.test/webhooks'
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
const ID = '019ac9d2-4a52-7cc3-9d05-6a0c5f4f2c11'
const EVENT = JSON.stringify({
  specversion: '1.0',
  id: ID,
  source: SOURCE,
  type: 'nl.overheid.zaken.zaakstatus-gewijzigd',
  subject: '019ac9d2-4a52-7cc3-9d05-6a0c5f4f2c12',
  datacontenttype: 'application/json',
  traceparent: TRACEPARENT,
  data: { oudeStatus: 'ontvangen' },
})
const MESSAGE = { event: EVENT, sink: SINK }

async function kept(options: {
  type?: (typeof credentialtype.options)[number]
  mode?: 'structured' | 'binary' | 'batch'
  source?: string
  eventId?: string
}) {
  const { type = 'JWT', mode = 'structured', source = SOURCE, eventId = ID } = options
  const sender = await createTestSender({ source, sink: SINK, clock: () => new Date('2026-11-25T10:00:00Z') })
  const { body, headers } = renderRequest(mode, [EVENT])
  const { authorization = '', ...others } = await sender.prove({
    credentialtype: type,
    body,
    eventId,
    headers: { ...headers, traceparent: TRACEPARENT },
  })
  return keptHeaders({ ...others, Authorization: authorization })
}

const REQUESTS = credentialtype.options.flatMap((type) =>
  (['structured', 'binary', 'batch'] as const).map((mode) => ({ type, mode })),
)

test.each(REQUESTS)(
  'the stored headers of a request with $type in mode $mode are restored exactly',
  async (options) => {
    const headers = await kept(options)
    expect(sentHeaders(storedHeaders(headers, MESSAGE), MESSAGE)).toEqual(headers)
  },
)

test.each([
  ['structured', []],
  ['binary', ['content-type']],
] as const)('a request in mode %s stores nothing that its event says', async (mode, itself) => {
  const headers = await kept({ mode })
  const stored = storedHeaders(headers, MESSAGE)
  expect(Object.keys(stored).sort()).toEqual(['Authorization', ...itself, 'webhook-request-origin'])
  expect(JSON.stringify(stored).length).toBeLessThan(JSON.stringify(headers).length / 3)
})

test.each([
  ['of another source', { source: 'urn:nld:andere' }],
  ['of an event that shared its request', { eventId: '7c6f5d52-0d5d-4a6a-9f6e-0d7a2f9d0c11', mode: 'batch' }],
] as const)('a token %s is stored whole', async (_name, options) => {
  const headers = await kept(options)
  expect(storedHeaders(headers, MESSAGE)).toEqual(headers)
})

test.each([
  ['a request with a token of the receiver', { Authorization: '…', traceparent: TRACEPARENT }],
  ['a request without a token', {}],
])('%s is stored whole', (_name, headers) => {
  expect(storedHeaders(headers, MESSAGE)).toEqual(headers)
  expect(sentHeaders(headers, MESSAGE)).toEqual(headers)
})
