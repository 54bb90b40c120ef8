import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { mailEach } from '#lib/platform/mail/mail-each.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { ONGEZIEN, SELECT_REGELS, type SignaleringRegel } from './find-signaleringen.ts'

const FIND_NEW = `${SELECT_REGELS} where ${ONGEZIEN} and gemaild_op is null order by aangemaakt_op, signalering.id`

/**
 * Mails unseen signaleringen once to each behandelaar who wants that, all in one mail.
 *
 * One process mails at a time. A mail is stored as sent once the mail server has accepted it, so a crash in
 * between sends it twice rather than never. The signaleringen are read just before, so those that were seen
 * meanwhile are not sent.
 */
export async function mailSignaleringen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { env, db, pool, clock } = ctx
  await mailEach(ctx, {
    url: env.ZAAKSYSTEEM_SMTP_URL,
    from: env.ZAAKSYSTEEM_MAIL_FROM,
    lock: ADVISORY_LOCKS.signaleringMail,
    signal,
    what: 'A list of signaleringen',
    findDue() {
      const signaleringen = { some: { gezienOp: null, gemaildOp: null } }
      const where = { signaleringenMailen: true, email: { not: null }, signaleringen }
      return db.behandelaar.findMany({ where, select: { id: true, email: true } })
    },
    async compose({ id, email }) {
      const { rows: regels } = await pool.query<SignaleringRegel>(FIND_NEW, [id])
      if (regels.length === 0) return undefined
      const today = dateInAmsterdam(clock())
      const ids = regels.map((regel) => regel.id)
      return {
        to: [email],
        ...signaleringMail({ regels, today, zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
        about: { objectSoort: 'behandelaar', objectId: id, count: ids.length },
        note: () => pool.query('update signalering set gemaild_op = $1 where id = any ($2)', [clock(), ids]),
      }
    },
  })
}

/** A longer mail would not be read; the page has the others. */
const MOST_IN_MAIL = 50

const WAT: Record<Exclude<SignaleringRegel['soort'], 'termijn'>, string> = {
  aanvulling_ontvangen: 'de aanvulling is ontvangen; de termijn loopt weer',
  aanvulling_deel_ontvangen: 'een deel van de aanvulling is ontvangen',
  aanvulling_nagekomen: 'na de laatste dag kwam nog een aanvulling binnen; kijk wat die betekent',
  aanvulling_verlopen: 'de aanvulling kwam niet op tijd; de termijn loopt weer',
  instemming_eindigt: 'de stilstand eindigt binnen twee werkdagen; daarna loopt de termijn weer',
  instemming_geeindigd: 'de stilstand is voorbij; de termijn loopt weer',
  opschorting_duurt: 'de termijn staat nog stil; controleer of dat nog klopt',
  ingebrekestelling: 'de aanvrager schrijft dat het besluit te laat is; na twee weken kost elke dag geld',
  dwangsom_nabij: 'binnen een paar dagen kost elke dag zonder besluit geld',
  van_rechtswege:
    'er is niet op tijd beslist; wat is gevraagd is van rechtswege verleend en moet binnen twee weken bekend zijn',
  aanvulling_gemeld: 'de aanvrager meldt dat er een aanvulling is gestuurd; bevestig wat binnen is',
  intrekking_gevraagd: 'de aanvrager wil de aanvraag intrekken',
  vraag_gesteld: 'de aanvrager stelt een vraag',
  bezorging_mislukt: 'een bericht over de zaak is na alle pogingen niet bezorgd',
  toegewezen: 'de zaak is aan u toegewezen',
  niet_toegewezen: 'de zaak heeft al twee dagen geen behandelaar',
  mail_geweigerd: 'de mail aan de aanvrager kwam niet aan; bel of schrijf',
  brief_nodig: 'de aanvrager krijgt geen mail en zag het nieuws na twee dagen niet; stuur een brief',
  virus_gevonden: 'in een document van de aanvrager zit een virus; vraag het opnieuw, als u het nodig heeft',
}

/**
 * Composes one mail about these signaleringen. It names no person and no subject of a zaak, because a mailbox
 * is outside the zaaksysteem.
 */
function signaleringMail({
  regels,
  today,
  zaaksysteemUrl,
}: {
  regels: SignaleringRegel[]
  /** `yyyy-mm-dd` */
  today: string
  zaaksysteemUrl: string
}): { subject: string; text: string } {
  const link = (path: string) => new URL(path, zaaksysteemUrl).href
  const shown = regels.slice(0, MOST_IN_MAIL).map((regel) => {
    return `${regel.identificatie}: ${wat(regel, today)}.\n${link(`/balie/zaken/${regel.zaakId}`)}`
  })
  const rest = regels.length - shown.length
  const alineas = [
    ...shown,
    ...(rest > 0 ? [`En nog ${rest}.`] : []),
    `Al uw signaleringen. Daar zet u deze e-mail ook uit:\n${link('/balie/signaleringen')}`,
  ]
  const subject = regels.length === 1 ? '1 nieuwe signalering' : `${regels.length} nieuwe signaleringen`
  return { subject, text: alineas.join('\n\n') }
}

function wat({ soort, uiterlijkeEinddatum }: SignaleringRegel, today: string): string {
  if (soort !== 'termijn') return WAT[soort]
  const days = daysBetween(today, uiterlijkeEinddatum)
  if (days < 0) return 'de fatale datum is voorbij'
  if (days === 0) return 'de fatale datum is vandaag'
  return `nog ${days} ${days === 1 ? 'dag' : 'dagen'} tot de fatale datum`
}
