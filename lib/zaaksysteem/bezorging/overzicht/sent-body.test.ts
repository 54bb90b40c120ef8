import { expect, test } from 'vitest'
import { renderRequest } from '../send/render-request.ts'
import { sentBody } from './find-bezorging-detail.ts'

const EVENT = '{"specversion":"1.0","id":"1","datacontenttype":"application/json","data":{"zaakId":"2"}}'

test.each(['structured', 'binary'] as const)(
  'the body of a request in mode %s is the body that was sent',
  (contentmodus) => {
    const { headers: requestHeaders, body } = renderRequest(contentmodus, [EVENT])
    expect(sentBody({ body: EVENT }, { requestHeaders })).toBe(body)
  },
)

test('a batch and a purged bezorging have no body', () => {
  const { headers: requestHeaders } = renderRequest('batch', [EVENT])
  expect(sentBody({ body: EVENT }, { requestHeaders })).toBeUndefined()
  expect(sentBody({ body: null }, { requestHeaders: {} })).toBeUndefined()
})
