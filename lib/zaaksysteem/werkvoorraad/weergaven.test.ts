import { beforeEach, expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { deleteWeergave, findWeergaven, MAX_WEERGAVEN, saveWeergave } from './weergaven.ts'

const ctx = await openTestZaaksysteem({ clock: () => new Date('2026-11-27T08:12:00Z') })
beforeEach(() => ctx.db.behandelaar.deleteMany())

const person = (team = 'Omgeving', rollen: string[] = []) =>
  ctx.db.behandelaar.create({ data: { subject: crypto.randomUUID(), naam: 'J. Visser', team, rollen } })
const late = { naam: 'Te laat', lijst: 'open', vraag: 'termijn=na_fataledatum', isVanTeam: false } as const
const names = async (of: Parameters<typeof findWeergaven>[1]) =>
  (await findWeergaven(ctx, of)).map(({ naam, mayDelete }) => `${naam}${mayDelete ? '' : ' (of another)'}`)

test('a weergave stores a list, its filters and its order under a name', async () => {
  const me = await person()
  expect(await saveWeergave(ctx, late, me)).toEqual({ ok: true })
  expect(await findWeergaven(ctx, me)).toMatchObject([
    { naam: 'Te laat', lijst: 'open', vraag: 'termijn=na_fataledatum', team: null, mayDelete: true },
  ])
})

test('own weergaven are visible to their maker only, those of a team to every member', async () => {
  const [me, collega, other] = [await person(), await person(), await person('Parkeren')]
  await saveWeergave(ctx, late, me)
  await saveWeergave(ctx, { ...late, naam: 'Van ons', isVanTeam: true }, me)
  expect(await names(me)).toEqual(['Te laat', 'Van ons'])
  expect(await names(collega)).toEqual(['Van ons (of another)'])
  expect(await names(other)).toEqual([])
})

test('behandelaars without a team share no weergaven', async () => {
  const [me, other] = [await person(''), await person('')]
  expect(await saveWeergave(ctx, { ...late, isVanTeam: true }, me)).toEqual({ ok: false, broken: ['no_team'] })
  await saveWeergave(ctx, late, me)
  expect(await names(other)).toEqual([])
})

test('only its maker or a beheerder of the team deletes a weergave', async () => {
  const [me, collega, beheerder, far] = [
    await person(),
    await person(),
    await person('Omgeving', ['beheerder']),
    await person('Parkeren', ['beheerder']),
  ]
  await saveWeergave(ctx, late, me)
  await saveWeergave(ctx, { ...late, naam: 'Van ons', isVanTeam: true }, me)
  const [own, ours] = (await findWeergaven(ctx, me)).map(({ id }) => id) as [string, string]
  for (const id of [own, ours]) await deleteWeergave(ctx, id, collega)
  await deleteWeergave(ctx, ours, far)
  await deleteWeergave(ctx, own, beheerder)
  expect(await names(me)).toEqual(['Te laat', 'Van ons'])
  await deleteWeergave(ctx, ours, beheerder)
  await deleteWeergave(ctx, own, me)
  expect(await names(me)).toEqual([])
})

test('a taken name and a fifty-first weergave are refused, with all reasons at once', async () => {
  const [me, collega] = [await person(), await person()]
  const results = await Promise.all(
    Array.from({ length: MAX_WEERGAVEN + 2 }, (_, n) => saveWeergave(ctx, { ...late, naam: `Lijst ${n}` }, me)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(MAX_WEERGAVEN)
  const [{ naam } = late] = await findWeergaven(ctx, me)
  expect(await saveWeergave(ctx, { ...late, naam }, me)).toEqual({ ok: false, broken: ['too_many', 'name_taken'] })
  expect(await saveWeergave(ctx, { ...late, naam }, collega)).toEqual({ ok: true })
})
