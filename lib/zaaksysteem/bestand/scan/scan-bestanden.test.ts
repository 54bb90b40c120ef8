import { afterAll, expect, test } from 'vitest'
import { EICAR, startFakeClamd } from '#lib/platform/clamd/test-clamd.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { createZaaksysteemContext } from '../../context.ts'
import { readZaaksysteemEnv } from '../../env.ts'
import { findSignaleringen } from '../../signalering/find-signaleringen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { actorOf, registerTestZaak } from '../../zaak/test-zaak.ts'
import { bestandStore } from '../bestand-store.ts'
import { storeBestand } from '../store-bestand.ts'
import { leesbaarSql } from './leesbaar.ts'
import { countScans, scanBestanden } from './scan-bestanden.ts'

let now = new Date('2026-11-25T09:00:00Z')
const clamd = await startFakeClamd()
const ctx = await createTestZaaksysteem({ clock: () => now, env: { ZAAKSYSTEEM_CLAMD: clamd.path } })
const zaakId = (await registerTestZaak(ctx)).id
afterAll(async () => {
  await ctx.close()
  await clamd.close()
})

async function store(text: string, of = zaakId) {
  async function* bytes() {
    yield Buffer.from(text)
  }
  const outcome = await storeBestand(ctx, { zaakId: of, naam: 'brief', bytes: bytes() })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.bestand.id
}
async function stateOf(id: string, of: Pick<TestZaaksysteem, 'env'> = ctx) {
  const { rows } = await ctx.pool.query(
    `select virusscan, ${leesbaarSql(of.env)} as leesbaar from bestand where id = $1`,
    [id],
  )
  return rows[0]
}

test('a bestand is readable once it is scanned clean, and never when it holds a virus', async () => {
  const [clean, bad] = [await store('Geachte heer'), await store(`Open dit: ${EICAR}`)]
  expect(await stateOf(clean)).toEqual({ virusscan: 'niet_gescand', leesbaar: false })
  expect(await countScans(ctx)).toEqual({ wachtend: 2, besmet: 0 })
  await Promise.all([scanBestanden(ctx), scanBestanden(ctx)])
  expect(await stateOf(clean)).toEqual({ virusscan: 'schoon', leesbaar: true })
  expect(await stateOf(bad)).toEqual({ virusscan: 'besmet', leesbaar: false })
  expect(await countScans(ctx)).toEqual({ wachtend: 0, besmet: 1 })
})

test('without a scanner an unscanned bestand is readable; one with a known virus is not', async () => {
  const { ZAAKSYSTEEM_CLAMD: _, ...variables } = ctx.variables
  const without = createZaaksysteemContext(readZaaksysteemEnv(variables), { clock: () => now })
  const id = await store('Geachte mevrouw')
  await scanBestanden(without)
  expect(await stateOf(id, without)).toEqual({ virusscan: 'niet_gescand', leesbaar: true })
  await ctx.db.bestand.update({ where: { id }, data: { virusscan: 'besmet' } })
  expect(await stateOf(id, without)).toMatchObject({ leesbaar: false })
  await without.close()
})

test('a failed scan is retried with backoff until the scanner answers', async () => {
  const id = await store('Nog een brief')
  const { path } = clamd
  const down = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_CLAMD: { path: `${path}.weg` } } }
  const next = async () => (await ctx.db.bestand.findUniqueOrThrow({ where: { id } })).scannenOp?.getTime()
  await scanBestanden(down)
  expect(await next()).toBe(now.getTime() + MINUTE_MS)
  await scanBestanden(ctx)
  expect(await stateOf(id)).toMatchObject({ virusscan: 'niet_gescand' })
  now = new Date(now.getTime() + MINUTE_MS)
  await scanBestanden(down)
  expect(await next()).toBe(now.getTime() + 2 * MINUTE_MS)
  now = new Date(now.getTime() + HOUR_MS)
  await scanBestanden(ctx)
  expect(await stateOf(id)).toMatchObject({ virusscan: 'schoon' })
})

test('a bestand without bytes does not block the scan of others', async () => {
  const [gone, there] = [await store('weg'), await store('hier')]
  await bestandStore(ctx).remove(gone)
  await scanBestanden(ctx)
  expect(await stateOf(gone)).toMatchObject({ virusscan: 'niet_gescand' })
  expect(await stateOf(there)).toMatchObject({ virusscan: 'schoon' })
})

test('a virus in a document of the aanvrager is signalled to the behandelaar once; one in another document is not', async () => {
  const [zaak, ofNobody] = [await registerTestZaak(ctx), await registerTestZaak(ctx)]
  await ctx.db.zaak.update({ where: { id: ofNobody.id }, data: { behandelaarId: null } })
  async function place(richting: 'inkomend' | 'intern', text: string, of = zaak.id) {
    const data = { id: crypto.randomUUID(), zaakId: of, versie: 1, richting, titel: 'Plattegrond', documentversie: 1 }
    const kind = { informatieobjecttype: 'bijlage', vertrouwelijkheidaanduiding: 'zaakvertrouwelijk' } as const
    const bestandId = await store(`${data.id}: ${text}`, of)
    await ctx.db.document.create({ data: { ...data, ...kind, bestandId, datum: now } })
    return { id: data.id, bestandId }
  }
  const told = async () => (await findSignaleringen(ctx, actorOf(zaak.behandelaarId))).map(({ soort }) => soort)
  await place('inkomend', 'Geachte heer')
  await place('intern', EICAR)
  await place('inkomend', EICAR, ofNobody.id)
  const bad = await place('inkomend', EICAR)
  expect(await told()).toEqual([])
  await scanBestanden(ctx)
  expect(await told()).toEqual(['virus_gevonden'])
  await ctx.db.bestand.update({ where: { id: bad.bestandId }, data: { scannenOp: now } })
  await scanBestanden(ctx)
  const kept = await ctx.db.signalering.findMany({ where: { soort: 'virus_gevonden' } })
  expect(kept).toMatchObject([{ zaakId: zaak.id, behandelaarId: zaak.behandelaarId, gegeven: bad.id }])
  await ctx.db.document.update({ where: { id: bad.id }, data: { vervallenVersie: 1 } })
  expect(await told()).toEqual([])
})
