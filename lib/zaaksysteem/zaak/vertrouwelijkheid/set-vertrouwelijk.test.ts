import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../catalogus/store-zaaktypeversie.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { findZakenPage } from '../api/resource/find-zaken-page.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { assignZaken } from '../toewijzing/assign-zaken.ts'
import { findVertrouwelijkheden } from './find-vertrouwelijkheden.ts'
import { setVertrouwelijk } from './set-vertrouwelijk.ts'

let ctx: TestZaaksysteem
const lines: string[] = []
const now = new Date('2026-11-27T08:12:00Z')
beforeAll(async () => {
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'debug')
  ctx = await createTestZaaksysteem({ log, clock: () => now })
})
afterAll(() => ctx.close())

const TEAM = { team: 'Vergunningen', rollen: ['lezer'] }
const REDEN = 'Mevrouw wordt bedreigd.'

const person = async (team: string, rollen = ['behandelaar']) =>
  (await ctx.db.behandelaar.create({ data: { subject: crypto.randomUUID(), naam: 'C. Mulder', team, rollen } })).id

const set = (zaakId: string, behandelaarId: string, vertrouwelijk = true, op = now) =>
  setVertrouwelijk(
    { ...ctx, clock: () => op },
    {
      zaakId,
      vertrouwelijk,
      reden: REDEN,
      door: { behandelaarId },
      traceparent: TRACEPARENT,
    },
  )

const isVertrouwelijk = async (id: string) => (await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).vertrouwelijk

test('a zaak becomes vertrouwelijk and open again, with reasons in its history; outside only `gevoelig` changes', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  const before = await findZaakResource(ctx, id)
  expect(await set(id, behandelaarId)).toEqual({ ok: true })
  expect(await isVertrouwelijk(id)).toBe(true)
  expect(await findZaakResource(ctx, id)).toEqual({ ...before, gevoelig: true })
  const later = new Date(now.getTime() + 1)
  expect(await set(id, behandelaarId, false, later)).toEqual({ ok: true })
  expect(await isVertrouwelijk(id)).toBe(false)
  const told = { reden: REDEN, doorNaam: 'J. Visser' }
  expect(await findVertrouwelijkheden(ctx, id, TEAM)).toMatchObject([
    { vertrouwelijk: true, ...told, op: now },
    { vertrouwelijk: false, ...told, op: later },
  ])
  expect(await findZaakResource(ctx, id)).toEqual(before)
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id } })).toBe(1)
})

test('events of a zaak that is or was vertrouwelijk have no volledigeversie, so that receivers read the zaak', async () => {
  const { id, behandelaarId, change } = await registerTestZaak(ctx, { zaaktype: 'APV-EVEN' })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'aanvraag_compleet' })
  await set(id, behandelaarId)
  await changeStatus(ctx, { ...change, versie: 2, statustype: 'adviezen_ontvangen' })
  const events = await ctx.db.gebeurtenis.findMany({ where: { zaakId: id }, orderBy: { sequence: 'asc' } })
  expect(events.map(({ body }) => JSON.parse(body ?? '').volledigeversie)).toEqual([undefined, 2, undefined])
})

test('running zaken of a zaaktype that becomes gevoelig are gevoelig, and receivers must read them at their next event', async () => {
  const { id, behandelaarId, change } = await registerTestZaak(ctx, { zaaktype: 'APV-STAND' })
  expect(await findZaakResource(ctx, id)).toMatchObject({ gevoelig: false })
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const actor = { soort: 'behandelaar', id: behandelaarId } as const
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, gevoelig: true }, actor })
  expect(await findZaakResource(ctx, id)).toMatchObject({ gevoelig: true })
  expect((await findZakenPage(ctx, { limiet: 100 })).zaken.find(({ uuid }) => uuid === id)?.gevoelig).toBe(true)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  const [, event] = await ctx.db.gebeurtenis.findMany({ where: { zaakId: id }, orderBy: { sequence: 'asc' } })
  expect(JSON.parse(event?.body ?? '').volledigeversie).toBeUndefined()
})

test('the audittrail and the log have the actor, and not the reason', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  lines.length = 0
  await set(id, behandelaarId)
  const rows = await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'zaak_vertrouwelijk_maken' } })
  expect(rows).toMatchObject([{ actor: behandelaarId, actorSoort: 'behandelaar', uitkomst: 'gelukt', tijdstip: now }])
  expect(rows[0]?.betrokkene).not.toBeNull()
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { handeling: 'zaak_vertrouwelijk_maken', actor: behandelaarId, zaakId: id },
  ])
  const said = `${JSON.stringify(await ctx.db.auditregel.findMany({ where: { zaakId: id } }))}${lines}`
  expect(said).not.toContain('bedreigd')
})

test('setting the value a zaak already has writes nothing', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  await set(id, behandelaarId)
  expect(await set(id, behandelaarId)).toEqual({ ok: true })
  expect(await findVertrouwelijkheden(ctx, id, TEAM)).toHaveLength(1)
  expect(await ctx.db.auditregel.count({ where: { zaakId: id, handeling: 'zaak_vertrouwelijk_maken' } })).toBe(1)
})

test('two concurrent calls make one change', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  const ander = await person('Vergunningen')
  const answers = await Promise.all([behandelaarId, ander, behandelaarId, ander].map((door) => set(id, door)))
  expect(answers).toEqual(answers.map(() => ({ ok: true })))
  expect(await findVertrouwelijkheden(ctx, id, TEAM)).toHaveLength(1)
})

test('shielding a zaak from the caller or from its behandelaar is refused', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  const elders = await person('Omgeving', ['behandelaar', 'coordinator', 'beheerder'])
  expect(await set(id, elders)).toEqual({ ok: false, reason: 'not_found' })
  await assignZaken(ctx, { zaken: [{ id }], naar: { behandelaar: { id: elders } }, door: { behandelaarId: elders } })
  const broken = ['behandelaar_not_of_team']
  expect(await set(id, behandelaarId)).toEqual({ ok: false, reason: 'refused', broken })
  expect(await isVertrouwelijk(id)).toBe(false)
})

test('a vertrouwelijke zaak can be assigned to another team, and not to a behandelaar of another team', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { rollen: ['coordinator'] })
  await set(id, behandelaarId)
  const door = { behandelaarId }
  const give = (behandelaar: { id: string } | null, team?: string) =>
    assignZaken(ctx, { zaken: [{ id }], naar: { behandelaar, team }, door })
  const elders = await person('Omgeving')
  expect(await give({ id: elders })).toMatchObject({ uitkomsten: [{ uitkomst: 'behandelaar_not_permitted' }] })
  expect(await give(null, 'Omgeving')).toMatchObject({ uitkomsten: [{ uitkomst: 'assigned' }] })
  expect(await give(null)).toMatchObject({ uitkomsten: [{ uitkomst: 'not_found', identificatie: null }] })
  expect(await set(id, behandelaarId, false)).toEqual({ ok: false, reason: 'not_found' })
  expect(await set(id, elders, false)).toEqual({ ok: true })
})
