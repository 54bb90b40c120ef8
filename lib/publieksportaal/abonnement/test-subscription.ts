import { afterAll, beforeAll, beforeEach } from 'vitest'
import { SINK, startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { subscribePortal } from './subscribe-portal.ts'

export const ID = '0199a000-0000-7000-8000-00000000abcd'
export const TOKEN = 'een-ander-token-dan-dat-van-de-omgeving'

/** An abonnement as a zaaksysteem returns it. */
export const abonnement = (status: string, foutcode: string | null = null) => ({
  id: ID,
  protocol: 'HTTP',
  sink: SINK,
  sinkcredential: { credentialtype: 'JWT' },
  naam: '',
  contact: null,
  types: [],
  filters: [],
  config: { contentmodus: 'structured', herhaalschema: [], maxGelijktijdig: 64 },
  status,
  statusSinds: '2026-11-25T09:00:00.000Z',
  statusreden: null,
  foutcode,
})

/** Creates a portal without a bron, and a zaaksysteem without zaken. Only `wait` moves the clock. */
export function portalToSubscribe() {
  let now = new Date('2026-11-25T10:00:00Z')
  let bron: TestBron
  let ctx: TestPublieksportaal
  const clock = () => now
  const wait = async (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  beforeAll(async () => {
    bron = await startTestBron({ clock })
    const env = { PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: bron.api, PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: TOKEN }
    ctx = await createTestPublieksportaal({ clock, wait, env })
  })
  beforeEach(async () => {
    bron.requests.length = 0
    bron.answers.clear()
    bron.answers.set('GET /v1/gebeurtenissen', () => ({ status: 200, body: [], headers: { 'Hoogste-Sequence': '0' } }))
    bron.answers.set('GET /v1/zaken', () => ({ status: 200, body: { zaken: [], volgende: null } }))
    await ctx.db.bron.deleteMany()
  })
  afterAll(async () => {
    await ctx.close()
    await bron.close()
  })
  return {
    get bron() {
      return bron
    },
    get ctx() {
      return ctx
    },
    subscribe: (wishes: Partial<Parameters<typeof subscribePortal>[1]> = {}) => subscribePortal(ctx, wishes),
    /**
     * POST returns `wacht_op_toestemming`; each GET returns the next of `statuses`, and repeats the last one.
     */
    serveAbonnement(
      statuses: [string, ...string[]],
      { location = `/v1/abonnementen/${ID}`, sinkcredential = {} }: { location?: string; sinkcredential?: object } = {},
    ) {
      const waiting = abonnement('wacht_op_toestemming')
      const body = { ...waiting, sinkcredential: { ...waiting.sinkcredential, ...sinkcredential } }
      bron.answers.set('POST /v1/abonnementen', () => ({ status: 201, body, headers: { location } }))
      bron.answers.set(`GET /v1/abonnementen/${ID}`, () => {
        const status = statuses.length > 1 ? statuses.shift() : statuses[0]
        return { status: 200, body: abonnement(status as string, status === 'geweigerd' ? 'geen_toestemming' : null) }
      })
    },
  }
}
