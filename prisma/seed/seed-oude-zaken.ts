import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { asOf } from './as-of.ts'
import { expectDone } from './expect-done.ts'
import { INWONERS } from './plan-zaken.ts'
import { createRandom } from './random.ts'

const SEED = 1995

/** Closed so long ago that their bewaartermijn of a year is over. */
const ZAKEN = [
  { omschrijving: 'Braderie Dorpsstraat', closed: '-P14M', resultaat: 'verleend' },
  { omschrijving: 'Buurtbarbecue Lindenlaan', closed: '-P15M', resultaat: 'verleend' },
  { omschrijving: 'Hardloopwedstrijd langs de vaart', closed: '-P17M', resultaat: 'ingetrokken' },
  { omschrijving: 'Koningsmarkt Raadhuisplein', closed: '-P19M', resultaat: 'verleend' },
]

/** Adds zaken that two people can destroy. */
export async function seedOudeZaken(ctx: ZaaksysteemContext): Promise<void> {
  if (await ctx.db.zaak.findFirst({ where: { omschrijving: ZAKEN[0]?.omschrijving } })) return
  const random = createRandom(SEED)
  const today = dateInAmsterdam(ctx.clock())
  for (const { omschrijving, closed, resultaat } of ZAKEN) {
    const at = new Date(`${addToDate(today, closed)}T10:00:00Z`)
    const then = asOf(ctx, at)
    const aanvrager = random.pick(INWONERS)
    const registration = { id: random.uuid(at), zaaktype: 'APV-EVEN', omschrijving, aanvrager }
    const traceparent = random.traceparent()
    const registered = await registerZaak(then, { ...registration, traceparent, gebeurtenisId: random.uuid(at) })
    const closing = { statustype: 'afgehandeld', resultaat, gezetDoor: { client: 'evenementenloket' }, traceparent }
    const done = await changeStatus(then, {
      ...closing,
      zaakId: expectDone(registered).id,
      versie: 1,
      gebeurtenisId: random.uuid(at),
    })
    expectDone(done)
  }
}
