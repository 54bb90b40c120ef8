import { expect, test } from 'vitest'
import { createSessie, endSessie } from '../sign-in/sessies.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { findBehandelaar, findBehandelaars, PAGE_SIZE } from './find-behandelaars.ts'

const HOUR = 3_600_000
const PEOPLE = 60

let now = new Date('2026-11-25T08:00:00Z')

const ctx = await openTestZaaksysteem({ clock: () => now })
const people = Array.from({ length: PEOPLE }, (_, nummer) => ({
  subject: `p-${nummer}`,
  // many share a name
  naam: `Naam ${nummer % 7}`,
  team: nummer % 2 ? 'Parkeren' : '',
  rollen: [],
}))
await ctx.db.behandelaar.createMany({ data: people })

const add = (naam: string) =>
  ctx.db.behandelaar.create({ data: { subject: naam, naam, team: 'Zorg 100%', rollen: ['beheerder'] } })

test('pages by name have no gap and no repeat, forward and back', async () => {
  const pages = [await findBehandelaars(ctx)]
  for (let cursor = pages[0]?.volgende; cursor; cursor = pages.at(-1)?.volgende) {
    pages.push(await findBehandelaars(ctx, { cursor }))
  }
  expect(pages.map(({ regels }) => regels.length)).toEqual([PAGE_SIZE, PAGE_SIZE, PEOPLE - 2 * PAGE_SIZE])
  const regels = pages.flatMap((page) => page.regels)
  expect(new Set(regels.map(({ id }) => id)).size).toBe(PEOPLE)
  expect(regels.map(({ naam }) => naam)).toEqual(regels.map(({ naam }) => naam).toSorted())

  const back = await findBehandelaars(ctx, { cursor: pages[1]?.vorige ?? '' })
  expect(back).toEqual(pages[0])
})

test('a regel has the last sign-in and the number of valid sessies', async () => {
  const { id } = await add('S. Sessie')
  const unknown = { naam: 'S. Sessie', team: 'Zorg 100%', rollen: ['beheerder'], laatstIngelogdOp: null, sessies: 0 }
  expect(await findBehandelaar(ctx, id)).toEqual({ id, ...unknown })

  await createSessie(ctx, id)
  now = new Date(now.getTime() + 8 * HOUR)
  const { sessieId } = await createSessie(ctx, id)
  await createSessie(ctx, id)
  await createSessie(ctx, id)
  await endSessie(ctx, sessieId)
  expect(await findBehandelaar(ctx, id)).toMatchObject({ laatstIngelogdOp: now, sessies: 2 })
})

test.each([
  ['dekker', 1],
  [' B. DEK ', 1],
  ['zorg 100%', 1],
  ['%', 1],
  ['_', 0],
  ["'; --", 0],
  ['a\0b', 0],
])('searching for %j looks in the name and the team', async (zoek, found) => {
  await ctx.db.behandelaar.deleteMany({ where: { rollen: { has: 'beheerder' } } })
  await add('B. Dekker')
  expect((await findBehandelaars(ctx, { zoek })).regels).toHaveLength(found)
})

test('a forged cursor gives the first page', async () => {
  const cursor = Buffer.from(JSON.stringify(['after', 'a\0b', crypto.randomUUID()])).toString('base64url')
  expect(await findBehandelaars(ctx, { cursor })).toEqual(await findBehandelaars(ctx))
})

test('an unknown id finds no behandelaar', async () => {
  expect(await findBehandelaar(ctx, crypto.randomUUID())).toBeUndefined()
})
