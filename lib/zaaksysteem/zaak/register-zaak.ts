import { v7 } from 'uuid'
import { bsn } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateColumn, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../catalogus/catalogus.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { appendStatus } from './append-status.ts'

const NUMMER_DIGITS = 10

export type Registration = {
  /** UUID v7; a fresh one when absent */
  id?: string
  /** identificatie of a zaaktype */
  zaaktype: string
  /** at most 80 characters, without personal data */
  omschrijving: string
  aanvrager: { naam: string; bsn: string }
  behandelaarId?: string
  /** `yyyy-mm-dd`; today when absent */
  startdatum?: string
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
}

/** Opens a zaak with its first status. Its terms run from the startdatum, in calendar days. */
export async function registerZaak(
  ctx: ZaaksysteemContext,
  registration: Registration,
): Promise<{ id: string; identificatie: string; versie: number }> {
  const now = ctx.clock()
  const zaaktype = findZaaktype(registration.zaaktype)
  const [first] = zaaktype.statustypen
  if (!first) throw new Error(`Zaaktype ${zaaktype.identificatie} has no statustypen`)
  const aanvragerBsn = bsn.parse(registration.aanvrager.bsn)
  const startdatum = registration.startdatum ?? dateInAmsterdam(now)

  return ctx.db.$transaction(async (tx) => {
    const nummer = await nextNummer(tx)
    const zaak = await tx.zaak.create({
      data: {
        id: registration.id ?? v7({ msecs: now.getTime() }),
        nummer,
        identificatie: `ZAAK-${startdatum.slice(0, 4)}-${String(nummer).padStart(NUMMER_DIGITS, '0')}`,
        zaaktype: zaaktype.identificatie,
        omschrijving: registration.omschrijving,
        aanvragerNaam: registration.aanvrager.naam,
        aanvragerBsn,
        behandelaarId: registration.behandelaarId ?? null,
        startdatum: dateColumn(startdatum),
        einddatumGepland: dateColumn(addToDate(startdatum, zaaktype.servicenorm)),
        uiterlijkeEinddatum: dateColumn(addToDate(startdatum, zaaktype.doorlooptijd)),
        statustype: first.code,
        statuscode: first.code,
        gewijzigdOp: now,
      },
      select: { id: true, identificatie: true, versie: true },
    })
    await appendStatus(ctx, tx, {
      zaakId: zaak.id,
      versie: zaak.versie,
      soort: 'registratie',
      statustype: first.code,
      oudeStatus: null,
      statuscode: first.code,
      resultaat: null,
      toelichting: null,
      gezetDoorId: null,
      gebeurtenisId: registration.gebeurtenisId,
      traceparent: registration.traceparent,
    })
    return zaak
  })
}

/** Taken before the insert, because the zaaknummer contains it. */
async function nextNummer(tx: Prisma.TransactionClient): Promise<number> {
  const [row] = await tx.$queryRaw<[{ nummer: number }]>`
    select nextval(pg_get_serial_sequence('zaak', 'nummer'))::int as nummer`
  return row.nummer
}
