import { expect, test } from 'vitest'
import { join, sql } from '#lib/platform/postgres/sql.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { type Gerechtigde, mag, RECHTEN, type Recht, teamsMet, teamsOnder, zakenMet } from './mag.ts'
import { leesbaarSql, magSql } from './mag-sql.ts'

const ctx = await openTestZaaksysteem()
const zaakId = (await registerTestZaak(ctx)).id

const MET: [rollen: string[], rechten: Recht[]][] = [
  [[], []],
  [['lezer'], ['lezen']],
  [['behandelaar'], ['lezen', 'behandelen']],
  [['coordinator'], ['lezen', 'behandelen', 'coordineren']],
  [['beheerder'], ['lezen', 'behandelen', 'beheren', 'vernietigen', 'inzage_geven']],
  [['archivaris'], ['lezen', 'vernietigen']],
  [['heropenen'], []],
  [['bsn_zoeken'], []],
  [['privacy'], []],
  [
    ['lezer:Omgeving', 'bsn_zoeken:Omgeving'],
    ['lezen', 'bsn_zoeken'],
  ],
  [['lezer:Omgeving', 'bsn_zoeken:Vergunningen'], ['lezen']],
  [
    ['lezer', 'heropenen'],
    ['lezen', 'heropenen'],
  ],
  [['lezer:Omgeving'], ['lezen']],
  [['behandelaar:Omgeving'], ['lezen', 'behandelen']],
  [['coordinator:Omgeving'], ['lezen', 'behandelen', 'coordineren']],
  [
    ['lezer', 'heropenen:Omgeving'],
    ['lezen', 'heropenen'],
  ],
  [
    ['lezer:Omgeving', 'heropenen'],
    ['lezen', 'heropenen'],
  ],
  [['lezer:Omgeving', 'heropenen:Vergunningen'], ['lezen']],
  [['behandelaar:Vergunningen', 'coordinator:Vergunningen'], []],
  [['behandelaar:Vergunningen', 'lezer'], ['lezen']],
  [['behandelaar:omgeving', 'behandelaar:Omgeving ', 'behandelaar:', 'behandelaar:*', 'behandelaar:%'], []],
  [['behandelaar:Omgeving:Zuid'], []],
]

const ZAKEN = [
  { team: 'Omgeving', vertrouwelijk: false },
  { team: 'Omgeving', vertrouwelijk: true },
]

test.each(MET)('rollen %j give rechten %j, and on a vertrouwelijke zaak only to its own team', (rollen, rechten) => {
  for (const zaak of ZAKEN) {
    for (const team of ['Omgeving', 'Vergunningen', '']) {
      const may = RECHTEN.filter((recht) => mag({ team, rollen }, recht, zaak))
      expect(may).toEqual(zaak.vertrouwelijk && team !== 'Omgeving' ? [] : rechten)
    }
  }
})

async function judgments({ team, rollen }: Gerechtigde, recht: Recht) {
  const from = `from zaak, (select $1::text as team, $2::text[] as rollen) as behandelaar where zaak.id = $3`
  const act = await ctx.pool.query(`select ${from} and ${magSql(recht)}`, [team, rollen, zaakId])
  const found = await ctx.db.zaak.count({ where: { id: zaakId, AND: zakenMet({ team, rollen }, recht) } })
  return [act.rowCount === 1, found === 1]
}

async function isListedFor(lezer: Gerechtigde): Promise<boolean> {
  const { filter, afscherming } = leesbaarSql(lezer)
  const conditions = join([...filter, ...afscherming], ' and ')
  return (await ctx.pool.query(sql`select from zaak where ${conditions}`)).rowCount === 1
}

test.each(MET)('PostgreSQL and Prisma judge %j alike', async (rollen) => {
  for (const zaak of ZAKEN) {
    await ctx.db.zaak.update({ where: { id: zaakId }, data: zaak })
    for (const team of ['Omgeving', 'Vergunningen']) {
      const wie = { team, rollen }
      for (const recht of RECHTEN) {
        const may = mag(wie, recht, zaak)
        expect({ team, zaak, recht, judged: await judgments(wie, recht) }).toMatchObject({ judged: [may, may] })
      }
      expect(await isListedFor(wie)).toBe(mag(wie, 'lezen', zaak))
    }
  }
})

test('a role for every team overrules one for a single team, and several roles add up', () => {
  expect(teamsMet({ rollen: ['lezer:A', 'behandelaar:B', 'coordinator:B', 'heropenen:C'] }, 'lezen')).toEqual([
    'A',
    'B',
  ])
  expect(teamsMet({ rollen: ['lezer:A', 'behandelaar'] }, 'lezen')).toBe('alle')
  expect(teamsOnder({ rollen: ['lezer:A:1', 'lezer:D'] }, 'lezen', ['A', 'A:1', 'B'])).toEqual(['A:1'])
})
