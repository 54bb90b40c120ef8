import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findBehandelaarOptions } from '../zaken/nieuw/find-behandelaar-options.ts'
import { findNaarOptions } from './find-naar-options.ts'

const ctx = await openTestZaaksysteem()
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })
for (const [naam, team, ...rollen] of [
  ['Overal', 'Vergunningen', 'behandelaar'],
  ['Hier', 'Vergunningen', 'behandelaar:Vergunningen'],
  ['Lezer', 'Vergunningen', 'lezer'],
  ['Weg', 'Vergunningen'],
  ['Elders', 'Omgeving', 'behandelaar:Omgeving'],
  ['Gast', 'Omgeving', 'behandelaar'],
] as const) {
  await ctx.db.behandelaar.create({ data: { subject: naam, naam, team, rollen } })
}

const who = (team: string, ...rollen: string[]) => ({ id: crypto.randomUUID(), naam: 'Ik', team, rollen, sessieId: '' })
const names = (options: { label: string }[]) => options.map(({ label }) => label.split(' (')[0])
const collegas = async (...asked: Parameters<typeof findNaarOptions>) =>
  names(await findNaarOptions(...asked)).filter((label) => !label?.startsWith('Team '))

const ZAAK = { team: 'Vergunningen', vertrouwelijk: false }

test('a zaak can be given to colleagues who may treat it, and a vertrouwelijke one only within its team', async () => {
  const coordinator = who('Omgeving', 'coordinator')
  expect(await collegas(coordinator, ZAAK)).toEqual(['Gast', 'Hier', 'Overal'])
  const own = who('Vergunningen', 'coordinator')
  expect(await collegas(own, { ...ZAAK, vertrouwelijk: true })).toEqual(['Hier', 'Overal'])
  expect(await collegas(coordinator, { ...ZAAK, vertrouwelijk: true })).toEqual([])
})

test('a behandelaar who does not coordinate the team gives a zaak to colleagues only, and none of a list', async () => {
  expect(names(await findNaarOptions(who('Vergunningen', 'behandelaar'), ZAAK))).toEqual(['Hier', 'Overal'])
  expect(names(await findNaarOptions(who('Omgeving', 'behandelaar', 'coordinator:Omgeving'), ZAAK))).toEqual([
    'Gast',
    'Hier',
    'Overal',
  ])
  expect(await findNaarOptions(who('Vergunningen', 'behandelaar'))).toEqual([])
  expect(await findNaarOptions(who('Vergunningen', 'lezer'), ZAAK)).toEqual([])
})

test('from a list, zaken go to the own team, or to the teams that the behandelaar coordinates', async () => {
  expect(await collegas(who('Omgeving', 'coordinator'))).toEqual(['Elders', 'Gast'])
  expect(await collegas(who('Omgeving', 'coordinator:Vergunningen'))).toEqual(['Hier', 'Overal'])
})

test('whoever registers a zaak may give it to himself, and as a coordinator to colleagues who may treat it', async () => {
  expect(names(await findBehandelaarOptions(who('Vergunningen', 'behandelaar')))).toEqual(['Ik'])
  expect(names(await findBehandelaarOptions(who('Vergunningen', 'coordinator:Omgeving')))).toEqual(['Ik'])
  expect(names(await findBehandelaarOptions(who('Vergunningen', 'coordinator')))).toEqual(['Hier', 'Overal'])
})
