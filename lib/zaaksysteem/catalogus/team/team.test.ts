import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { findZaakResource } from '../../zaak/api/resource/find-zaak-resource.ts'
import { registerZaak } from '../../zaak/registratie/register-zaak.ts'
import { AANVRAGER, registerTestZaak, TRACEPARENT } from '../../zaak/test-zaak.ts'
import { assignZaken } from '../../zaak/toewijzing/assign-zaken.ts'
import { findZaaktype } from '../find-zaaktypen.ts'
import { storeZaaktypeversie } from '../store-zaaktypeversie.ts'
import { addTeam, endTeam, renameTeam } from './change-team.ts'
import { findTeamregels, findTeams, findUnlistedTeams, loadTeamnamen } from './find-teams.ts'

const ctx = await openTestZaaksysteem({ clock: () => new Date('2026-03-02T09:00:00Z') })
const { behandelaarId } = await registerTestZaak(ctx)
const actor = { soort: 'behandelaar' as const, id: behandelaarId, traceparent: TRACEPARENT }

const register = (team: string) =>
  registerZaak(ctx, {
    zaaktype: 'APV-STAND',
    omschrijving: 'Kraam',
    aanvrager: AANVRAGER,
    team,
    traceparent: TRACEPARENT,
  })
const add = (naam: string) => addTeam(ctx, { naam, actor })
const rename = (code: string, naam: string) => renameTeam(ctx, { code, naam, actor })
const end = (code: string, beeindigd = true) => endTeam(ctx, { code, beeindigd, actor })

test('zaken can be assigned to a listed team only', async () => {
  expect(await register('Markten')).toMatchObject({ ok: false, broken: ['team_unknown'] })
  expect(await add('Markten')).toEqual({ ok: true })
  expect(await register('Markten')).toMatchObject({ ok: true })
  expect(await findTeams(ctx)).toEqual(['Markten', 'Omgeving', 'Parkeren en verkeer', 'Vergunningen'])
})

test('renaming a team changes its name for people, and leaves the code that rights and the API use', async () => {
  const registered = await register('Omgeving')
  if (!registered.ok) throw new Error(registered.reason)
  expect(await rename('Omgeving', 'Bouwen en milieu')).toEqual({ ok: true })
  expect((await loadTeamnamen(ctx))('Omgeving')).toBe('Bouwen en milieu')
  expect(await findZaakResource(ctx, registered.id)).toMatchObject({ behandelendTeam: 'Bouwen en milieu' })
  expect(await register('Omgeving')).toMatchObject({ ok: true })
  expect(await register('Bouwen en milieu')).toMatchObject({ ok: false, broken: ['team_unknown'] })
  const [regel] = await ctx.db.auditregel.findMany({ where: { handeling: 'team_hernoemen' } })
  expect(regel?.wijzigingen).toEqual([{ veld: ['naam'], van: 'Omgeving', naar: 'Bouwen en milieu' }])
})

test('a team cannot get the name or code of another, also in a race', async () => {
  expect(await add('Omgeving')).toEqual({ ok: false, reason: 'taken' })
  expect(await add('Bouwen en milieu')).toEqual({ ok: false, reason: 'taken' })
  expect(await rename('Markten', 'Omgeving')).toEqual({ ok: false, reason: 'taken' })
  const both = await Promise.all([rename('Markten', 'Straat'), rename('Vergunningen', 'Straat')])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect((await Promise.all([add('Water'), add('Water')])).map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await rename('Nergens', 'Ergens')).toEqual({ ok: false, reason: 'not_found' })
})

test('a team with open zaken or a zaaktype cannot be ended; an ended team gets no zaken', async () => {
  expect(await end('Markten')).toEqual({ ok: false, reason: 'has_zaken' })
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-EVEN')
  const next = { identificatie, versie, gegevens: { ...gegevens, team: 'Water' }, actor }
  await storeZaaktypeversie(ctx, { ...next, geldigVanaf: '2026-12-01' })
  expect(await end('Water')).toEqual({ ok: false, reason: 'has_zaaktypen' })
  await storeZaaktypeversie(ctx, { ...next, versie: versie + 1, gegevens, geldigVanaf: '2026-12-01' })
  expect(await end('Water')).toEqual({ ok: true })

  await add('Archief')
  expect(await end('Archief')).toEqual({ ok: true })
  expect(await register('Archief')).toMatchObject({ ok: false, broken: ['team_unknown'] })
  const { id } = await registerTestZaak(ctx)
  const naar = { behandelaar: null, team: 'Archief' }
  expect(
    await assignZaken(ctx, { zaken: [{ id }], naar, door: { behandelaarId: actor.id }, traceparent: TRACEPARENT }),
  ).toMatchObject({
    ok: false,
    broken: ['team_unknown'],
  })
  expect(await end('Archief')).toEqual({ ok: false, reason: 'not_found' })
  expect(await end('Archief', false)).toEqual({ ok: true })
  expect(await findTeams(ctx)).toContain('Archief')
})

test('the overview has the counts of each team, and the teams of colleagues that are not listed', async () => {
  const collega = (naam: string, rollen: string[]) => ({ subject: naam, naam, team: naam, rollen })
  const data = [collega('Onbekend', ['behandelaar:Omgeving']), collega('Kijkers', ['lezer'])]
  await ctx.db.behandelaar.createMany({ data })
  expect(await findUnlistedTeams(ctx)).toEqual(['Onbekend'])
  const omgeving = (await findTeamregels(ctx)).find(({ code }) => code === 'Omgeving')
  expect(omgeving).toMatchObject({ naam: 'Bouwen en milieu', zaken: 2, collegas: 0, beeindigdOp: null })
  expect(omgeving?.zaaktypen).toContain('OMG-REG')
})
