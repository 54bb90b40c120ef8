import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { keepBurgerOf } from '../../burger/keep-burger-of.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { Ingelogde } from './read-identiteit.ts'
import type { Account } from './sessies.ts'

type Namen = {
  /** of who signs in */
  naam: string | null
  /** of whom that is for, when that is another */
  namensNaam: string | null
}

/** The rows of who signs in and for whom. From here on nobody is known but by these. */
export async function accountOf(
  ctx: PublieksportaalContext,
  { ingelogde: { initiator, gemachtigde }, naam, namensNaam }: Namen & { ingelogde: Ingelogde },
): Promise<Account> {
  const { id: burgerId } = await keepBurgerOf(ctx, initiator)
  if (gemachtigde === null) return { burgerId, naam }
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, gemachtigde)
  if ('bsn' in initiator) {
    return { burgerId, naam, namens: { soort: 'persoon', naam: namensNaam, gemachtigdeId, bedrijfId: null } }
  }
  const { kvkNummer, vestigingsnummer } = initiator
  // whoever may act for one vestiging only cannot choose another
  const bedrijfId = vestigingsnummer === undefined ? burgerId : null
  return {
    burgerId,
    naam,
    namens: { soort: 'bedrijf', naam: namensNaam ?? `KvK ${kvkNummer}`, gemachtigdeId, bedrijfId },
  }
}
