import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { DAY_MS } from '#lib/platform/durations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { bestandStore, openBestand } from './bestand-store.ts'
import { storeBestand } from './store-bestand.ts'
import { sweepBestanden } from './sweep-bestanden.ts'

const PDF = Buffer.from('%PDF-1.7\n')
let now = new Date('2026-11-25T09:00:00Z')
let zaakId: string
const ctx = await openTestZaaksysteem({
  clock: () => now,
  env: { ZAAKSYSTEEM_BESTAND_MAX_MB: '2', ZAAKSYSTEEM_ZAAK_MAX_MB: '3' },
})

const newZaak = async () => (await registerTestZaak(ctx)).id
async function* parts(bytes: Uint8Array, size = 60_000) {
  for (let offset = 0; offset < bytes.byteLength; offset += size) yield bytes.subarray(offset, offset + size)
}
const pdfOf = (size: number) => Buffer.concat([PDF, randomBytes(size - PDF.byteLength)])
const store = (bytes: Uint8Array, more: { zaakId?: string; naam?: string; grootte?: number } = {}) =>
  storeBestand(ctx, { zaakId, naam: 'tekening.pdf', bytes: parts(bytes), ...more })
async function stored(bytes: Uint8Array) {
  const outcome = await store(bytes)
  if (!outcome.ok) throw new Error(outcome.reason)
  return ctx.db.bestand.findUniqueOrThrow({ where: { id: outcome.bestand.id } })
}
const opened = (row: Awaited<ReturnType<typeof stored>>) => ({ ...row, grootte: row.grootte as number })
const rows = () => ctx.db.bestand.count({ where: { zaakId } })

test('a stored bestand is read back whole and in ranges, and is encrypted on disk', async () => {
  zaakId = await newZaak()
  const bytes = pdfOf(200_000)
  const row = await stored(bytes)
  expect(row).toMatchObject({
    status: 'opgeslagen',
    naam: 'tekening.pdf',
    formaat: 'application/pdf',
    grootte: 200_000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect((await buffer(openBestand(ctx, opened(row)))).equals(bytes)).toBe(true)
  const part = await buffer(openBestand(ctx, opened(row), { start: 70_000, end: 140_001 }))
  expect(part.equals(bytes.subarray(70_000, 140_001))).toBe(true)
  const asItLies = await buffer(bestandStore(ctx).read(row.id, { start: 0, end: 300_000 }))
  expect(asItLies.includes(PDF)).toBe(false)
})

test('swapped bytes do not decrypt, and missing bytes are reported as missing', async () => {
  zaakId = await newZaak()
  const [one, other] = [await stored(pdfOf(1000)), await stored(pdfOf(1000))]
  expect(() => openBestand(ctx, { ...opened(one), id: other.id })).toThrow('cannot be decrypted')
  await bestandStore(ctx).remove(one.id)
  await expect(buffer(openBestand(ctx, opened(one)))).rejects.toMatchObject({ code: 'object_missing' })
})

const MIB = 1024 ** 2
test('a bestand that is too large or differs from its announcement stores nothing', async () => {
  zaakId = await newZaak()
  expect(await store(pdfOf(2 * MIB + 1))).toEqual({ ok: false, reason: 'bestand_too_large' })
  expect(await store(pdfOf(9), { grootte: 10 * 1024 ** 3 })).toEqual({ ok: false, reason: 'bestand_too_large' })
  expect(await store(pdfOf(100), { grootte: 101 })).toEqual({ ok: false, reason: 'size_differs' })
  expect(await rows()).toBe(0)
})

test('a repeated upload is stored once; another name, or none, makes another bestand', async () => {
  zaakId = await newZaak()
  const bytes = pdfOf(1000)
  const [first, again] = await Promise.all([store(bytes), store(bytes)])
  expect(first).toMatchObject({ ok: true })
  expect(again).toEqual(first)
  expect(await rows()).toBe(1)
  expect(await stored(bytes)).toMatchObject({ grootte: 1000 })
  await store(bytes, { naam: 'situatie.pdf' })
  expect(await rows()).toBe(2)
  await store(bytes, { naam: '' })
  await store(bytes, { naam: '' })
  expect(await rows()).toBe(4)
})

test('the bestanden of a zaak share a limit, also when they arrive concurrently', async () => {
  zaakId = await newZaak()
  const outcomes = await Promise.all([store(pdfOf(2 * MIB)), store(pdfOf(2 * MIB))])
  expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  expect(await store(pdfOf(MIB + 1))).toEqual({ ok: false, reason: 'zaak_full' })
  expect(await store(pdfOf(MIB))).toMatchObject({ ok: true })
  expect(await store(pdfOf(9))).toEqual({ ok: false, reason: 'zaak_full' })
})

test('an aborted upload and a full disk leave nothing', async () => {
  zaakId = await newZaak()
  async function* broken() {
    yield pdfOf(100_000)
    throw Object.assign(new Error('The client disconnected'), { code: 'ECONNRESET' })
  }
  await expect(storeBestand(ctx, { zaakId, naam: 'x.pdf', bytes: broken() })).rejects.toMatchObject({
    code: 'ECONNRESET',
  })
  expect(await rows()).toBe(0)
})

test('a bestand without a document is swept after a day, one of a removed zaak at once', async () => {
  zaakId = await newZaak()
  const [half, kept, lost, gone] = [
    await stored(pdfOf(10)),
    await stored(pdfOf(20)),
    await stored(pdfOf(30)),
    await stored(pdfOf(40)),
  ]
  await ctx.db.bestand.update({ where: { id: half.id }, data: { status: 'onderweg' } })
  await ctx.db.bestand.update({ where: { id: kept.id }, data: { status: 'geplaatst' } })
  await ctx.db.bestand.update({ where: { id: gone.id }, data: { status: 'geplaatst', zaakId: null } })
  const left = async () => {
    await sweepBestanden(ctx)
    const ids = [half.id, kept.id, lost.id, gone.id]
    const sizes = await Promise.all(ids.map((id) => bestandStore(ctx).size(id)))
    const found = await ctx.db.bestand.findMany({ where: { id: { in: ids } } })
    expect(found.length).toBe(sizes.filter((size) => size !== undefined).length)
    return sizes.map((size) => size !== undefined)
  }
  expect(await left()).toEqual([true, true, true, false])
  now = new Date(now.getTime() + DAY_MS + 1)
  expect(await left()).toEqual([false, true, false, false])
})
