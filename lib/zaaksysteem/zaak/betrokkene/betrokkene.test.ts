import { beforeEach, expect, test } from 'vitest'
import { clearAuditregels } from '../../audit/test-auditregels.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { removeZaak } from '../bewaren/remove-zaak.ts'
import { openZaak } from '../detail/open-zaak.ts'
import { changeGegevens } from '../handelingen/gegevens/change-gegevens.ts'
import { AANVRAGER, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { setVertrouwelijk } from '../vertrouwelijkheid/set-vertrouwelijk.ts'
import { findInzage } from './find-inzage.ts'
import { findZakenOfBsn } from './find-zaken-of-bsn.ts'

const OTHER = '999992806'
const ctx = await openTestZaaksysteem()
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
  await clearAuditregels(ctx)
})

const person = (rollen: string[], team = 'Vergunningen') =>
  ctx.db.behandelaar.create({ data: { subject: crypto.randomUUID(), naam: 'K. de Kijker', team, rollen } })
const actorOf = ({ id }: { id: string }) => ({ soort: 'behandelaar', id, traceparent: TRACEPARENT }) as const
type Persoon = Awaited<ReturnType<typeof person>>

async function search(wie: Persoon, bsn = AANVRAGER.bsn) {
  const asked = { bsn, doel: 'contact', toelichting: '', lezer: wie, actor: actorOf(wie) } as const
  return (await findZakenOfBsn(ctx, asked)).map(({ id }) => id)
}
const look = (wie: Persoon, zaakId: string) => openZaak(ctx, { zaakId, lezer: wie, actor: actorOf(wie) })
const inzage = async (wie: Persoon, bsn = AANVRAGER.bsn) =>
  (await findInzage(ctx, { bsn, actor: actorOf(wie) })).map(({ handeling, team, zaakId }) => ({
    handeling,
    team,
    zaakId,
  }))

test.each([
  ['behandelaar'],
  ['coordinator', 'heropenen'],
  ['beheerder'],
  ['bsn_zoeken'],
  ['privacy'],
  ['lezer', 'bsn_zoeken:Omgeving'],
])('a search by BSN finds nothing with only the rol %s', async (...rollen) => {
  await registerTestZaak(ctx)
  expect(await search(await person(rollen))).toEqual([])
})

test('a search by BSN finds the zaken of that citizen that the reader may see, newest first', async () => {
  const [first, second, secret] = [
    await registerTestZaak(ctx),
    await registerTestZaak(ctx),
    await registerTestZaak(ctx),
  ]
  await changeGegevens(ctx, { ...first.change, versie: 1, aanleiding: 'Fout.', initiator: { bsn: OTHER } })
  const third = await registerTestZaak(ctx)
  const door = { behandelaarId: secret.behandelaarId }
  const vertrouwelijk = { zaakId: secret.id, vertrouwelijk: true, reden: 'Dreiging.', door, traceparent: TRACEPARENT }
  await setVertrouwelijk(ctx, vertrouwelijk)
  const [near, far] = [await person(['lezer', 'bsn_zoeken']), await person(['lezer', 'bsn_zoeken'], 'Omgeving')]
  expect(await search(far)).toEqual([third.id, second.id])
  expect(await search(near)).toEqual([third.id, secret.id, second.id])
  expect(await search(far, OTHER)).toEqual([first.id])
})

test('each search by BSN is recorded with its purpose and without the BSN, also when it finds nothing', async () => {
  const wie = await person(['lezer', 'bsn_zoeken'])
  await registerTestZaak(ctx)
  await clearAuditregels(ctx)
  await search(wie)
  await search(wie, OTHER)
  const toelichting = 'Terugbellen over een parkeerkaart'
  const asked = { bsn: OTHER, doel: 'anders', toelichting, lezer: wie, actor: actorOf(wie) } as const
  await findZakenOfBsn(ctx, asked)
  const rows = await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
  expect(
    rows.map(({ handeling, actor, objectSoort, objectId, aantal }) => [
      handeling,
      actor,
      objectSoort,
      objectId,
      aantal,
    ]),
  ).toEqual([
    ['bsn_zoeken', wie.id, 'doel', 'contact', 1],
    ['bsn_zoeken', wie.id, 'doel', 'contact', 0],
    ['bsn_zoeken', wie.id, 'doel', toelichting, 0],
  ])
  expect(rows.every(({ betrokkene }) => betrokkene?.byteLength === 32)).toBe(true)
  expect(JSON.stringify(rows.map((row) => ({ ...row, betrokkene: null })))).not.toMatch(/999990342|999992806/)
})

test('inzage lists, by team, who looked at the zaken of a betrokkene and who searched for him, and the inzage itself', async () => {
  const [own, foreign] = [await registerTestZaak(ctx), await registerTestZaak(ctx)]
  await changeGegevens(ctx, { ...foreign.change, versie: 1, aanleiding: 'Fout.', initiator: { bsn: OTHER } })
  await clearAuditregels(ctx)
  const [wie, vos] = [await person(['lezer', 'bsn_zoeken'], 'Omgeving'), await person(['privacy'], 'Privacy')]
  await look(wie, own.id)
  await look(wie, foreign.id)
  await search(wie)
  await search(wie, OTHER)
  const seen = [
    { handeling: 'bsn_zoeken', team: 'Omgeving', zaakId: null },
    { handeling: 'zaak_bekijken', team: 'Omgeving', zaakId: own.id },
  ]
  expect(await inzage(vos)).toEqual(seen)
  expect(await inzage(vos)).toEqual([{ handeling: 'inzage_geven', team: 'Privacy', zaakId: null }, ...seen])
  expect(await inzage(vos, OTHER)).toMatchObject([{ handeling: 'bsn_zoeken' }, { zaakId: foreign.id }])
  expect(JSON.stringify(await findInzage(ctx, { bsn: AANVRAGER.bsn, actor: actorOf(vos) }))).not.toContain('Kijker')
})

test('inzage of a zaak with a corrected aanvrager: the former one gets the looks of his time, the present one all looks', async () => {
  const zaak = await registerTestZaak(ctx)
  await clearAuditregels(ctx)
  const [early, late, vos] = [
    await person(['lezer'], 'Vroeg'),
    await person(['lezer'], 'Laat'),
    await person(['privacy']),
  ]
  await look(early, zaak.id)
  await changeGegevens(ctx, { ...zaak.change, versie: 1, aanleiding: 'Fout.', initiator: { bsn: OTHER } })
  await look(late, zaak.id)
  const teams = async (bsn: string) =>
    (await inzage(vos, bsn)).filter(({ handeling }) => handeling === 'zaak_bekijken').map(({ team }) => team)
  expect(await teams(AANVRAGER.bsn)).toEqual(['Vroeg'])
  expect(await teams(OTHER)).toEqual(['Laat', 'Vroeg'])
})

test('inzage includes a removed zaak, by its number', async () => {
  const zaak = await registerTestZaak(ctx, { rollen: ['beheerder'] })
  const { behandelaarId } = zaak
  const wie = await person(['lezer'])
  await look(wie, zaak.id)
  const removal = { zaakId: zaak.id, versie: 1, grond: 'vergissing', door: { behandelaarId } } as const
  expect(await removeZaak(ctx, { ...removal, traceparent: TRACEPARENT })).toMatchObject({ ok: true })
  const regels = await findInzage(ctx, { bsn: AANVRAGER.bsn, actor: actorOf(wie) })
  expect(regels.map(({ handeling, identificatie }) => [handeling, identificatie])).toEqual([
    ['zaak_verwijderen', zaak.identificatie],
    ['zaak_bekijken', zaak.identificatie],
    ['zaak_registreren', zaak.identificatie],
  ])
})

test('inzage finds auditregels that were hashed with an older key', async () => {
  const zaak = await registerTestZaak(ctx)
  const vos = await person(['privacy'])
  await search(await person(['lezer', 'bsn_zoeken']))
  const next = { id: 'volgende', key: new Uint8Array(crypto.getRandomValues(new Uint8Array(32))) }
  const env = { ...ctx.env, ZAAKSYSTEEM_ENCRYPTION_KEYS: [next, ...ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS] }
  const regels = await findInzage({ ...ctx, env }, { bsn: AANVRAGER.bsn, actor: actorOf(vos) })
  expect(regels).toMatchObject([{ handeling: 'bsn_zoeken' }, { handeling: 'zaak_registreren', zaakId: zaak.id }])
})
