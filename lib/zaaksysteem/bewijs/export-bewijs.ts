import { validate } from 'uuid'
import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import type { ExportForm } from '../audit/export-auditregels.ts'
import { recordLook } from '../audit/record-look.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { type Gerechtigde, zakenMet } from '../rechten/mag.ts'

const include = {
  statussen: {
    orderBy: { versie: 'asc' },
    include: {
      gebeurtenis: {
        include: {
          bezorgingen: { orderBy: { id: 'asc' }, include: { abonnement: { select: { naam: true, sink: true } } } },
          bewijzen: { orderBy: [{ tijdstip: 'asc' }, { soort: 'asc' }, { client: 'asc' }] },
        },
      },
    },
  },
} as const satisfies Prisma.ZaakInclude

type Zaak = Prisma.ZaakGetPayload<{ include: typeof include }>
type Status = Zaak['statussen'][number]

type Feit = {
  /** `vastgelegd`, the status of a bezorging or the soort of a bewijs */
  feit: string
  /** null while it is still to happen */
  tijdstip: Date | null
  /** the abonnement of the bezorging, or the client that reported the bewijs */
  bij: string | null
  pogingen: number | null
  /** when the bewijs was received */
  gemeld_op: Date | null
}

/**
 * Returns a line per known fact of each change of a zaak, oldest change first: committed, delivered to
 * each abonnement, mailed, refused, seen. All lines of a change have one trace id, which the
 * audittrail keeps for 18 months. The export is recorded as a look before it is returned. `undefined`
 * when the reader may not read the zaak.
 */
export async function exportBewijs(
  ctx: ZaaksysteemContext,
  { zaakId, form, lezer, actor }: { zaakId: string; form: ExportForm; lezer: Gerechtigde; actor: TracedActor },
): Promise<string | undefined> {
  const begonnenOp = ctx.clock()
  if (!validate(zaakId)) return undefined
  const zaak = await ctx.db.zaak.findUnique({ where: { id: zaakId, AND: zakenMet(lezer, 'lezen') }, include })
  if (!zaak) return undefined
  const places = zaak.statussen.map(({ datumStatusGezet: tijdstip, gebeurtenisId: id }) => ({ tijdstip, id }))
  const acts = await ctx.db.auditregel.findMany({ where: { OR: places }, select: { id: true, traceId: true } })
  const traceIds = new Map(acts.map(({ id, traceId }) => [id, Buffer.from(traceId).toString('hex')]))
  const seen = [{ zaak: { id: zaak.id, bsn: zaak.aanvragerBsn } }]
  await recordLook(ctx, { actor, handeling: 'bewijs_exporteren', begonnenOp, seen })
  const regels = zaak.statussen.flatMap((status) =>
    feitenOf(status).map((feit) => toRegel(zaak, status, traceIds.get(status.gebeurtenisId) ?? null, feit)),
  )
  return form === 'jsonl' ? regels.map((regel) => `${JSON.stringify(regel)}\n`).join('') : toCsv(regels)
}

function feitenOf({ gebeurtenis: { vastgelegdOp, bezorgingen, bewijzen } }: Status): Feit[] {
  return [
    { feit: 'vastgelegd', tijdstip: vastgelegdOp, bij: null, pogingen: null, gemeld_op: null },
    ...bezorgingen.map(({ status, afgerondOp, pogingen, abonnement: { naam, sink } }) => ({
      feit: status,
      tijdstip: afgerondOp,
      bij: naam || new URL(sink).host,
      pogingen,
      gemeld_op: null,
    })),
    ...bewijzen.map(({ soort, tijdstip, client, ontvangenOp }) => ({
      feit: soort,
      tijdstip,
      bij: client,
      pogingen: null,
      gemeld_op: ontvangenOp,
    })),
  ]
}

type Regel = ReturnType<typeof toRegel>

function toRegel(
  { id, identificatie }: Zaak,
  { versie, soort, statustype, gebeurtenisId }: Status,
  traceId: string | null,
  { feit, tijdstip, bij, pogingen, gemeld_op }: Feit,
) {
  return {
    zaaknummer: identificatie,
    zaak_id: id,
    versie,
    wijziging: soort,
    statustype,
    gebeurtenis_id: gebeurtenisId,
    trace_id: traceId,
    feit,
    tijdstip: tijdstip?.toISOString() ?? null,
    bij,
    pogingen,
    gemeld_op: gemeld_op?.toISOString() ?? null,
  }
}

function toCsv(regels: Regel[]): string {
  const [first] = regels
  if (!first) return ''
  return CSV_START + [Object.keys(first), ...regels.map((regel) => Object.values(regel))].map(csvLine).join('')
}
