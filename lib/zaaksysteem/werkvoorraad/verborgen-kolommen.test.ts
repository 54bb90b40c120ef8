import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { findVerborgenKolommen, setVerborgenKolommen } from './verborgen-kolommen.ts'

const ctx = await openTestZaaksysteem()

test('a choice of columns is of one behandelaar, and keeps what other lists leave out', async () => {
  const person = () =>
    ctx.db.behandelaar.create({ data: { subject: crypto.randomUUID(), naam: 'J. Visser', team: '', rollen: [] } })
  const [me, collega] = [await person(), await person()]
  await setVerborgenKolommen(ctx, me, { getoond: ['status'], verborgen: ['zaaknummer'] })
  await setVerborgenKolommen(ctx, me, { getoond: [], verborgen: ['streefdatum'] })
  expect(await findVerborgenKolommen(ctx, me)).toEqual(['zaaknummer', 'streefdatum'])
  await setVerborgenKolommen(ctx, me, { getoond: ['zaaknummer'], verborgen: [] })
  expect(await findVerborgenKolommen(ctx, me)).toEqual(['streefdatum'])
  expect(await findVerborgenKolommen(ctx, collega)).toEqual([])
})
