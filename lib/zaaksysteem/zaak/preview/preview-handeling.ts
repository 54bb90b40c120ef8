import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { TracedActor } from '../../audit/recorded-transaction.ts'
import { lookAtZaken } from '../../catalogus/look-at-zaken.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { findZaakResources } from '../api/resource/find-zaak-resource.ts'
import {
  besluitOf,
  doorzendingOf,
  ingebrekestellingOf,
  ontwerpResourceOf,
  opschortingsoortOf,
  toBesluitResources,
  vanRechtswegeOf,
} from '../api/resource/to-zaak-resource.ts'
import { HANDELINGEN, type Handelingsnaam, judgeNamed } from '../handelingen/handelingen.ts'
import type { Act } from '../handelingen/perform-handeling.ts'
import { continued, goesOn } from '../handelingen/rules.ts'
import type { Next } from '../wijziging/apply-change.ts'
import { type Document, toDocumentResources } from '../wijziging/documenten.ts'
import { findZaakAtVersie, type ZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { findPerDag } from '../wijziging/per-dag.ts'
import { stateOf } from '../wijziging/zaak-state.ts'

/** Input that the schema of the act's form validated. */
export type Invoer = Record<string, unknown> & { toelichting?: string; reden?: string }

type Shown = Omit<ZaakResource, 'initiator'>

/**
 * Returns a zaak as its citizen would see it after an act, after recording a look; `undefined` when
 * the act would be refused.
 *
 * @param asked.versie the versie that the form showed
 */
export async function previewHandeling(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'once'>,
  naam: Handelingsnaam,
  { zaakId, versie, actor, invoer }: { zaakId: string; versie: number; actor: TracedActor; invoer: Invoer },
): Promise<(Shown & { inzendingen: { aanvullingIds: string[]; tijdstip: Date }[] }) | undefined> {
  const { recht, reads }: Pick<Act, 'recht' | 'reads'> = HANDELINGEN[naam]
  const now = ctx.clock()
  const found = await findZaakAtVersie(ctx, { zaakId, versie, behandelaarId: actor.id, recht, reads })
  if (!found.ok) return undefined
  const judged = await judgeNamed(ctx, naam, { ...found, input: invoer, today: dateInAmsterdam(now) })
  const [resource] = judged.ok ? await findZaakResources(ctx, [zaakId]) : []
  if (!judged.ok || !resource) return undefined
  const look = { actor, handeling: 'zaak_bekijken', begonnenOp: now } as const
  await lookAtZaken(ctx, { ...look, zaakIds: [zaakId], onceAMinute: true })
  const { initiator: _, ...shown } = resource
  const { soort = HANDELINGEN[naam].soort, ...next } = judged.next
  const inzendingen = await ctx.db.inzending.findMany({ where: { zaakId, soort: 'aanvulling' } })
  const perDag = await findPerDag(ctx, { ...found.zaak, ...next })
  const zaak = { ...found.zaak, perDag }
  const straks = becoming(shown, { ...found, zaak, next, tells: judged.tells, soort, invoer, now })
  const after = { ...zaak, ...stateOf({ ...zaak, ...next }), versie: zaak.versie + 1 }
  if (zaak.opschorting === null || !goesOn(after)) return { ...straks, inzendingen }
  const reden = zaak.daarnaReden as string
  const going = { zaak: after, zaaktype: found.zaaktype, next: continued(after, found.zaaktype) }
  return { ...becoming(straks, { ...going, soort: 'opschorting', invoer: { reden }, now }), inzendingen }
}

type Change = {
  /** before the act */
  zaak: ZaakAtVersie
  zaaktype: Zaaktype
  next: Next
  tells?: string | undefined
  soort: ZaakResource['statussen'][number]['soort']
  invoer: Invoer
  now: Date
}

/** Returns a zaak after a change: in its next state, with one more history row. */
export function becoming(shown: Shown, { zaak, zaaktype, next, tells, soort, invoer, now }: Change): Shown {
  const versie = zaak.versie + 1
  const { besluiten: made = [], document, gebeurdOp = null, ...state } = next
  const after = { ...zaak, ...state }
  const { opschorting, opgeschortOp: op, opgeschortTot: tot } = after
  const dates = {
    einddatumGepland: after.einddatumGepland,
    uiterlijkeEinddatumAfdoening: after.uiterlijkeEinddatum,
  }
  const decided = [...zaak.besluiten, ...made.map((besluit) => ({ ...besluit, versie }))]
  const besluiten = toBesluitResources(decided)
  const status = {
    gebeurtenisId: shown.uuid,
    versie,
    soort,
    statuscode: after.statuscode,
    datumStatusGezet: now.toISOString(),
    gebeurdOp,
    statustoelichting: invoer.toelichting || tells || null,
    reden: invoer.reden ?? null,
    ...dates,
  }
  return {
    ...shown,
    ...dates,
    versie,
    omschrijving: typeof invoer.omschrijving === 'string' ? invoer.omschrijving : shown.omschrijving,
    startdatum: typeof invoer.startdatum === 'string' ? invoer.startdatum : shown.startdatum,
    status: after.statuscode,
    einddatum: after.einddatum,
    opschorting: opschorting && op && tot ? { soort: opschortingsoortOf(opschorting), op, tot } : null,
    aanvullingen:
      soort === 'aanvullingsverzoek'
        ? asked(invoer)
        : awaited(shown, { soort, invoer, after, tot: zaak.opgeschortTot }),
    ingebrekestelling: ingebrekestellingOf({ ...after, besluiten: decided }),
    ontwerp: ontwerpResourceOf(zaaktype, after),
    doorzending: doorzendingOf(zaaktype, after),
    besluit: besluitOf(besluiten),
    besluiten,
    documenten: document ? toDocumentResources(withDocument(zaak, document), decided) : shown.documenten,
    vanRechtswege: vanRechtswegeOf(decided),
    statussen: [...shown.statussen, status],
  }
}

/** Returns the documents of a zaak with the added one, or without the withdrawn one. */
function withDocument({ documenten, versie }: ZaakAtVersie, document: NonNullable<Next['document']>): Document[] {
  if (!('titel' in document)) return documenten.filter(({ id }) => id !== document.id)
  const { bestand: _, richting: __, vervangt, ...added } = document
  return [...documenten.filter(({ id }) => id !== vervangt), { ...added, versie: versie + 1 }]
}

/** Returns the aanvullingen that an aanvullingsverzoek requests. */
function asked({ aanvullingen }: Invoer): Shown['aanvullingen'] {
  if (!Array.isArray(aanvullingen)) return []
  return aanvullingen.map(({ naam, toelichting = null, formulier = null }) => ({
    id: null,
    naam,
    toelichting,
    formulier,
    ontvangenOp: null,
  }))
}

/** Returns the aanvullingen that are still requested, with the received ones. */
function awaited(
  { aanvullingen }: Shown,
  {
    soort,
    invoer,
    after,
    tot,
  }: Pick<Change, 'soort' | 'invoer'> & {
    after: Pick<ZaakAtVersie, 'opschorting' | 'einddatum'>
    tot: string | null
  },
): Shown['aanvullingen'] {
  if (after.einddatum || soort === 'aanvulling_ontvangen' || soort === 'aanvulling_gemeld') return []
  const isReceipt = soort === 'aanvulling_deel_ontvangen' || soort === 'aanvulling_nagekomen'
  const { op, aanvullingen: came } = invoer as { op: string; aanvullingen?: unknown[] }
  const known = aanvullingen.map((each) => ({
    ...each,
    ontvangenOp: each.ontvangenOp ?? (isReceipt && (!came || came.includes(each.id)) ? op : null),
    ...(soort === 'aanvulling_verlopen' && tot && { uiterlijk: tot }),
  }))
  return after.opschorting === 'aanvulling' ? known : known.filter(({ ontvangenOp }) => ontvangenOp === null)
}
