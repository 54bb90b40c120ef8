import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { findCollegas } from './find-behandelaars.ts'

const ctx = await openTestZaaksysteem()

test('the people of the given teams are found, by name', async () => {
  const people = [
    ['J. Visser', 'Omgeving'],
    ['B. Dekker', 'Omgeving'],
    ['C. Mulder', 'Vergunningen'],
    ['I. Demir', ''],
  ].map(([naam = '', team = '']) => ({ subject: naam, naam, team, rollen: [] }))
  await ctx.db.behandelaar.createMany({ data: people })
  const names = async (...teams: string[]) => (await findCollegas(ctx, teams)).map(({ naam }) => naam)
  expect(await names('Omgeving')).toEqual(['B. Dekker', 'J. Visser'])
  expect(await names('Vergunningen', 'Omgeving')).toEqual(['B. Dekker', 'C. Mulder', 'J. Visser'])
  expect(await names('')).toEqual(['I. Demir'])
})
