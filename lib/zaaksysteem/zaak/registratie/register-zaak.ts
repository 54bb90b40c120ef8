import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { sql } from '#lib/platform/postgres/sql.ts'
import type { Statustype, Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { BALIE } from '../../env.ts'
import { signaleer } from '../../signalering/signaleer.ts'
import { type ActStatement, actorOf, type GezetDoor, writeChange } from '../wijziging/write-change.ts'
import { type Aanvraag, checkAanvraag, type RegisterRefusal } from './check-aanvraag.ts'

const NUMMER_DIGITS = 10

const FIND_REGISTERED = `
  select zaak.id, identificatie, 1 as versie, gebeurtenis_id as "gebeurtenisId", registratie_hash as hash
  from zaak join status on status.zaak_id = zaak.id and status.versie = 1
  where registratie_client = $1 and kenmerk = $2`

export type Registration = Aanvraag & {
  /** UUID v7; a fresh one when absent */
  id?: string
  /** who registers it; the application form when absent */
  gezetDoor?: GezetDoor
  /** reference of whoever registers it: a repeat finds the zaak of the first time */
  kenmerk?: string | undefined
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
}

type Registered = { id: string; identificatie: string; versie: number; gebeurtenisId: string }

/**
 * `isNew`: false when the kenmerk was registered before with the same content. `kenmerk_reused`: with other content.
 * `key_reused`: another request took effect with the Idempotency-Key.
 */
export type Registering =
  | ({ ok: true; isNew: boolean } & Registered)
  | { ok: false; reason: 'refused'; broken: RegisterRefusal[] }
  | { ok: false; reason: 'kenmerk_reused' | 'key_reused' }

/** Opens a zaak with its first status. Its terms run from the startdatum, in calendar days. */
export async function registerZaak(ctx: ZaaksysteemContext, registration: Registration): Promise<Registering> {
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const { aanvrager, gezetDoor, kenmerk, startdatum = today, vertrouwelijk = false } = registration
  const checked = await checkAanvraag(ctx, registration, { today, behandelaarId: gezetDoor?.behandelaarId })
  if (!checked.ok) return checked
  const { zaaktype, team, behandelaarId } = checked
  const first = firstStatus(zaaktype)
  const client = kenmerk ? (gezetDoor?.request?.client ?? BALIE) : null
  const hash = kenmerk ? contentHash(registration) : null

  const id = registration.id ?? v7({ msecs: now.getTime() })
  // Two repeats at the same moment meet in the unique index; the zaak that is there already is looked for before, because a
  // conflict would use up a zaaknummer.
  const register: ActStatement['change'] = (act) => sql`
    insert into zaak (id, nummer, identificatie, startdatum, zaaktype, zaaktypeversie, zaaktypenaam, statusnaam,
      omschrijving, aanvrager_naam, aanvrager_bsn, aanvrager_kvk, aanvrager_vestiging, behandelaar_id, einddatum_gepland,
      uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op, registratie_client, kenmerk, registratie_hash,
      vertrouwelijk)
    select ${id}::uuid, nummer,
      concat('ZAAK-', left(${startdatum}, 4), '-', lpad(nummer::text, ${NUMMER_DIGITS}::int, '0')), ${startdatum}::date,
      ${zaaktype.identificatie}, ${zaaktype.versie}::int, ${zaaktype.omschrijving.nl}, ${first.omschrijving.nl},
      ${registration.omschrijving}, ${aanvrager.naam}, ${aanvrager.bsn}, ${aanvrager.kvkNummer},
      ${aanvrager.vestigingsnummer}, ${behandelaarId}::uuid, ${addToDate(startdatum, zaaktype.servicenorm)}::date,
      ${addToDate(startdatum, zaaktype.doorlooptijd)}::date, ${first.code}, ${first.code}, ${team}, ${act.at},
      ${client}::text, ${kenmerk}::text, ${hash}, ${vertrouwelijk}::boolean
    from (select nextval(pg_get_serial_sequence('zaak', 'nummer'))::int as nummer) as numbered
    where not exists (select from zaak where registratie_client = ${client}::text and kenmerk = ${kenmerk}::text)
      and not exists (select from idempotentie where client = ${act.client} and sleutel = ${act.sleutel})
    on conflict (registratie_client, kenmerk) do nothing`
  const statement: ActStatement = {
    name: 'register-zaak',
    change: register,
    also: (act) => ({ signaleerd: signaleer(act, 'toegewezen') }),
    answer: sql`jsonb_build_object('uuid', id, 'identificatie', identificatie)`,
  }
  const { zaak, gebeurtenisId } = await writeChange(ctx, statement, {
    zaakId: id,
    versie: 1,
    soort: 'registratie',
    handeling: 'zaak_registreren',
    aanvragerBsn: aanvrager.bsn ?? null,
    oudeStatus: null,
    nieuweStatus: first.code,
    onlyStatus: false,
    gezetDoor,
    gebeurtenisId: registration.gebeurtenisId,
    traceparent: registration.traceparent,
  })
  if (zaak) {
    const handeling = { handeling: 'zaak_registreren', zaakId: id, eventId: gebeurtenisId }
    if (gezetDoor) ctx.log.info({ ...actorOf(gezetDoor), ...handeling }, 'Handeling')
    return { ok: true, isNew: true, id, identificatie: zaak.identificatie, versie: 1, gebeurtenisId }
  }

  const { rows } = await ctx.pool.query<Registered & { hash: string }>(FIND_REGISTERED, [client, kenmerk])
  const [before] = rows
  if (!before) return { ok: false, reason: 'key_reused' }
  const { hash: hashBefore, ...registered } = before
  return hashBefore === hash ? { ok: true, isNew: false, ...registered } : { ok: false, reason: 'kenmerk_reused' }
}

function firstStatus({ identificatie, statustypen: [first] }: Zaaktype): Statustype {
  if (!first) throw new Error(`Zaaktype ${identificatie} has no statustypen`)
  return first
}

/** Of what was asked, not of its bytes: a repeat may be written down otherwise. Without a startdatum, that counts as asked. */
function contentHash(aanvraag: Aanvraag): string {
  const { zaaktype, omschrijving, aanvrager, behandelaar, startdatum, team, vertrouwelijk } = aanvraag
  const { naam, bsn, kvkNummer, vestigingsnummer } = aanvrager
  const content = [zaaktype, omschrijving, naam, bsn, kvkNummer, behandelaar?.id, behandelaar?.subject, startdatum]
  // only when asked for: hashes from before there was such a choice still hold
  if (team || vertrouwelijk) content.push(team, vertrouwelijk ? 'vertrouwelijk' : undefined)
  if (vestigingsnummer) content.push(`vestiging ${vestigingsnummer}`)
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}
