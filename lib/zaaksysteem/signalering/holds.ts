import { GEKEKEN } from '#lib/contract/bewijzen.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { MOST_WAARSCHUWINGSDAGEN } from '../catalogus/zaaktype.ts'
import { magWieSql } from '../rechten/mag-sql.ts'

/**
 * Of a row of `status`: its aanvrager does not know of it, as far as a portal that shows the zaak reports. No mail goes, he did not
 * look since, and no letter went.
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
 * Whether a signalering still says something true and useful of its zaak. It is asked when one is read, and not kept up
 * to date by the acts: so no act writes more for it, and none can forget to.
 *
 * Whoever may no longer read the zaak hears nothing of it. A zaak that went to somebody else leaves its signaleringen
 * behind: the next behandelaar hears that it came, and sees all of it there. Of a closed zaak only what did not arrive and what
 * was asked still ask for something, and the latter until it is answered. A term that moved or stands still, or of a zaak of which a besluit holds, is not near, and one that runs again stands still no longer. That
 * something of an aanvulling was sent is not told beside that all of it came, nor what was in a document that was withdrawn. That nobody has a zaak, or that a question was asked
 * about one, is told to its coordinators, until somebody has.
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
 * A row keeps its cause from being told again. A near term has its row at most MOST_WAARSCHUWINGSDAGEN before the fatale
 * datum, so that is long past.
 */
export const KEEP_SIGNALERINGEN_MS = (MOST_WAARSCHUWINGSDAGEN + 30) * DAY_MS

/**
 * What was not seen and still holds stays, however old. OFFSET keeps the zaken in the inner loop, so that rows are met in
 * the order of their index. Parameters: the moment before which others go, and how many.
 */
export const PURGE_SIGNALERINGEN = `
  delete from signalering where id in (
    select signalering.id
    from (select * from signalering where aangemaakt_op < $1 order by aangemaakt_op offset 0) signalering
      join zaak on zaak.id = zaak_id
    where gezien_op is not null or not (${HOLDS})
    order by aangemaakt_op limit $2::int
  )`
