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
])('a file of type %s with query %j is served as %s', (type, query, disposition) => {
  expect(headersOf(type, query)['Content-Disposition']).toMatch(new RegExp(`^${disposition};`))
})

test('a file that is shown is in a sandbox, and no other site can frame it', () => {
  expect(headersOf('application/pdf', '?toon')).toMatchObject({
    'Content-Type': 'application/pdf',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
  })
})
