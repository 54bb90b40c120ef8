import { expect, test } from 'vitest'
import { bytesHeaders, serveBytes } from './serve-bytes.ts'

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

test.each([0, 1, 5])(
  'a reader that leaves after %i steps ends the reading, without an error elsewhere',
  async (steps) => {
    let isEnded = false
    async function* open() {
      try {
        for (let i = 0; i < 3; i++) yield new Uint8Array(10)
      } finally {
        isEnded = true
      }
    }
    const bytes = { type: 'application/pdf', naam: 'a', size: 30, sha256: '' }
    const { body } = await serveBytes(new Request('http://localhost/bytes'), bytes, open)
    for (let i = 0; i < steps; i++) await null
    await body?.cancel()
    expect(isEnded).toBe(true)
  },
)
