import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { findSignaleringen } from '../../signalering/find-signaleringen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { AANVRAGER, LEZER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { type Assignment, assignZaken, MAX_ZAKEN, type Toewijzing } from './assign-zaken.ts'
import { findToewijzingen } from './find-toewijzingen.ts'

let ctx: TestZaaksysteem
const lines: string[] = []
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ log: createLogger('test', { write: (line) => lines.push(line) }, 'debug') })
})
afterAll(() => ctx.close())

const person = async (naam: string, ...rollen: string[]) => {
  const data = { subject: crypto.randomUUID(), naam, team: 'Vergunningen', rollen: ['behandelaar', ...rollen] }
  return (await ctx.db.behandelaar.create({ data })).id
}

type Wanted = { door: string; aan?: string | null; team?: string; gezien?: Toewijzing }

async function assign(zaakId: string, { door, aan, team, gezien }: Wanted) {
  const naar: Assignment['naar'] = { behandelaar: aan ? { id: aan } : null, team }
  const answer = await assignZaken(ctx, { zaken: [{ id: zaakId, gezien }], naar, door: { behandelaarId: door } })
  if (!answer.ok) throw new Error(answer.broken.join())
  const [{ uitkomst, behandelaarNaam, team: now } = {}] = answer.uitkomsten
  return `${uitkomst}: ${behandelaarNaam}, ${now}`
}

test('any behandelaar may take a zaak, also from somebody else, and give back an own one', async () => {
  const { id, behandelaarId: eerste } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  const tweede = await person('C. Mulder')
  expect(await assign(id, { door: tweede, aan: tweede })).toBe('assigned: C. Mulder, Vergunningen')
  expect(await assign(id, { door: eerste, aan: null })).toBe('not_permitted: C. Mulder, Vergunningen')
  expect(await assign(id, { door: tweede, aan: null })).toBe('assigned: null, Vergunningen')
  expect(await findToewijzingen(ctx, id, LEZER)).toMatchObject([
    { naarNaam: 'C. Mulder', doorNaam: 'C. Mulder', vanTeam: 'Vergunningen', naarTeam: 'Vergunningen' },
    { naarNaam: null, doorNaam: 'C. Mulder' },
  ])
})

test('any behandelaar gives a zaak to a colleague with a line, which the signalering and the history show', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  const collega = await person('C. Mulder')
  const answer = await assignZaken(ctx, {
    zaken: [{ id }],
    naar: { behandelaar: { id: collega } },
    bericht: 'De aanvrager belt maandag terug.',
    door: { behandelaarId },
  })
  expect(answer).toMatchObject({ ok: true, uitkomsten: [{ uitkomst: 'assigned', behandelaarNaam: 'C. Mulder' }] })
  const told = { doorNaam: 'J. Visser', bericht: 'De aanvrager belt maandag terug.' }
  expect(await findToewijzingen(ctx, id, LEZER)).toMatchObject([told])
  const actor = { soort: 'behandelaar', id: collega, traceparent: TRACEPARENT } as const
  expect(await findSignaleringen(ctx, actor)).toMatchObject([{ zaakId: id, soort: 'toegewezen', ...told }])
})

test('only a coordinator gives back a zaak of somebody else, or assigns it to another team', async () => {
  const { id } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  const [ander, coordinator] = [await person('C. Mulder'), await person('B. Dekker', 'coordinator')]
  const given = { aan: ander, team: 'Omgeving' }
  expect(await assign(id, { door: ander, aan: null })).toBe('not_permitted: J. Visser, Vergunningen')
  expect(await assign(id, { door: ander, ...given })).toBe('not_permitted: J. Visser, Vergunningen')
  expect(await assign(id, { door: coordinator, ...given })).toBe('assigned: C. Mulder, Omgeving')
  expect(await assign(id, { door: coordinator, aan: null, team: 'Vergunningen' })).toBe('assigned: null, Vergunningen')
})

test('assigning to a behandelaar who may not treat the zaak is refused; a caller who may not treat it does not find it', async () => {
  const { id } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  const coordinator = await person('B. Dekker', 'coordinator:Vergunningen')
  const lezer = await person('L. Jansen')
  await ctx.db.behandelaar.update({ where: { id: lezer }, data: { rollen: ['lezer', 'behandelaar:Omgeving'] } })
  const refused = 'behandelaar_not_permitted: J. Visser, Vergunningen'
  expect(await assign(id, { door: coordinator, aan: lezer })).toBe(refused)
  expect(await assign(id, { door: lezer, aan: lezer })).toBe('not_found: null, null')
  expect(await assign(id, { door: coordinator, aan: lezer, team: 'Omgeving' })).toBe('assigned: L. Jansen, Omgeving')
  expect(await assign(id, { door: coordinator, aan: null })).toMatch(/^not_permitted/)
})

test('an assignment based on an outdated toewijzing changes nothing, and returns the present one', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  const [een, twee] = [await person('C. Mulder'), await person('B. Dekker', 'coordinator')]
  const gezien = { behandelaarId, team: 'Vergunningen' }
  expect(await assign(id, { door: een, aan: een, gezien })).toMatch(/^assigned/)
  expect(await assign(id, { door: twee, aan: twee, gezien })).toBe('changed_meanwhile: C. Mulder, Vergunningen')
  expect(await assign(id, { door: behandelaarId, aan: null, gezien })).toMatch(/^changed_meanwhile/)
  expect(await assign(id, { door: twee, aan: een, gezien })).toBe('unchanged: C. Mulder, Vergunningen')
  const toTeam = { behandelaarId: een, team: 'Omgeving' }
  expect(await assign(id, { door: twee, aan: twee, gezien: toTeam })).toMatch(/^changed_meanwhile/)
  expect(await findToewijzingen(ctx, id, LEZER)).toHaveLength(1)
})

test('a closed zaak and an unknown one are not assigned', async () => {
  const { id, behandelaarId, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await assign(id, { door: behandelaarId, aan: null })).toMatch(/^closed/)
  expect(await assign(crypto.randomUUID(), { door: behandelaarId, aan: null })).toBe('not_found: null, null')
  expect(await findToewijzingen(ctx, id, LEZER)).toEqual([])
})

test('an unknown behandelaar and an unknown team are both reported, and nothing is assigned', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { rollen: ['coordinator'] })
  const answer = await assignZaken(ctx, {
    zaken: [{ id }],
    naar: { behandelaar: { subject: 'niemand' }, team: 'Toverij' },
    door: { behandelaarId },
  })
  expect(answer).toEqual({ ok: false, reason: 'refused', broken: ['behandelaar_unknown', 'team_unknown'] })
  expect(await findToewijzingen(ctx, id, LEZER)).toEqual([])
})

test('an assignment makes no event and no versie, and is logged', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { rollen: ['coordinator'] })
  const before = await findZaakResource(ctx, id)
  lines.length = 0
  await assign(id, { door: behandelaarId, aan: null })
  await assign(id, { door: behandelaarId, aan: null })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { handeling: 'zaak_toewijzen', actorSoort: 'behandelaar', actor: behandelaarId, zaakId: id },
  ])
  expect(await findZaakResource(ctx, id)).toEqual(before)
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id } })).toBe(1)
  expect(await ctx.db.status.count({ where: { zaakId: id } })).toBe(1)

  await assign(id, { door: behandelaarId, aan: null, team: 'Omgeving' })
  expect(await findZaakResource(ctx, id)).toEqual({ ...before, behandelendTeam: 'Omgeving' })
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id } })).toBe(1)
})

test('the first event after a change of team has no volledigeversie, so that receivers read the zaak', async () => {
  const { id, behandelaarId, change } = await registerTestZaak(ctx, { zaaktype: 'APV-EVEN', rollen: ['coordinator'] })
  await assign(id, { door: behandelaarId, aan: null, team: 'Omgeving' })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'aanvraag_compleet' })
  await assign(id, { door: behandelaarId, aan: behandelaarId })
  await changeStatus(ctx, { ...change, versie: 2, statustype: 'adviezen_ontvangen' })
  const events = await ctx.db.gebeurtenis.findMany({ where: { zaakId: id }, orderBy: { sequence: 'asc' } })
  expect(events.map(({ body }) => JSON.parse(body ?? '').volledigeversie)).toEqual([undefined, undefined, 3])
})

test('a zaak that occurs twice is assigned once', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  const twice = { zaken: [{ id }, { id: id.toUpperCase() }], naar: { behandelaar: null }, door: { behandelaarId } }
  expect(await assignZaken(ctx, twice)).toMatchObject({ ok: true, uitkomsten: [{ zaakId: id, uitkomst: 'assigned' }] })
  expect(await findToewijzingen(ctx, id, LEZER)).toHaveLength(1)
})

async function registerMany(count: number): Promise<string[]> {
  const registration = { zaaktype: 'APV-STAND', omschrijving: 'Standplaats', aanvrager: AANVRAGER }
  const zaken = Array.from({ length: count }, () =>
    registerSoundZaak(ctx, { ...registration, traceparent: TRACEPARENT }),
  )
  return (await Promise.all(zaken)).map(({ id }) => id)
}

const SEEN = { behandelaarId: null, team: 'Vergunningen' }

test('500 zaken in one call each get an outcome', async () => {
  const ids = await registerMany(MAX_ZAKEN)
  const coordinator = await person('B. Dekker', 'coordinator')
  const door = { behandelaarId: coordinator }
  const naar = { behandelaar: { id: coordinator } }
  const taken = ids.slice(0, 3)
  await assignZaken(ctx, { zaken: taken.map((id) => ({ id })), naar: { behandelaar: null, team: 'Omgeving' }, door })
  const answer = await assignZaken(ctx, { zaken: ids.map((id) => ({ id, gezien: SEEN })), naar, door })
  const uitkomsten = answer.ok ? answer.uitkomsten : []
  expect(new Set(uitkomsten.map(({ zaakId }) => zaakId))).toEqual(new Set(ids))
  const refused = uitkomsten.filter(({ uitkomst }) => uitkomst === 'changed_meanwhile')
  expect(refused.map(({ zaakId }) => zaakId).sort()).toEqual(taken.toSorted())
  expect(uitkomsten.filter(({ uitkomst }) => uitkomst === 'assigned')).toHaveLength(MAX_ZAKEN - 3)
  expect(await ctx.db.zaak.count({ where: { id: { in: ids }, behandelaarId: coordinator } })).toBe(MAX_ZAKEN - 3)
})

test('of two concurrent coordinators each zaak goes to one, and the other gets the present toewijzing', async () => {
  const ids = await registerMany(100)
  const people = [await person('A', 'coordinator'), await person('B', 'coordinator')]
  const orders = [ids, ids.toReversed()]
  const answers = await Promise.all(
    people.map((id, index) =>
      assignZaken(ctx, {
        zaken: (orders[index] as string[]).map((zaak) => ({ id: zaak, gezien: SEEN })),
        naar: { behandelaar: { id } },
        door: { behandelaarId: id },
      }),
    ),
  )
  const uitkomsten = answers.flatMap((answer) => (answer.ok ? answer.uitkomsten : []))
  for (const id of ids) {
    const both = uitkomsten.filter(({ zaakId }) => zaakId === id)
    expect(both.map(({ uitkomst }) => uitkomst).sort()).toEqual(['assigned', 'changed_meanwhile'])
    expect(new Set(both.map(({ behandelaarNaam }) => behandelaarNaam)).size).toBe(1)
  }
  expect(await ctx.db.toewijzing.count({ where: { zaakId: { in: ids } } })).toBe(ids.length)
})
