import { addToDate } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { AANVRAGER, registerSoundZaak, TRACEPARENT } from '../test-zaak.ts'
import { approveLijst } from './decide-lijst.ts'
import { processVernietigingslijsten } from './process-vernietigingslijsten.ts'
import { proposeVernietiging } from './propose-vernietiging.ts'

/** Adds a behandelaar with these rollen, and returns the actor. */
export async function addPerson({ db }: Pick<ZaaksysteemContext, 'db'>, ...rollen: string[]) {
  const data = { subject: crypto.randomUUID(), naam: 'A. de Archivaris', team: 'Archief', rollen }
  const { id } = await db.behandelaar.create({ data })
  return { soort: 'behandelaar', id, traceparent: TRACEPARENT } as const
}

/** Closes zaken of APV-EVEN a time before `today`; that zaaktype keeps withdrawn aanvragen for a year. */
export async function closeZaken(
  ctx: ZaaksysteemContext,
  { aantal = 1, today, ago = 'P1Y' }: { aantal?: number; today: string; ago?: string },
): Promise<{ id: string; identificatie: string }[]> {
  const then = { ...ctx, clock: () => new Date(`${addToDate(today, `-${ago}`)}T12:00:00Z`) }
  return Promise.all(
    Array.from({ length: aantal }, async () => {
      const registration = { zaaktype: 'APV-EVEN', omschrijving: 'Buurtfeest', aanvrager: AANVRAGER }
      const zaak = await registerSoundZaak(then, { ...registration, traceparent: TRACEPARENT })
      const gezetDoor = { client: 'portaal' }
      const closing = { statustype: 'afgehandeld', resultaat: 'ingetrokken', gezetDoor, traceparent: TRACEPARENT }
      const closed = await changeStatus(then, { zaakId: zaak.id, versie: 1, ...closing })
      if (!closed.ok) throw new Error(JSON.stringify(closed))
      return zaak
    }),
  )
}

/**
 * Proposes, approves and destroys zaken whose bewaartermijn is over.
 *
 * @returns the number of zaken on the lijst, and of destroyed ones
 */
export async function destroyByTwo(ctx: ZaaksysteemContext): Promise<{ aantal: number; vernietigd: number }> {
  const proposed = await proposeVernietiging(ctx, { actor: await addPerson(ctx, 'archivaris') })
  if (!proposed.ok) return { aantal: 0, vernietigd: 0 }
  await approveLijst(ctx, { lijstId: proposed.lijstId, actor: await addPerson(ctx, 'beheerder') })
  const where = { lijstId: proposed.lijstId }
  while ((await ctx.db.vernietigingsregel.count({ where: { ...where, uitkomst: null } })) > 0) {
    await processVernietigingslijsten(ctx)
  }
  return {
    aantal: await ctx.db.vernietigingsregel.count({ where }),
    vernietigd: await ctx.db.vernietigingsregel.count({ where: { ...where, uitkomst: 'vernietigd' } }),
  }
}
