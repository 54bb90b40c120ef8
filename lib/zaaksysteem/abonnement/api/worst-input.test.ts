import { afterAll, expect, test } from 'vitest'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { effectiveRate } from '../toestemming/request-toestemming.ts'
import { startTestAbonnementenApi } from './test-abonnementen-api.ts'

/** The API accepts bodies up to 16 kB. */
const TEXT_LENGTH = 4_000
const HEADER_LENGTH = 15_000

const api = await startTestAbonnementenApi()
afterAll(() => api.close())

const ordinary = 'x'.repeat(TEXT_LENGTH)

test.each<[string, (text: string) => object]>([
  ['sink', (text) => ({ sink: text })],
  ['sink at a host', (text) => ({ sink: `https://sink.example/${text}|` })],
  ['host of a sink', (text) => ({ sink: `https://${text}` })],
  ['naam', (naam) => ({ naam })],
  ['contact', (contact) => ({ contact })],
  ['address of a contact', (text) => ({ contact: `a@${text}` })],
  ['type', (type) => ({ types: [type] })],
  ['filter', (zaaktype) => ({ filters: [{ prefix: { zaaktype } }] })],
  ['credentialtype', (credentialtype) => ({ sinkcredential: { credentialtype } })],
  ['name of a property', (text) => ({ [text]: text })],
])('a registration with the worst %s is parsed in linear time', async (_name, changes) => {
  async function read(text: string) {
    const response = await api.register(changes(text))
    expect(response.status).toBe(400)
  }
  await expectLinear(read, { ordinary, texts: worstTexts(TEXT_LENGTH) })
})

test('the worst token and media type are parsed in linear time', async () => {
  const texts = worstTexts(HEADER_LENGTH).map((text) => text.replaceAll(/[^\t -\u00ff]/g, 'x'))
  const wide = { ordinary: 'x'.repeat(HEADER_LENGTH), texts }
  await expectLinear((token) => api.collection({ token }), wide)
  await expectLinear((contentType) => api.collection({ method: 'POST', body: '{}', contentType }), wide)
  const parameters = texts.map((text) => `application/json;${text}`)
  await expectLinear((contentType) => api.collection({ method: 'POST', body: '{}', contentType }), {
    ordinary: `application/json; ${'x'.repeat(HEADER_LENGTH)}`,
    texts: parameters,
  })
})

test('the worst rate of a sink is parsed in linear time', async () => {
  await expectLinear(effectiveRate, { ordinary: '1'.repeat(HEADER_LENGTH), texts: worstTexts(HEADER_LENGTH) })
})
