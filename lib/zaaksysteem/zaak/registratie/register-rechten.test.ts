import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { AANVRAGER, TRACEPARENT } from '../test-zaak.ts'
import type { Aanvraag } from './check-aanvraag.ts'
import { registerZaak } from './register-zaak.ts'

const ctx = await openTestZaaksysteem()

const person = async (team: string, ...rollen: string[]) =>
  (await ctx.db.behandelaar.create({ data: { subject: crypto.randomUUID(), naam: 'A', team, rollen } })).id

/** APV-STAND is handled by the team Vergunningen. */
async function register(behandelaarId: string | undefined, more: Partial<Aanvraag> & { kenmerk?: string } = {}) {
  const registered = await registerZaak(ctx, {
    zaaktype: 'APV-STAND',
    omschrijving: 'Standplaats voor vis',
    aanvrager: AANVRAGER,
    traceparent: TRACEPARENT,
    ...(behandelaarId && { gezetDoor: { behandelaarId } }),
    ...more,
  })
  if (registered.ok) {
    const { team, vertrouwelijk } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: registered.id } })
    return vertrouwelijk ? `vertrouwelijk, ${team}` : team
  }
  return registered.reason === 'refused' ? registered.broken : registered.reason
}

const OMGEVING = { team: 'Omgeving' }
const VERTROUWELIJK = { vertrouwelijk: true }

test.each<[string, string[], Partial<Aanvraag>, string | string[]]>([
  ['Vergunningen', ['behandelaar'], {}, 'Vergunningen'],
  ['Omgeving', ['behandelaar'], {}, 'Vergunningen'],
  ['Omgeving', ['behandelaar:Omgeving'], OMGEVING, 'Omgeving'],
  ['Omgeving', ['behandelaar:Omgeving'], {}, ['team_not_permitted']],
  ['Vergunningen', ['behandelaar:Vergunningen', 'lezer'], OMGEVING, ['team_not_permitted']],
  ['Vergunningen', ['lezer', 'heropenen'], {}, ['team_not_permitted']],
  ['Vergunningen', [], {}, ['team_not_permitted']],
  ['Vergunningen', ['behandelaar'], { team: 'Toverij' }, ['team_unknown']],
  ['Vergunningen', ['behandelaar'], VERTROUWELIJK, 'vertrouwelijk, Vergunningen'],
  ['Omgeving', ['behandelaar', 'coordinator'], VERTROUWELIJK, ['team_not_permitted']],
  ['Omgeving', ['behandelaar'], { ...OMGEVING, ...VERTROUWELIJK }, 'vertrouwelijk, Omgeving'],
])('somebody of %s who is %j and registers %j: %j', async (team, rollen, more, answer) => {
  expect(await register(await person(team, ...rollen), more)).toEqual(answer)
})

test('registering a zaak for a behandelaar who may not treat it is refused for everybody', async () => {
  const reader = { id: await person('Vergunningen', 'lezer') }
  const elders = { id: await person('Omgeving', 'behandelaar') }
  for (const door of [undefined, await person('Vergunningen', 'coordinator')]) {
    expect(await register(door, { behandelaar: reader })).toEqual(['behandelaar_not_permitted'])
    expect(await register(door, { behandelaar: elders })).toBe('Vergunningen')
    expect(await register(door, { behandelaar: elders, ...VERTROUWELIJK })).toEqual(['behandelaar_not_permitted'])
  }
})

test('only a coordinator of the team registers a zaak for somebody else', async () => {
  const collega = { id: await person('Vergunningen', 'behandelaar') }
  const own = await person('Vergunningen', 'behandelaar', 'coordinator:Omgeving')
  expect(await register(own, { behandelaar: collega })).toEqual(['not_coordinator'])
  expect(await register(own, { behandelaar: { id: own } })).toBe('Vergunningen')
  expect(await register(own, { behandelaar: collega, ...OMGEVING })).toBe('Omgeving')
})

test('reusing a kenmerk with another team or vertrouwelijkheid is refused', async () => {
  const own = await person('Vergunningen', 'behandelaar')
  const kenmerk = crypto.randomUUID()
  expect(await register(own, { kenmerk })).toBe('Vergunningen')
  expect(await register(own, { kenmerk, vertrouwelijk: false })).toBe('Vergunningen')
  expect(await register(own, { kenmerk, ...VERTROUWELIJK })).toBe('kenmerk_reused')
  expect(await register(own, { kenmerk, ...OMGEVING })).toBe('kenmerk_reused')
})
