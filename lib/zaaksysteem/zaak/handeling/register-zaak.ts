import { v7 } from 'uuid'
import { bsn } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { signaleer } from '../../signalering/signaleer.ts'
import { changeStatement, writeChange } from '../wijziging/write-change.ts'

const NUMMER_DIGITS = 10

const REGISTER = changeStatement(
  'register-zaak',
  `insert into zaak (id, nummer, identificatie, startdatum, zaaktype, zaaktypeversie, zaaktypenaam, statusnaam, omschrijving, aanvrager_naam, aanvrager_bsn,
     behandelaar_id, einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op)
   select $14::uuid, nummer, concat('ZAAK-', left($15, 4), '-', lpad(nummer::text, ${NUMMER_DIGITS}, '0')), $15::text::date,
     $16, $17::int, $18, $19, $20, $21, $22, $23::uuid, $24::date, $25::date, $26, $26, $27, $2::timestamptz
   from (select nextval(pg_get_serial_sequence('zaak', 'nummer'))::int as nummer) as numbered`,
  { signaleerd: signaleer('toegewezen') },
)

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
  const zaaktype = await findZaaktype(ctx, registration.zaaktype)
  const [first] = zaaktype.statustypen
  if (!first) throw new Error(`Zaaktype ${zaaktype.identificatie} has no statustypen`)
  const aanvragerBsn = bsn.parse(registration.aanvrager.bsn)
  const startdatum = registration.startdatum ?? dateInAmsterdam(now)

  const id = registration.id ?? v7({ msecs: now.getTime() })
  const { zaak } = await writeChange(ctx, REGISTER, {
    change: {
      zaakId: id,
      versie: 1,
      soort: 'registratie',
      oudeStatus: null,
      nieuweStatus: first.code,
      onlyStatus: false,
      gezetDoor: undefined,
      gebeurtenisId: registration.gebeurtenisId,
      traceparent: registration.traceparent,
    },
    values: [
      id,
      startdatum,
      zaaktype.identificatie,
      String(zaaktype.versie),
      zaaktype.omschrijving.nl,
      first.omschrijving.nl,
      registration.omschrijving,
      registration.aanvrager.naam,
      aanvragerBsn,
      registration.behandelaarId ?? null,
      addToDate(startdatum, zaaktype.servicenorm),
      addToDate(startdatum, zaaktype.doorlooptijd),
      first.code,
      zaaktype.team,
    ],
  })
  if (!zaak) throw new Error('An insert gives its row')
  return { id, identificatie: zaak.identificatie, versie: 1 }
}
