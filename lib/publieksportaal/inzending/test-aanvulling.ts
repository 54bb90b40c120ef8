import { v7 as uuidv7 } from 'uuid'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '../context.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { testZaak } from '../test-zaak.ts'

export const LAST_DAY = '2026-12-10'

/** Stores a zaak of a citizen that waits for a plattegrond and a foto. */
export async function storeAskedZaak(ctx: PublieksportaalContext, { bsn = '999990342', tot = LAST_DAY } = {}) {
  const [plattegrond, foto] = [uuidv7(), uuidv7()]
  const zaak = {
    ...testZaak({ bsn }),
    opschorting: { soort: 'aanvulling', op: '2026-11-26', tot } as const,
    aanvullingen: [
      { id: plattegrond, naam: 'Plattegrond', toelichting: null, formulier: null, ontvangenOp: null },
      { id: foto, naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null },
    ],
  }
  await storeZaak(ctx, zaak)
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  return { zaak, plattegrond, foto, wanted: { burgerId, gemachtigdeId: null, zaakId: zaak.uuid, versie: zaak.versie } }
}
