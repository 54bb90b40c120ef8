import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { lookAtZaken } from '../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZaakResources } from '../zaak/api/resource/find-zaak-resource.ts'
import { HANDELINGEN, judgeNamed } from '../zaak/handelingen/handelingen.ts'
import { becoming } from '../zaak/preview/preview-handeling.ts'
import { findZakenNow } from '../zaak/wijziging/find-zaak-at-versie.ts'
import type { Bulkhandeling, BulkReden, Invoer } from './bulkhandelingen.ts'
import type { BulkopdrachtDetail, BulkregelDetail } from './find-bulkopdracht.ts'

/** `straks`: the zaak as its citizen will see it. */
export type PreviewedRegel = BulkregelDetail &
  ({ ok: true; straks: Omit<ZaakResource, 'initiator'> } | { ok: false; broken: BulkReden[] })

/** Returns the effect of a prepared opdracht per zaak, after recording a look at each. */
export async function previewBulk(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>,
  { actor, behandelaarId, handeling, invoer, regels }: BulkopdrachtDetail,
): Promise<PreviewedRegel[]> {
  if (!handeling || !invoer) return []
  const { soort } = HANDELINGEN[handeling]
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const zaakIds = regels.map(({ zaakId }) => zaakId)
  const [zaken, resources] = await Promise.all([
    findZakenNow(ctx, { zaakIds, behandelaarId }),
    findZaakResources(ctx, zaakIds),
  ])
  const found = new Map(zaken.map((each) => [each.zaak.id, each]))
  const resourceOf = new Map(resources.map((resource) => [resource.uuid, resource]))

  async function preview(regel: BulkregelDetail): Promise<PreviewedRegel> {
    const each = found.get(regel.zaakId)
    const resource = resourceOf.get(regel.zaakId)
    if (!each || !resource) return { ...regel, ok: false, broken: ['not_found'] }
    if (each.zaak.versie !== regel.versie) return { ...regel, ok: false, broken: ['changed_meanwhile'] }
    const judged = await judgeNamed(ctx, handeling as Bulkhandeling, { ...each, input: invoer as Invoer, today })
    if (!judged.ok) return { ...regel, ok: false, broken: judged.broken }
    const { initiator: _, ...shown } = resource
    const straks = becoming(shown, { ...each, next: judged.next, soort, invoer: invoer as Invoer, now })
    return { ...regel, ok: true, straks }
  }
  const previewed = await Promise.all(regels.map(preview))
  const zaakIdsShown = previewed.flatMap(({ ok, zaakId }) => (ok ? zaakId : []))
  const look = { actor, handeling: 'zaak_bekijken', begonnenOp: now } as const
  await lookAtZaken(ctx, { ...look, zaakIds: zaakIdsShown, onceAMinute: true })
  return previewed
}
