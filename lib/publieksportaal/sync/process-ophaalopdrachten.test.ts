import type { IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseEvent } from '#lib/content/parse-event.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { type Answer, startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { processOphaalopdrachten } from './process-ophaalopdrachten.ts'
import { storeZaak } from './store-zaak.ts'

const START = new Date('2026-11-25T10:00:00Z')
let now = START
const after = (ms: number) => new Date(now.getTime() + ms)
let bron: TestBron
let ctx: TestPublieksportaal
beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now })
})
beforeEach(async () => {
  now = START
  await ctx.db.ophaalopdracht.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const find = (id: string) => ctx.db.zaak.findUnique({ where: { id } })
const opdracht = (zaakId: string) => ctx.db.ophaalopdracht.findUnique({ where: { zaakId } })
const order = (zaakId: string) => ctx.db.ophaalopdracht.create({ data: { zaakId, volgendePoging: now } })
const calls = (zaakId: string) => bron.requests.filter(({ url }) => url === `/v1/zaken/${zaakId}`)

test('an unknown zaak is fetched with the token and stored as news', async () => {
  const zaak = testZaak()
  bron.serveZaak(zaak)
  await order(zaak.uuid)
  await processOphaalopdrachten(ctx)
  expect(await find(zaak.uuid)).toMatchObject({ statuscode: 'ontvangen', gezienVersie: 0 })
  expect(await opdracht(zaak.uuid)).toBeNull()
  expect(calls(zaak.uuid)[0]?.authorization).toBe(`Bearer ${ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN}`)
})

test('the fetch corrects a zaak whose event does not match', async () => {
  const zaak = testZaak()
  await storeZaak(ctx, zaak)
  const event = statusGewijzigd({
    zaakId: zaak.uuid,
    oudeStatus: 'in_behandeling',
    nieuweStatus: 'besluit',
    sequence: 9,
  })
  const parsed = parseEvent(event)
  if (!parsed.ok) throw new Error('not an event')
  await acceptEvent(ctx, { event: parsed.event, proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' } })
  expect(await find(zaak.uuid)).toMatchObject({ statuscode: 'ontvangen' })

  bron.serveZaak(testZaak({ uuid: zaak.uuid, statuscodes: ['ontvangen', 'in_behandeling', 'besluit'] }))
  await processOphaalopdrachten(ctx)
  expect(await find(zaak.uuid)).toMatchObject({ statuscode: 'besluit', versie: 3 })
})

test('failures are retried with growing waits', async () => {
  const zaak = testZaak()
  const failures = [
    { status: 500 },
    { status: 401 },
    { status: 302, headers: { location: `${bron.api}/zaken/elders` } },
    { status: 200, body: 'geen json' },
    { status: 200, body: { ...zaak, initiator: { bsn: 'x' } } },
    { status: 200, body: testZaak() },
    { status: 200, body: ' '.repeat(9 * 1024 * 1024) },
  ]
  await order(zaak.uuid)
  for (const [index, failure] of failures.entries()) {
    bron.answers.set(`GET /v1/zaken/${zaak.uuid}`, () => failure)
    await processOphaalopdrachten(ctx)
    const { volgendePoging } = (await opdracht(zaak.uuid)) ?? {}
    expect(volgendePoging).toEqual(after(1000 * 2 ** index))
    now = volgendePoging as Date
  }
  expect(calls(zaak.uuid)).toHaveLength(failures.length)
  expect(bron.requests.some(({ url }) => url.endsWith('/elders'))).toBe(false)

  bron.serveZaak(zaak)
  await processOphaalopdrachten(ctx)
  expect(await find(zaak.uuid)).not.toBeNull()
  expect(await opdracht(zaak.uuid)).toBeNull()
})

test('a zaak of a company is stored without its numbers, fetched alone or with others', async () => {
  const initiator = { kvkNummer: '69599084', vestigingsnummer: '000037890001' }
  const [company, vestiging, citizen] = [
    { ...testZaak(), initiator: { kvkNummer: '69599084' } },
    testZaak(),
    testZaak(),
  ]
  vestiging.initiator = initiator
  for (const zaak of [company, vestiging, citizen]) bron.serveZaak(zaak)
  await order(company.uuid)
  await processOphaalopdrachten(ctx)
  expect(await find(company.uuid)).not.toBeNull()

  for (const { uuid } of [vestiging, citizen]) await order(uuid)
  await processOphaalopdrachten(ctx)
  expect(await find(vestiging.uuid)).not.toBeNull()
  expect(await ctx.db.ophaalopdracht.count()).toBe(0)
  const stored = JSON.stringify([await ctx.db.burger.findMany(), await ctx.db.zaak.findMany()])
  for (const number of Object.values(initiator)) expect(stored).not.toContain(number)
  const [{ versleuteld } = { versleuteld: new Uint8Array() }] = await ctx.db.vestiging.findMany()
  expect(Buffer.from(versleuteld).includes(initiator.vestigingsnummer)).toBe(false)
})

test('in one call the valid zaken are stored, the invalid retried and the unknown given up', async () => {
  const [good, broken, unknown] = [testZaak(), testZaak(), testZaak()]
  bron.serveZaak(good)
  bron.answers.set(`GET /v1/zaken/${broken.uuid}`, () => ({ status: 200, body: { ...broken, versie: 0 } }))
  for (const { uuid } of [good, broken, unknown]) await order(uuid)
  await processOphaalopdrachten(ctx)
  expect(await find(good.uuid)).not.toBeNull()
  expect(await ctx.db.ophaalopdracht.findMany()).toMatchObject([{ zaakId: broken.uuid, volgendePoging: after(1000) }])
})

describe('when one of several zaken makes the call for all fail', () => {
  const zaken = () => Array.from({ length: 6 }, () => testZaak()) as [ZaakResource, ...ZaakResource[]]
  async function orderAll(all: ZaakResource[]) {
    for (const zaak of all) {
      bron.serveZaak(zaak)
      await order(zaak.uuid)
    }
  }
  afterEach(() => {
    bron.answers.delete('GET /v1/zaken')
    vi.restoreAllMocks()
  })

  test.each<[string, (request: IncomingMessage) => Answer]>([
    ['an error', () => ({ status: 500 })],
    ['a gateway that gives up', () => ({ status: 504 })],
    ['an answer that is too large', () => ({ status: 200, body: ' '.repeat(9 * 1024 * 1024) })],
    ['an entry that is no zaak', () => ({ status: 200, body: { zaken: [1] } })],
    [
      'a connection that breaks off',
      ({ socket }) => {
        socket.destroy()
        return { status: 200 }
      },
    ],
  ])('with %s, only that one has to wait', async (_name, answer) => {
    const all = zaken()
    const [bad, ...good] = all
    await orderAll(all)
    bron.answers.set('GET /v1/zaken', answer)
    bron.answers.set(`GET /v1/zaken/${bad.uuid}`, answer)
    await processOphaalopdrachten(ctx)
    for (const { uuid } of good) expect(await find(uuid)).not.toBeNull()
    expect(await ctx.db.ophaalopdracht.findMany()).toMatchObject([{ zaakId: bad.uuid, volgendePoging: after(1000) }])
  })

  test('because it is slow, the others do not wait for it', async () => {
    const all = zaken()
    const [slow, ...good] = all
    await orderAll(all)
    const late = Promise.withResolvers<{ status: number; body: unknown }>()
    const timeout = new AbortController()
    const never = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(timeout.signal).mockReturnValue(never.signal)
    bron.answers.set('GET /v1/zaken', () => {
      timeout.abort(new DOMException('', 'TimeoutError'))
      return late.promise
    })
    bron.answers.set(`GET /v1/zaken/${slow.uuid}`, () => late.promise)
    const round = processOphaalopdrachten(ctx)
    await expect.poll(() => ctx.db.ophaalopdracht.findMany()).toMatchObject([{ zaakId: slow.uuid }])
    for (const { uuid } of good) expect(await find(uuid)).not.toBeNull()
    late.resolve({ status: 200, body: slow })
    await round
    expect(await find(slow.uuid)).not.toBeNull()
  })
})

test.each([401, 429, 503])(
  'after %i for the whole call every zaak is retried, each after its own wait',
  async (status) => {
    const [first, second] = [testZaak(), testZaak()]
    bron.answers.set('GET /v1/zaken', () => ({ status }))
    await order(first.uuid)
    await ctx.db.ophaalopdracht.create({ data: { zaakId: second.uuid, pogingen: 3, volgendePoging: now } })
    await processOphaalopdrachten(ctx)
    bron.answers.delete('GET /v1/zaken')
    expect(calls(first.uuid)).toHaveLength(0)
    expect(await opdracht(first.uuid)).toMatchObject({ volgendePoging: after(1000) })
    expect(await opdracht(second.uuid)).toMatchObject({ volgendePoging: after(8000) })
  },
)

test('a zaak that the zaaksysteem does not have is given up', async () => {
  const { uuid } = testZaak()
  await order(uuid)
  await processOphaalopdrachten(ctx)
  expect(await opdracht(uuid)).toBeNull()
  expect(await find(uuid)).toBeNull()
})

test('an opdracht that is renewed during the fetch stays', async () => {
  const zaak = testZaak()
  bron.answers.set(`GET /v1/zaken/${zaak.uuid}`, async () => {
    await ctx.db.ophaalopdracht.update({
      where: { zaakId: zaak.uuid },
      data: { aanvraag: { increment: 1 }, volgendePoging: now },
    })
    return { status: 200, body: zaak }
  })
  await order(zaak.uuid)
  await processOphaalopdrachten(ctx)
  expect(await opdracht(zaak.uuid)).toMatchObject({ aanvraag: 2, volgendePoging: now })
})

test('two processes do not fetch the same zaak, and the lease of a dead process expires', async () => {
  const zaken = Array.from({ length: 4 }, () => testZaak())
  for (const zaak of zaken) bron.serveZaak(zaak)
  for (const { uuid } of zaken) await order(uuid)
  await Promise.all([processOphaalopdrachten(ctx), processOphaalopdrachten(ctx)])
  const asked = bron.requests.flatMap(({ url }) => zaken.filter(({ uuid }) => url.includes(uuid)))
  expect(asked.map(({ uuid }) => uuid).sort()).toEqual(zaken.map(({ uuid }) => uuid).sort())

  const abandoned = testZaak()
  bron.serveZaak(abandoned)
  await ctx.db.ophaalopdracht.create({ data: { zaakId: abandoned.uuid, pogingen: 1, volgendePoging: after(30_000) } })
  await processOphaalopdrachten(ctx)
  expect(calls(abandoned.uuid)).toHaveLength(0)
  now = after(30_000)
  await processOphaalopdrachten(ctx)
  expect(calls(abandoned.uuid)).toHaveLength(1)
})

test('a zaak that failed for days is retried every five minutes and does not block others', async () => {
  const [stuck, good] = [testZaak(), testZaak()]
  bron.serveZaak(good)
  bron.answers.set(`GET /v1/zaken/${stuck.uuid}`, () => ({ status: 200, body: { ...stuck, versie: 0 } }))
  await ctx.db.ophaalopdracht.create({ data: { zaakId: stuck.uuid, pogingen: 5_000, volgendePoging: now } })
  await order(good.uuid)
  await processOphaalopdrachten(ctx)
  expect(await ctx.db.ophaalopdracht.findMany()).toMatchObject([
    { zaakId: stuck.uuid, volgendePoging: after(5 * 60_000) },
  ])
})
