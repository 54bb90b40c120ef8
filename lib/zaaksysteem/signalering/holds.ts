import { GEKEKEN } from '#lib/contract/bewijzen.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { MOST_WAARSCHUWINGSDAGEN } from '../catalogus/zaaktype.ts'
import { magWieSql } from '../rechten/mag-sql.ts'

/**
 * True for a row of `status` that did not reach its aanvrager, by the reports of portals. No e-mail address
 * is confirmed, the aanvrager has not looked since, and no letter was sent.
 */
export const UNREACHED = `(
  exists (select from bereikbaarheid where bereikbaarheid.zaak_id = status.zaak_id)
  and not exists (select from bereikbaarheid where bereikbaarheid.zaak_id = status.zaak_id and email_bevestigd)
  and not exists (
    select from bewijs
    where bewijs.zaak_id = status.zaak_id and bewijs.soort in ('${GEKEKEN.join("', '")}')
      and bewijs.tijdstip >= status.datum_status_gezet
  )
  and not exists (
    select from status later
    where later.zaak_id = status.zaak_id and later.versie > status.versie and later.soort = 'brief_verstuurd'
  )
)`

/**
 * True while a signalering is still true and useful. It is evaluated when a signalering is read, so no act
 * has to keep it up to date.
 *
 * A behandelaar who may no longer read the zaak gets none, and a reassigned zaak leaves its signaleringen
 * behind: the next behandelaar gets one of the assignment. For a closed zaak only dead letters, refused
 * mails, needed letters and unanswered questions remain.
 *
 * A near term no longer holds when it moved or stands still, or when a besluit is in force. A sent aanvulling
 * no longer holds when all of it came, nor a virus when its document was withdrawn. An unassigned zaak, or a
 * question about one, holds for coordinators until it is assigned.
 */
export const HOLDS = `
  case signalering.soort
    when 'niet_toegewezen' then zaak.behandelaar_id is null and ${magWieSql('signalering.behandelaar_id', 'coordineren')}
    when 'vraag_gesteld' then zaak.behandelaar_id is not distinct from signalering.behandelaar_id
      or zaak.behandelaar_id is null and ${magWieSql('signalering.behandelaar_id', 'coordineren')}
    else zaak.behandelaar_id is not distinct from signalering.behandelaar_id
  end
  and ${magWieSql('signalering.behandelaar_id', 'lezen')}
  and (zaak.einddatum is null or signalering.soort in ('bezorging_mislukt', 'mail_geweigerd', 'brief_nodig', 'vraag_gesteld'))
  and (signalering.soort <> 'vraag_gesteld' or exists (
    select from inzending
    where inzending.zaak_id = zaak.id and inzending.id::text = signalering.gegeven and beantwoord_versie is null
  ))
  and (signalering.soort <> 'brief_nodig' or exists (
    select from status where zaak_id = zaak.id and gebeurtenis_id::text = signalering.gegeven and ${UNREACHED}
  ))
  and (signalering.soort <> 'virus_gevonden' or exists (
    select from document
    where document.zaak_id = zaak.id and document.id::text = signalering.gegeven and vervallen_versie is null
  ))
  and (signalering.soort <> 'aanvulling_gemeld' or zaak.laatste_soort <> 'aanvulling_ontvangen')
  and (signalering.soort <> 'instemming_eindigt'
    or zaak.opschorting = 'instemming' and signalering.gegeven = zaak.opgeschort_tot::text)
  and (signalering.soort <> 'opschorting_duurt'
    or zaak.opschorting = 'opschorting' and split_part(signalering.gegeven, '/', 1) = zaak.opgeschort_op::text)
  and (signalering.soort <> 'termijn'
    or zaak.opschorting is null and not zaak.besluit_geldt
      and split_part(signalering.gegeven, '/', 1) = zaak.uiterlijke_einddatum::text)`

/**
 * A row prevents a second signalering with the same cause, so it is kept longer than the longest cause: a
 * term that is near for MOST_WAARSCHUWINGSDAGEN.
 */
export const KEEP_SIGNALERINGEN_MS = (MOST_WAARSCHUWINGSDAGEN + 30) * DAY_MS

/**
 * Signaleringen that are unseen and still hold stay, however old. OFFSET keeps the zaken in the inner loop,
 * so that rows are read in the order of their index. Parameters: the moment before which signaleringen are
 * deleted, and how many.
 */
export const PURGE_SIGNALERINGEN = `
  delete from signalering where id in (
    select signalering.id
    from (select * from signalering where aangemaakt_op < $1 order by aangemaakt_op offset 0) signalering
      join zaak on zaak.id = zaak_id
    where gezien_op is not null or not (${HOLDS})
    order by aangemaakt_op limit $2::int
  )`
