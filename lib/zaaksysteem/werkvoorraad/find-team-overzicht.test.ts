import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { findTeamOverzicht, schatAfwezigheid } from './find-team-overzicht.ts'
import { findWerkvoorraad } from './find-werkvoorraad.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const TEAM = 'Omgeving'
const TEAMS = [TEAM, 'Anders']

const ids: Record<string, string> = {}
const lezer = { team: TEAM, rollen: ['lezer', `coordinator:${TEAM}`] }

const ZAKEN: [who: string | undefined, start: string, fataal: string][] = [
  ['Ans', '2026-10-01', '2026-11-24'],
  ['Ans', '2026-10-01', '2026-12-01'],
  ['Ans', '2026-11-20', '2027-01-15'],
  ['Bep', '2026-11-01', '2026-12-09'],
  [undefined, '2026-11-20', '2027-01-20'],
]

const ctx = await openTestZaaksysteem({ clock: () => NOW })
for (const naam of ['Ans', 'Bep']) {
  const data = { subject: naam, naam, team: TEAM, rollen: ['behandelaar'] }
  ids[naam] = (await ctx.db.behandelaar.create({ data })).id
}
for (const [who, start, fataal] of ZAKEN) {
  const { id } = await registerTestZaak(ctx)
  const uiterlijkeEinddatum = new Date(fataal)
  const data = { team: TEAM, behandelaarId: who ? ids[who] : null, startdatum: new Date(start), uiterlijkeEinddatum }
  await ctx.db.zaak.update({ where: { id }, data })
  await ctx.db.status.updateMany({ where: { zaakId: id }, data: { uiterlijkeEinddatum } })
}
const { id } = await registerTestZaak(ctx)
await ctx.db.zaak.update({ where: { id }, data: { team: 'Anders' } })

test('each colleague has a line with the counts of open, late and soon due zaken; unassigned zaken come first', async () => {
  expect(await findTeamOverzicht(ctx, { lezer, teams: TEAMS })).toEqual([
    { team: TEAM, behandelaarId: null, naam: null, open: 1, teLaat: 0, tweeWeken: 0, sinds: NOW },
    { team: TEAM, behandelaarId: ids.Ans, naam: 'Ans', open: 3, teLaat: 1, tweeWeken: 1, sinds: null },
    { team: TEAM, behandelaarId: ids.Bep, naam: 'Bep', open: 1, teLaat: 0, tweeWeken: 1, sinds: null },
  ])
})

test('each count equals the length of the list that it links to', async () => {
  for (const { team, behandelaarId, ...counts } of await findTeamOverzicht(ctx, { lezer, teams: TEAMS })) {
    const count = async (termijn?: 'na_fataledatum' | 'fataal_twee_weken') => {
      const query = {
        afgehandeld: false,
        sorteer: 'streefdatum',
        richting: 'op',
        team,
        behandelaarId,
        termijn,
      } as const
      return (await findWerkvoorraad(ctx, query, lezer)).totaal
    }
    const listed = [await count(), await count('na_fataledatum'), await count('fataal_twee_weken')]
    expect(listed).toEqual([counts.open, counts.teLaat, counts.tweeWeken])
  }
})

test('a behandelaar who coordinates no team gets no overview', async () => {
  const gewoon = { team: TEAM, rollen: ['behandelaar'] }
  expect(await findTeamOverzicht(ctx, { lezer: gewoon, teams: TEAMS })).toEqual([])
  const afwezig = { collegas: 2, weken: 2 }
  expect(await schatAfwezigheid(ctx, { lezer: gewoon, teams: TEAMS, afwezig })).toEqual([])
})

test('the effect of absent colleagues is estimated from the doorlooptijden', async () => {
  const estimate = async (collegas: number, weken: number) =>
    schatAfwezigheid(ctx, { lezer, teams: TEAMS, afwezig: { collegas, weken } })
  expect(await estimate(1, 2)).toEqual([{ team: TEAM, collegas: 2, extra: 0, geschat: 0, onbekend: 5 }])

  const { zaaktype } = await ctx.db.zaak.findFirstOrThrow({ where: { team: TEAM } })
  const data = { zaaktype, peildatum: NOW, aantal: 40, helftBinnenWeken: 5, negenVanTienBinnenWeken: 8 }
  await ctx.db.doorlooptijd.create({ data })
  // One zaak is done on 26 Nov (p90) with fatale datum 1 Dec, the other on 6 Dec (median) with 9 Dec. One of
  // two colleagues away for a week adds four days to both.
  expect(await estimate(1, 1)).toEqual([{ team: TEAM, collegas: 2, extra: 1, geschat: 5, onbekend: 0 }])
  expect(await estimate(1, 2)).toEqual([{ team: TEAM, collegas: 2, extra: 2, geschat: 5, onbekend: 0 }])
  expect(await estimate(9, 5)).toEqual([{ team: TEAM, collegas: 2, extra: 4, geschat: 5, onbekend: 0 }])
})
