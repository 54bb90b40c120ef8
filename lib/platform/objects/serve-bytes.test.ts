import { expect, test } from 'vitest'
import { bytesHeaders } from './serve-bytes.ts'

const headersOf = (type: string, query: string) =>
  bytesHeaders(new Request(`http://localhost/bytes${query}`), { type, naam: 'a' })

test.each([
  ['application/pdf', '', 'attachment'],
  ['application/pdf', '?toon', 'inline'],
  ['image/png', '?toon', 'inline'],
  ['text/plain', '?toon', 'attachment'],
  ['text/html', '?toon', 'attachment'],
  ['image/svg+xml', '?toon', 'attachment'],
])('bytes of %s are shown only when they are asked for so, and cannot hold a page: %j', (type, query, disposition) => {
  expect(headersOf(type, query)['Content-Disposition']).toMatch(new RegExp(`^${disposition};`))
})

test('what is shown is in a sandbox as what is saved, and in no page of others', () => {
  expect(headersOf('application/pdf', '?toon')).toMatchObject({
    'Content-Type': 'application/pdf',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
  })
})
