import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { giveLevensteken } from '#lib/zaaksysteem/upkeep/workeruitval.ts'
import { Workeruitval } from './workeruitval.tsx'

let now = new Date('2026-11-25T09:00:00Z')
const ctx = await openTestZaaksysteem({ clock: () => now })
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })

async function shownTo(rol: string): Promise<string> {
  const data = { subject: crypto.randomUUID(), naam: 'A', team: 'Vergunningen', rollen: [rol] }
  const behandelaar = { ...(await ctx.db.behandelaar.create({ data })), sessieId: crypto.randomUUID() }
  return renderToStaticMarkup(await Workeruitval({ behandelaar }))
}

test('a beheerder, and nobody else, reads that no worker runs, until one does', async () => {
  await ctx.pool.query('delete from levensteken')
  await giveLevensteken(ctx)
  expect(await shownTo('beheerder')).toBe('')
  now = new Date(now.getTime() + HOUR_MS)
  const told = await shownTo('beheerder')
  expect(told).toContain('sinds 25 nov 2026 10:00 is er geen teken van leven')
  expect(told).toContain('Er wacht nu geen bericht aan een ander systeem.')
  expect(await shownTo('behandelaar')).toBe('')
  await giveLevensteken(ctx)
  expect(await shownTo('beheerder')).toBe('')
})
