import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { Statustype, Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { BALIE } from '../../env.ts'
import { signaleer } from '../../signalering/signaleer.ts'
import { beginTermijn } from '../../termijn/beslistermijn.ts'
import { actStatement, FIRST_OF_ITS_KEY } from '../wijziging/act-statement.ts'
import { actorOf, composeAct, type GezetDoor } from '../wijziging/compose-act.ts'
import { type Aanvraag, checkAanvraag, type RegisterRefusal } from './check-aanvraag.ts'

const NUMMER_DIGITS = 10

/**
 * The unique index decides between two concurrent repeats. An existing zaak is looked up first, because a
 * conflict would use up a zaaknummer.
 */
const REGISTER_ZAAK = actStatement({
  name: 'register-zaak',
  columns: {
    registratie_client: 'text',
    kenmerk: 'text',
    registratie_hash: 'text',
    startdatum: 'date',
    zaaktype: 'text',
    zaaktypeversie: 'int',
    zaaktypenaam: 'text',
    statusnaam: 'text',
    statustype: 'text',
    omschrijving: 'text',
    aanvrager_naam: 'text',
    aanvrager_bsn: 'text',
    aanvrager_kvk: 'text',
    aanvrager_vestiging: 'text',
    aanvrager_adres: 'text',
    aanvrager_telefoon: 'text',
    toegewezen_aan: 'uuid',
    einddatum_gepland: 'date',
    uiterlijke_einddatum: 'date',
    doorgeschoven_dagen: 'int',
    team: 'text',
    vertrouwelijk: 'boolean',
  },
  change: {
    insert: `
      insert into zaak (id, nummer, identificatie, startdatum, zaaktype, zaaktypeversie, zaaktypenaam, statusnaam,
        omschrijving, aanvrager_naam, aanvrager_bsn, aanvrager_kvk, aanvrager_vestiging, aanvrager_adres,
        aanvrager_telefoon, behandelaar_id, einddatum_gepland,
        uiterlijke_einddatum, doorgeschoven_dagen, statustype, statuscode, team, gewijzigd_op, registratie_client, kenmerk,
        registratie_hash, vertrouwelijk)
      select zaak_id, nummer,
        concat('ZAAK-', to_char(startdatum, 'YYYY'), '-', lpad(nummer::text, ${NUMMER_DIGITS}, '0')), startdatum,
        zaaktype, zaaktypeversie, zaaktypenaam, statusnaam, omschrijving, aanvrager_naam, aanvrager_bsn, aanvrager_kvk,
        aanvrager_vestiging, aanvrager_adres, aanvrager_telefoon, toegewezen_aan, einddatum_gepland, uiterlijke_einddatum, doorgeschoven_dagen, statustype,
        statustype, team, vastgelegd_op, registratie_client, kenmerk, registratie_hash, vertrouwelijk
      from (
        select act.*, nextval(pg_get_serial_sequence('zaak', 'nummer'))::int as nummer from act
        where (
          select true from zaak
          where zaak.registratie_client = act.registratie_client and zaak.kenmerk = act.kenmerk limit 1
        ) is null and ${FIRST_OF_ITS_KEY}
      ) as act
      on conflict (registratie_client, kenmerk) do nothing`,
  },
  further: { also: { signaleerd: signaleer('toegewezen') } },
  answer: `jsonb_build_object('uuid', id, 'identificatie', identificatie)`,
})

const FIND_REGISTERED = `
  select zaak.id, identificatie, 1 as versie, gebeurtenis_id as "gebeurtenisId", registratie_hash as hash
  from zaak join status on status.zaak_id = zaak.id and status.versie = 1
  where registratie_client = $1 and kenmerk = $2`

export type Registration = Aanvraag & {
  /** UUID v7; a fresh one when absent */
  id?: string
  /** absent: the application form */
  gezetDoor?: GezetDoor
  /** the caller's reference: a repeat with it returns the first zaak */
  kenmerk?: string | undefined
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
}

type Registered = { id: string; identificatie: string; versie: number; gebeurtenisId: string }

/**
 * `isNew`: false when the kenmerk was registered before with the same content. `kenmerk_reused`: with other
 * content. `key_reused`: another request used the Idempotency-Key.
 */
export type Registering =
  | ({ ok: true; isNew: boolean } & Registered)
  | { ok: false; reason: 'refused'; broken: RegisterRefusal[] }
  | { ok: false; reason: 'kenmerk_reused' | 'key_reused' }

/** Registers a zaak with its first status. Its terms run from the day after the startdatum. */
export async function registerZaak(ctx: ZaaksysteemContext, registration: Registration): Promise<Registering> {
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const { aanvrager, gezetDoor, kenmerk, startdatum = today, vertrouwelijk = false } = registration
  const checked = await checkAanvraag(ctx, registration, { today, behandelaarId: gezetDoor?.behandelaarId })
  if (!checked.ok) return checked
  const { zaaktype, team, behandelaarId } = checked
  const first = firstStatus(zaaktype)
  const termijn = beginTermijn(startdatum, zaaktype)
  const client = kenmerk ? (gezetDoor?.request?.client ?? BALIE) : null
  const hash = kenmerk ? contentHash(registration) : null

  const id = registration.id ?? v7({ msecs: now.getTime() })
  const row = {
    registratie_client: client,
    kenmerk,
    registratie_hash: hash,
    startdatum,
    zaaktype: zaaktype.identificatie,
    zaaktypeversie: zaaktype.versie,
    zaaktypenaam: zaaktype.omschrijving.nl,
    statusnaam: first.omschrijving.nl,
    statustype: first.code,
    omschrijving: registration.omschrijving,
    aanvrager_naam: aanvrager.naam,
    aanvrager_bsn: aanvrager.bsn,
    aanvrager_kvk: aanvrager.kvkNummer,
    aanvrager_vestiging: aanvrager.vestigingsnummer,
    aanvrager_adres: aanvrager.adres || null,
    aanvrager_telefoon: aanvrager.telefoonnummer || null,
    toegewezen_aan: behandelaarId,
    einddatum_gepland: termijn.einddatumGepland,
    uiterlijke_einddatum: termijn.uiterlijkeEinddatum,
    doorgeschoven_dagen: termijn.doorgeschovenDagen,
    team,
    vertrouwelijk,
  }
  const { gebeurtenisId, act } = composeAct(ctx, {
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
  const query = { ...REGISTER_ZAAK, row: { ...row, ...act } }
  const [zaak] = (await groupCommit(ctx.pool, query, id)) as { identificatie: string }[]
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

/** Hashes the content, because a repeat may be formatted differently. An absent startdatum stays absent. */
function contentHash(aanvraag: Aanvraag): string {
  const { zaaktype, omschrijving, aanvrager, behandelaar, startdatum, team, vertrouwelijk } = aanvraag
  const { naam, bsn, kvkNummer, vestigingsnummer, adres, telefoonnummer } = aanvrager
  const content = [zaaktype, omschrijving, naam, bsn, kvkNummer, behandelaar?.id, behandelaar?.subject, startdatum]
  // only when given, so that hashes from before these members existed stay valid
  if (team || vertrouwelijk) content.push(team, vertrouwelijk ? 'vertrouwelijk' : undefined)
  if (vestigingsnummer) content.push(`vestiging ${vestigingsnummer}`)
  if (adres || telefoonnummer) content.push(`bereikbaar ${adres} ${telefoonnummer}`)
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}
