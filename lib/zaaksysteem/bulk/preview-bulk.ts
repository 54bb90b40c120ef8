import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZaakResources } from '../zaak/api/resource/find-zaak-resource.ts'
import { besluitOf, opschortingsoortOf, toBesluitResources } from '../zaak/api/resource/to-zaak-resource.ts'
import { HANDELINGEN, judgeNamed } from '../zaak/handeling/handelingen.ts'
import type { Next } from '../zaak/wijziging/apply-change.ts'
import { findZakenNow, type ZaakAtVersie } from '../zaak/wijziging/find-zaak-at-versie.ts'
import type { Bulkhandeling, BulkReden, Invoer } from './bulkhandelingen.ts'
import type { BulkopdrachtDetail, BulkregelDetail } from './find-bulkopdracht.ts'

/** `straks`: the zaak as its citizen will see it. */
export type PreviewedRegel = BulkregelDetail &
  ({ ok: true; straks: Omit<ZaakResource, 'initiator'> } | { ok: false; broken: BulkReden[] })

/** What a prepared opdracht would do now, zaak by zaak. */
export async function previewBulk(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>,
  { behandelaarId, handeling, invoer, regels }: BulkopdrachtDetail,
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
    return { ...regel, ok: true, straks: becoming(shown, after(each.zaak, judged.next), { soort, invoer, now }) }
  }
  return Promise.all(regels.map(preview))
}

function after({ besluiten, ...zaak }: ZaakAtVersie, { besluiten: made = [], ...next }: Next): ZaakAtVersie {
  const versie = zaak.versie + 1
  return { ...zaak, ...next, besluiten: [...besluiten, ...made.map((besluit) => ({ ...besluit, versie }))] }
}

type Shown = Omit<ZaakResource, 'initiator'>
type Change = { soort: ZaakResource['statussen'][number]['soort']; invoer: Invoer | null; now: Date }

/** A zaak with one more row of history, in the state after it. */
function becoming(zaak: Shown, after: ZaakAtVersie, { soort, invoer, now }: Change): Shown {
  const { opschorting, opgeschortOp: op, opgeschortTot: tot } = after
  const versie = zaak.versie + 1
  const dates = {
    einddatumGepland: after.einddatumGepland,
    uiterlijkeEinddatumAfdoening: after.uiterlijkeEinddatum,
  }
  const besluiten = toBesluitResources(after.besluiten)
  const status = {
    gebeurtenisId: zaak.uuid,
    versie,
    soort,
    statuscode: after.statuscode,
    datumStatusGezet: now.toISOString(),
    statustoelichting: invoer?.toelichting || null,
    reden: invoer?.reden ?? null,
    ...dates,
  }
  return {
    ...zaak,
    ...dates,
    versie,
    status: after.statuscode,
    einddatum: after.einddatum,
    opschorting: opschorting && op && tot ? { soort: opschortingsoortOf(opschorting), op, tot } : null,
    besluit: besluitOf(besluiten),
    besluiten,
    statussen: [...zaak.statussen, status],
  }
}
