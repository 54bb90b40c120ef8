import type { ZaaksysteemContext } from '../context.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { type Registration, registerZaak } from './registratie/register-zaak.ts'

export const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
export const actorOf = (id: string) => ({ soort: 'behandelaar', id, traceparent: TRACEPARENT }) as const
/** May read every zaak that is not vertrouwelijk. */
export const LEZER: Gerechtigde = { team: '', rollen: ['lezer'] }
export const AANVRAGER = { naam: 'J. de Vries', bsn: '999990342' }

/** Registers a valid zaak; throws when it is refused. */
export async function registerSoundZaak(ctx: ZaaksysteemContext, registration: Registration) {
  const registered = await registerZaak(ctx, registration)
  if (!registered.ok) throw new Error(JSON.stringify(registered))
  return registered
}

/** Registers an open zaak with a behandelaar of its own. */
export async function registerTestZaak(
  ctx: ZaaksysteemContext,
  {
    zaaktype = 'APV-STAND',
    omschrijving = 'Standplaats voor vis',
    rollen = [] as string[],
    naam = 'F. El Amrani',
  } = {},
) {
  const { id: behandelaarId } = await ctx.db.behandelaar.create({
    data: { subject: crypto.randomUUID(), naam, team: 'Vergunningen', rollen: ['behandelaar', ...rollen] },
  })
  const zaak = await registerSoundZaak(ctx, {
    zaaktype,
    omschrijving,
    aanvrager: AANVRAGER,
    behandelaar: { id: behandelaarId },
    traceparent: TRACEPARENT,
  })
  return { ...zaak, behandelaarId, change: { zaakId: zaak.id, gezetDoor: { behandelaarId }, traceparent: TRACEPARENT } }
}
