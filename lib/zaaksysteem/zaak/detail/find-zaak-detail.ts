import { validate } from 'uuid'
import { isoDate } from '#lib/platform/calendar.ts'
import { findGemeldSinds } from '../../bewijs/find-bewijzen.ts'
import { findZaaktypeOf } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { type Gerechtigde, type Recht, zakenMet } from '../../rechten/mag.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { archiefactiedatumOf } from '../bewaren/grond.ts'
import { offeredStatustypen } from '../handelingen/rules.ts'
import { findDossier } from '../wijziging/documenten.ts'
import { findZaakNow } from '../wijziging/find-zaak-at-versie.ts'
import { OF_HISTORY, toHistory } from './to-history.ts'

/** The columns and relations that only the desk reads. */
const OF_DESK = {
  ...OF_HISTORY,
  identificatie: true,
  team: true,
  vertrouwelijk: true,
  statusnaam: true,
  gewijzigdOp: true,
  behandelaarId: true,
  behandelaar: { select: { naam: true } },
  aangehoudenTot: true,
  /** the messages and questions of the aanvrager */
  inzendingen: { orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }] },
  bereikbaarheden: { select: { portaalGebruikt: true, emailBevestigd: true } },
} as const satisfies Prisma.ZaakSelect

type Row = Prisma.ZaakGetPayload<{ select: typeof OF_DESK }>

/** A zaak as the desk shows it, without the BSN. Dates are `yyyy-mm-dd`. */
export type ZaakDetail = NonNullable<Awaited<ReturnType<typeof findZaakDetail>>>

/** `undefined` when the behandelaar lacks the right, as if the zaak did not exist. */
export async function findZaakDetail(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'once'>,
  zaakId: string,
  { lezer, recht = 'lezen' }: { lezer: Gerechtigde; recht?: Recht },
) {
  if (!validate(zaakId)) return undefined
  // Read first: events up to this sequence have their bezorgingen in the rows read next.
  const { totSequence } = await ctx.db.verspreiding.findFirstOrThrow({ orderBy: { totSequence: 'desc' } })
  const row = await ctx.db.zaak.findUnique({ where: { id: zaakId, AND: zakenMet(lezer, recht) }, select: OF_DESK })
  const [zaak, whole] = row ? await Promise.all([findZaakNow(ctx, zaakId), findZaakResource(ctx, zaakId)]) : []
  // It may have been removed meanwhile.
  if (!row || !zaak || !whole) return undefined

  const { behandelaar, statussen, gegevenswijzigingen, bereikbaarheden, aangehoudenTot, ...ofDesk } = row
  const { initiator, ...resource } = whole
  const zaaktype = await findZaaktypeOf(ctx, zaak)
  const gemeldSinds = await findGemeldSinds(ctx)
  const dossier = await findDossier(ctx, zaakId)
  return {
    ...ofDesk,
    ...zaak,
    ...dossier,
    zaaktype,
    aangehoudenTot: aangehoudenTot && isoDate(aangehoudenTot),
    behandelaarNaam: behandelaar?.naam ?? null,
    /** the day from which it may be destroyed; null when it is open or kept forever */
    archiefactiedatum: archiefactiedatumOf(zaaktype, zaak),
    /** the ways in which news reaches the aanvrager, as portals reported; null without a report */
    bereikbaar: bereikbaarheden.length > 0 ? bereikbaarDoor(bereikbaarheden) : null,
    /** the next statuses, except the eindstatus */
    offered: offeredStatustypen(zaaktype, zaak).filter(({ isEindstatus }) => !isEindstatus),
    /** newest first */
    history: toHistory(row, { ...dossier, zaaktype, besluiten: zaak.besluiten, gemeldSinds, totSequence }),
    /** for the preview of the citizen's page */
    resource,
  }
}

/** Each way counts when any portal reaches the aanvrager by it. */
const bereikbaarDoor = (bereikbaarheden: Row['bereikbaarheden']) => ({
  portaal: bereikbaarheden.some(({ portaalGebruikt }) => portaalGebruikt),
  email: bereikbaarheden.some(({ emailBevestigd }) => emailBevestigd),
})
