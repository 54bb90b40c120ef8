import { expect, test } from 'vitest'
import { createLogger } from '../logger.ts'
import { refusePlaintext } from './refuse-plaintext.ts'

const TOKEN = 'een-geheim-token'

function arrange(headers: Record<string, string> = {}) {
  const lines: string[] = []
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'debug')
  const request = new Request(`http://localhost/api/zaaksysteem/v1/toestemming/sleutel?access_token=${TOKEN}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}`, ...headers },
    body: 'inhoud',
  })
  return { lines, log, request }
}

test.each<Record<string, string>>([{}, { 'X-Forwarded-Proto': 'http' }])(
  'plaintext (%j) is refused, unread and without a redirect',
  async (headers) => {
    const { lines, log, request } = arrange(headers)
    const response = refusePlaintext(request, { demo: false, log })
    expect(response?.status).toBe(403)
    expect(response?.headers.get('content-type')).toBe('application/problem+json')
    expect(response?.headers.has('location')).toBe(false)
    expect(await response?.json()).toMatchObject({ code: 'https_required' })
    expect(request.bodyUsed).toBe(false)

    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] as string)).toMatchObject({ level: 40, method: 'POST', path: '/api/zaaksysteem/v1' })
    expect(lines[0]).not.toMatch(/een-geheim-token|sleutel|inhoud/)
  },
)

test('a request over TLS is accepted', () => {
  const { lines, log, request } = arrange({ 'X-Forwarded-Proto': 'https' })
  expect(refusePlaintext(request, { demo: false, log })).toBeUndefined()
  expect(lines).toEqual([])
})

test('in the demo a plaintext request is accepted', () => {
  const { log, request } = arrange()
  expect(refusePlaintext(request, { demo: true, log })).toBeUndefined()
})
