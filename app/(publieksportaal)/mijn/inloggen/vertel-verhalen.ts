import { DEMO_BURGERS, type DemoBurger } from '#demo/stage/demo-burgers.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { possibleHashes } from '#lib/publieksportaal/burger/bsn-keys.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { findInzendingen } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { findEmailadres } from '#lib/publieksportaal/mail/emailadres/find-emailadres.ts'
import { findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { type Verhaal, vertelVerhaal } from './vertel-verhaal.ts'

/** A line for each demo citizen, by id. Demo only, because it is shown without sign-in. */
export async function vertelVerhalen(ctx: PublieksportaalContext, taal: Taal): Promise<Map<string, string>> {
  const today = dateInAmsterdam(ctx.clock())
  const told = DEMO_BURGERS.map(async (burger) => {
    return [burger.id, vertelVerhaal(await findVerhaal(ctx, burger), { taal, today })] as const
  })
  return new Map(await Promise.all(told))
}

async function findVerhaal(ctx: PublieksportaalContext, { bsn }: DemoBurger): Promise<Verhaal> {
  const known = await ctx.db.burger.findFirst({ where: { bsnHash: { in: possibleHashes(ctx.env, bsn) } } })
  if (!known) return { zaken: [], mail: undefined }
  const burgerId = known.id
  const { open, afgerond } = await findZakenOfBurger(ctx, { burgerId })
  const running = open.map(async (zaak) => {
    return { ...zaak, inzendingen: await findInzendingen(ctx, { burgerId, zaakId: zaak.id }) }
  })
  const ended = afgerond.map((zaak) => ({ ...zaak, inzendingen: [] }))
  return { zaken: [...(await Promise.all(running)), ...ended], mail: await findEmailadres(ctx, { burgerId }) }
}
