import { randomUUID } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'
import type { BezorgingStatus, Prisma } from '../generated/client.ts'
import { TRACEPARENT } from '../zaak/test-zaak.ts'

export type TestBezorging = {
  /** names the zaak within this call; absent: a zaak of its own */
  zaak?: string
  status: BezorgingStatus
  vastgelegdOp?: Date
  purged?: boolean
} & Partial<
  Pick<Prisma.BezorgingUncheckedCreateInput, 'pogingen' | 'volgendePoging' | 'herhaling' | 'leaseTot' | 'afgerondOp'>
>

/**
 * Adds events of an abonnement, each with its bezorging in the given state, in order of sequence.
 *
 * @returns the ids of the bezorgingen
 */
export async function addTestBezorgingen(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  abonnementId: string,
  wanted: TestBezorging[],
): Promise<string[]> {
  const { _max } = await db.gebeurtenis.aggregate({ _max: { sequence: true } })
  const zaken = new Map<string, string>()
  const rows = wanted.map(({ zaak = randomUUID(), vastgelegdOp = clock(), purged = false, ...bezorging }, index) => {
    if (!zaken.has(zaak)) zaken.set(zaak, randomUUID())
    const zaakId = zaken.get(zaak) as string
    const sequence = (_max.sequence ?? 0) + index + 1
    return { id: randomUUID(), zaakId, sequence, vastgelegdOp, purged, bezorging }
  })
  await db.zaak.createMany({ data: [...zaken.values()].map((id) => zaakRow(id, clock())) })
  await db.gebeurtenis.createMany({
    data: rows.map(({ id, zaakId, sequence, vastgelegdOp, purged }) => {
      const body = purged ? null : JSON.stringify({ id, sequence: String(sequence), traceparent: TRACEPARENT })
      const type = 'nl.overheid.zaken.zaakstatus-gewijzigd'
      return { id, zaakId, sequence, type, vastgelegdOp, body }
    }),
  })
  await db.verspreiding.updateMany({ data: { totSequence: (_max.sequence ?? 0) + rows.length } })
  const created = await db.bezorging.createManyAndReturn({
    data: rows.map(({ id, zaakId, sequence, bezorging }) => ({
      abonnementId,
      gebeurtenisId: id,
      zaakId,
      sequence,
      ...bezorging,
    })),
  })
  return created.sort((a, b) => a.sequence - b.sequence).map(({ id }) => String(id))
}

function zaakRow(id: string, now: Date): Prisma.ZaakCreateManyInput {
  return {
    id,
    identificatie: `ZAAK-${id}`,
    zaaktype: 'APV-STAND',
    omschrijving: 'Standplaats voor vis',
    aanvragerNaam: 'J. de Vries',
    aanvragerBsn: '999990342',
    team: 'Vergunningen',
    startdatum: now,
    einddatumGepland: now,
    uiterlijkeEinddatum: now,
    statustype: 'ontvangen',
    statuscode: 'aanvraag_ontvangen',
    gewijzigdOp: now,
  }
}
