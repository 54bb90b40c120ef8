import { hash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DAY_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { openBestand } from '../bestand/bestand-store.ts'
import { findReadyBestanden, removeBestand } from '../bestand/ready-bestanden.ts'
import { sweepBestanden } from '../bestand/sweep-bestanden.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { addBestand } from './add-bestand.ts'
import { findInzendingen } from './find-inzendingen.ts'
import { sendAanvullingen, takeBackInzending } from './submit-inzending.ts'
import { LAST_DAY, storeAskedZaak } from './test-aanvulling.ts'
import { addTestBestand, storedFiles, testPdf } from './test-bestanden.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const MIB = 1024 ** 2
let now: Date
const env = { PUBLIEKSPORTAAL_BESTAND_MAX_MB: '1', PUBLIEKSPORTAAL_ZAAK_MAX_MB: '2' }
const ctx = await openTestPublieksportaal({ clock: () => now, env })
beforeEach(async () => {
  now = NOW
  await ctx.db.bestand.updateMany({ data: { status: 'vervallen' } })
  await sweepBestanden(ctx)
})

/** Stores a zaak that waits for two things, and returns it with a function that adds files for them. */
async function asked(bsn?: string) {
  const stored = await storeAskedZaak(ctx, { ...(bsn && { bsn }) })
  const { wanted } = stored
  const of = (aanvulling: string) => ({ burgerId: wanted.burgerId, zaakId: wanted.zaakId, aanvulling })
  const add = (aanvulling: string, file?: { bytes?: Buffer; naam?: string }) =>
    addTestBestand(ctx, of(aanvulling), file)
  return { ...stored, of, add, ready: () => findReadyBestanden(ctx, wanted) }
}

test('added files are stored encrypted, survive a reload, and are sent with one press, by name and hash', async () => {
  const { plattegrond, foto, wanted, add, ready } = await asked()
  const [one, two] = [testPdf(), testPdf()]
  await add(plattegrond, { bytes: one, naam: '../begane grond' })
  await add(plattegrond, { bytes: two, naam: 'verdieping.pdf' })
  const [row] = await ctx.db.bestand.findMany({ orderBy: { aangemaaktOp: 'asc' }, where: { naam: 'begane grond.pdf' } })
  if (!row) throw new Error('no row')
  expect((await buffer(openBestand(ctx, { ...row, grootte: row.grootte as number }))).equals(one)).toBe(true)
  expect(await storedFiles(ctx)).toHaveLength(2)
  expect((await ready()).map(({ naam }) => naam).toSorted()).toEqual(['begane grond.pdf', 'verdieping.pdf'])

  const sent = await sendAanvullingen(ctx, wanted)
  expect(sent).toMatchObject({ ok: true })
  expect(await sendAanvullingen(ctx, wanted), 'pressed twice it is sent once').toEqual(sent)
  const [inzending, ...more] = await findInzendingen(ctx, wanted)
  expect(more).toEqual([])
  expect(inzending).toMatchObject({
    soort: 'aanvulling',
    aanvullingen: [{ id: plattegrond, naam: 'Plattegrond' }],
    doorgegevenOp: null,
  })
  const shown = (naam: string, bytes: Buffer) => {
    const sha256 = hash('sha256', bytes, 'hex')
    return { aanvulling: plattegrond, naam, grootte: bytes.byteLength, sha256 }
  }
  const byName = inzending?.bestanden.toSorted((a, b) => a.naam.localeCompare(b.naam))
  expect(byName).toEqual([shown('begane grond.pdf', one), shown('verdieping.pdf', two)])
  expect(await ready()).toEqual([])
  expect(await add(plattegrond), 'it was sent').toEqual({ ok: false, reason: 'not_asked' })
  expect(await add(foto)).toMatchObject({ ok: true })
})

test('a file can be removed until it is sent, and all files are ready again when the inzending is taken back', async () => {
  const { plattegrond, wanted, add, ready } = await asked()
  await add(plattegrond, { naam: 'verkeerd.pdf' })
  const [wrong] = await ready()
  await removeBestand(ctx, { ...wanted, id: wrong?.id ?? '' })
  expect([await ready(), await storedFiles(ctx)]).toEqual([[], []])
  expect(await sendAanvullingen(ctx, wanted)).toEqual({ ok: false, reason: 'changed', versie: wanted.versie })

  await add(plattegrond, { naam: 'goed.pdf' })
  const sent = await sendAanvullingen(ctx, wanted)
  const [inTheMail] = await ctx.db.bestand.findMany({ where: { inzendingId: { not: null } } })
  await removeBestand(ctx, { ...wanted, id: inTheMail?.id ?? '' })
  expect(await storedFiles(ctx), 'what was sent stays').toHaveLength(1)
  await takeBackInzending(ctx, { ...wanted, nummer: sent.ok ? sent.nummer : '' })
  expect(await ready()).toMatchObject([{ naam: 'goed.pdf' }])
  expect(await sendAanvullingen(ctx, wanted)).toMatchObject({ ok: true })
})

test('unsent files are removed after a day and files of a deleted zaak at once; sent files stay', async () => {
  const { plattegrond, add, ready } = await asked()
  const other = await asked()
  await add(plattegrond)
  await other.add(other.plattegrond)
  await sendAanvullingen(ctx, other.wanted)
  now = new Date(NOW.getTime() + DAY_MS + 1)
  await sweepBestanden(ctx)
  expect(await ready()).toEqual([])
  expect(await storedFiles(ctx)).toHaveLength(1)
  await ctx.db.zaak.delete({ where: { id: other.wanted.zaakId } })
  await sweepBestanden(ctx)
  expect([await ctx.db.bestand.count(), await storedFiles(ctx)]).toEqual([0, []])
})

test("another citizen's zaak is not found, nor its ready files; nor is a zaak that moved to another citizen", async () => {
  const { zaak, plattegrond, wanted, of, add, ready } = await asked()
  await add(plattegrond)
  const [mine] = await ready()
  const { id: burgerId } = await findOrCreateBurger(ctx, DEMO_BURGERS[1]?.bsn as string)
  const theirs = { ...wanted, burgerId }
  const notFound = { ok: false, reason: 'not_found' }
  expect(await addTestBestand(ctx, { ...of(plattegrond), burgerId })).toEqual(notFound)
  expect(await addTestBestand(ctx, { ...of(plattegrond), zaakId: uuidv7() })).toEqual(notFound)
  expect(await addTestBestand(ctx, { ...of(plattegrond), zaakId: 'geen-uuid' })).toEqual(notFound)
  expect(await sendAanvullingen(ctx, theirs)).toEqual(notFound)
  expect(await findReadyBestanden(ctx, theirs)).toEqual([])
  await removeBestand(ctx, { ...theirs, id: mine?.id ?? '' })
  expect(await ready()).toHaveLength(1)
  await storeZaak(ctx, { ...zaak, versie: 2, initiator: { bsn: DEMO_BURGERS[1]?.bsn as string } })
  expect([await ready(), await findReadyBestanden(ctx, theirs)]).toEqual([[], []])
})

test('for a thing that is not asked, or no longer, no byte is read', async () => {
  const { plattegrond, of } = await asked()
  async function* unread() {
    yield Buffer.from('')
    throw new Error('A byte was read')
  }
  const add = (aanvulling: string) => addBestand(ctx, of(aanvulling), (store) => store({ naam: 'x', bytes: unread() }))
  expect(await add(uuidv7())).toEqual({ ok: false, reason: 'not_asked' })
  now = new Date(`${LAST_DAY}T23:30:00Z`)
  expect(await add(plattegrond)).toEqual({ ok: false, reason: 'not_asked' })
})

test('a citizen cannot fill the disk: not with one file, one zaak, many files or many zaken', async () => {
  const { plattegrond, foto, wanted, add } = await asked()
  const mib = (size: number) => ({ bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size * MIB - 9)]) })
  expect(await add(plattegrond, mib(1.1))).toEqual({ ok: false, reason: 'bestand_too_large' })
  expect(await add(plattegrond, mib(1))).toMatchObject({ ok: true })
  expect(await add(plattegrond, mib(0.6))).toMatchObject({ ok: true })
  expect(await add(plattegrond, mib(0.5))).toEqual({ ok: false, reason: 'zaak_full' })
  await ctx.db.bestand.updateMany({ data: { grootte: 1 } })
  const [row] = await ctx.db.bestand.findMany({ where: { zaakId: wanted.zaakId } })
  if (!row) throw new Error('no row')
  const copies = (count: number, data: object) =>
    ctx.db.bestand.createMany({ data: Array.from({ length: count }, () => ({ ...row, ...data, id: uuidv7() })) })
  await copies(48, {})
  expect(await add(plattegrond)).toEqual({ ok: false, reason: 'too_many' })
  // uploads in progress for his other zaken
  const other = await asked()
  await ctx.db.bestand.deleteMany()
  await copies(7, { status: 'onderweg', grootte: null, zaakId: other.wanted.zaakId })
  expect(await add(plattegrond)).toMatchObject({ ok: true })
  expect(await add(plattegrond)).toEqual({ ok: false, reason: 'burger_full' })
  // the process was killed more than a minute ago
  const stalled = new Date(ctx.clock().getTime() - MINUTE_MS - 1)
  await ctx.db.bestand.updateMany({ where: { status: 'onderweg' }, data: { laatsteByteOp: stalled } })
  expect(await add(foto)).toMatchObject({ ok: true })
  await ctx.db.bestand.deleteMany()
})
