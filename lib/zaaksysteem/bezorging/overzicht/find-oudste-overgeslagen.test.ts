import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { findOudsteOvergeslagen } from './find-abonnementen.ts'
import { createTestBezorging, createTestGebeurtenis } from './test-bezorging.ts'

let now = new Date('2026-11-25T08:00:00Z')

const ctx = await openTestZaaksysteem({ clock: () => now })

async function skip(abonnementId: string, vastgelegdOp: string) {
  now = new Date(vastgelegdOp)
  const gebeurtenis = await createTestGebeurtenis(ctx)
  await createTestBezorging(ctx, { abonnementId, gebeurtenis, status: 'overgeslagen', volgendePoging: null })
  return gebeurtenis
}

test('recovery begins at the oldest skipped event that can still be sent', async () => {
  const abonnementId = await addAbonnement(ctx)
  expect(await findOudsteOvergeslagen(ctx, abonnementId)).toBeNull()

  now = new Date('2026-11-25T08:00:00Z')
  const failed = await createTestGebeurtenis(ctx)
  await createTestBezorging(ctx, { abonnementId, gebeurtenis: failed, status: 'mislukt', volgendePoging: null })
  const oldest = await skip(abonnementId, '2026-11-25T09:00:00Z')
  await skip(abonnementId, '2026-11-25T10:00:00Z')
  expect(await findOudsteOvergeslagen(ctx, abonnementId)).toEqual(new Date('2026-11-25T09:00:00Z'))

  await ctx.db.gebeurtenis.update({ where: { id: oldest.gebeurtenisId }, data: { body: null } })
  expect(await findOudsteOvergeslagen(ctx, abonnementId)).toEqual(new Date('2026-11-25T10:00:00Z'))
  expect(await findOudsteOvergeslagen(ctx, await addAbonnement(ctx))).toBeNull()
})
