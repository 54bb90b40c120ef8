import type { TracedActor } from '../../audit/recorded-transaction.ts'
import { lookAtZaken } from '../../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Gerechtigde, Recht } from '../../rechten/mag.ts'
import { findZaakDetail, type ZaakDetail } from './find-zaak-detail.ts'

/** Returns a zaak when the behandelaar has the right, after recording the look. */
export async function openZaak(
  ctx: ZaaksysteemContext,
  { zaakId, actor, ...of }: { zaakId: string; lezer: Gerechtigde; recht?: Recht; actor: TracedActor },
): Promise<ZaakDetail | undefined> {
  const begonnenOp = ctx.clock()
  const zaak = await findZaakDetail(ctx, zaakId, of)
  if (!zaak) return undefined
  await lookAtZaken(ctx, { actor, handeling: 'zaak_bekijken', begonnenOp, zaakIds: [zaak.id], onceAMinute: true })
  return zaak
}
