import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import { askToestemming } from './ask-toestemming.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const BEFORE = new Date('2026-11-20T00:00:00Z')
const CLIENT = 'publieksportaal'
let ctx: TestZaaksysteem
let sink: string
let answer: (response: ServerResponse) => void
const server = createServer((_, response) => answer(response))

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => NOW })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  sink = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
})
afterEach(async () => {
  await ctx.db.abonnement.deleteMany()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await ctx.close()
})

const replies = (status: number, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end()
}
const toestemming = (origin: string, rate: string) => ({
  'WebHook-Allowed-Origin': origin,
  'WebHook-Allowed-Rate': rate,
})

async function register(url = sink) {
  const request = { protocol: 'HTTP', sink: url, sinkcredential: { credentialtype: 'JWT' } } as const
  const registered = await registerAbonnement(ctx, { client: CLIENT, actor: OPDRACHTREGEL, request })
  if (!registered.ok) throw new Error(registered.reason)
  return registered.abonnement
}
const meldingenOf = async (abonnementId: string) =>
  (await ctx.db.melding.findMany({ where: { abonnementId } })).map(({ soort, gegeven }) => [soort, gegeven])
const stored = (id: string) => ctx.db.abonnement.findUniqueOrThrow({ where: { id } })

const NO_ANSWERS: [string, number, Record<string, string>, string][] = [
  ['404', 404, {}, 'no_consent'],
  ['405', 405, {}, 'no_consent'],
  ['200 without headers', 200, {}, 'no_consent'],
  ['a rate without an origin', 200, { 'WebHook-Allowed-Rate': '*' }, 'no_consent'],
  ['an origin without a rate', 200, { 'WebHook-Allowed-Origin': '*' }, 'no_consent'],
  ['a rate of 0', 200, toestemming('*', '0'), 'rate_invalid'],
  ['503', 503, {}, 'http_5xx'],
]
test.each(NO_ANSWERS)(
  '%s withdraws no toestemming: what was stays, and the beheerder is told once',
  async (...given) => {
    const [, status, headers, foutcode] = given
    for (const before of ['actief', 'gepauzeerd'] as const) {
      const { id } = await register(`${sink}/${before}`)
      await ctx.db.abonnement.update({
        where: { id },
        data: { status: before, statusSinds: BEFORE, toegestaneRate: 60 },
      })
      replies(status, headers)
      await askToestemming(ctx, id)
      await askToestemming(ctx, id)
      expect(await stored(id)).toMatchObject({ status: before, statusSinds: BEFORE, toegestaneRate: 60, foutcode })
      expect(await meldingenOf(id)).toEqual([['handshake', foutcode]])
    }
  },
)

test.each([
  ['a toestemming for somebody else', 200, toestemming('iemand.test', '*'), 'geweigerd', ['handshake', 'other_origin']],
  ['410 Gone', 410, {}, 'uitgeschakeld', ['uitgeschakeld', 'gone']],
] as const)(
  '%s withdraws the toestemming, and the beheerder is told',
  async (_name, httpStatus, headers, after, melding) => {
    for (const before of ['actief', 'gepauzeerd'] as const) {
      const { id } = await register(`${sink}/${before}`)
      await ctx.db.abonnement.update({ where: { id }, data: { status: before, statusSinds: BEFORE } })
      replies(httpStatus, headers)
      await askToestemming(ctx, id)
      const statusreden = after === 'uitgeschakeld' ? 'gone' : null
      expect(await stored(id)).toMatchObject({ status: after, statusSinds: NOW, statusreden, foutcode: melding[1] })
      expect(await meldingenOf(id)).toEqual([melding])
    }
  },
)

test('the first handshake raises no alert: who registers sees its outcome', async () => {
  const { id } = await register()
  replies(404)
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'geweigerd', foutcode: 'no_consent' })
  expect(await meldingenOf(id)).toEqual([])
})
