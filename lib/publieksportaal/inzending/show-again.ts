import type { PublieksportaalContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { NOTIFY_LIVE } from '../inbox/live-hint.ts'

const SHOW_AGAIN = `
  with numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = $1::uuid returning live_volgnummer
  ), shown as (
    update zaak set live_volgnummer = numbered.live_volgnummer from numbered
    where zaak.id = $2::uuid and zaak.burger_id = $1::uuid
    returning case when $3 then ${NOTIFY_LIVE} end
  )
  select from shown`

/** Has open pages of a citizen show a zaak anew, with what changed beside it. With a live bus, publish to it after the commit. */
export async function showAgain(
  { liveBus }: Pick<PublieksportaalContext, 'liveBus'>,
  tx: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<void> {
  await tx.$executeRawUnsafe(SHOW_AGAIN, burgerId, zaakId, liveBus === undefined)
}
