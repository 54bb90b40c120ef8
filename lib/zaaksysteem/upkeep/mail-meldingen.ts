import { momentInAmsterdam } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { mailEach } from '#lib/platform/mail/mail-each.ts'
import { foutWatNu } from '../abonnement/foutsoorten.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Abonnement, Melding } from '../generated/client.ts'
import { DISABLE_AFTER_DAYS } from './supervise-failing.ts'

const MAIL_LIMIT_MS = DAY_MS

/**
 * Mails new meldingen to the abonnement's contact and the beheerder: all of an abonnement in one mail, and at
 * most one mail in 24 hours. A melding that bezorging has stopped does not wait for those 24 hours, unless a
 * mail within them said so already. The other meldingen wait for the next mail.
 *
 * One process mails at a time. A mail is stored as sent once the mail server has accepted it, so a crash in
 * between sends it twice rather than never. Without ZAAKSYSTEEM_SMTP_URL meldingen show at the desk only.
 */
export async function mailMeldingen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { env, pool, clock } = ctx
  await mailEach(ctx, {
    url: env.ZAAKSYSTEEM_SMTP_URL,
    from: env.ZAAKSYSTEEM_MAIL_FROM,
    lock: ADVISORY_LOCKS.mail,
    signal,
    what: 'An alert',
    findDue: () => findDue(ctx),
    async compose(abonnement) {
      const { meldingen } = abonnement
      const ids = meldingen.map(({ id }) => id)
      return {
        to: [abonnement.contact, env.ZAAKSYSTEEM_BEHEERDER_MAIL],
        ...meldingMail({ abonnement, meldingen, zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
        about: { abonnementId: abonnement.id, count: ids.length },
        // One array, because there may be more ids than a statement can have parameters.
        note: () => pool.query('update melding set gemaild_op = $1 where id = any ($2)', [clock(), ids]),
      }
    },
  })
}

/** Returns the abonnementen that may get a mail now, with their meldingen. */
async function findDue({ db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>) {
  const limit = new Date(clock().getTime() - MAIL_LIMIT_MS)
  const abonnementen = await db.abonnement.findMany({
    where: { meldingen: { some: { gemaildOp: null } } },
    include: {
      meldingen: {
        where: { OR: [{ gemaildOp: null }, { gemaildOp: { gt: limit } }] },
        orderBy: { aangemaaktOp: 'asc' },
      },
    },
  })
  return abonnementen.flatMap((abonnement) => {
    const untold = abonnement.meldingen.filter(({ gemaildOp }) => !gemaildOp)
    const told = abonnement.meldingen.filter(({ gemaildOp }) => gemaildOp)
    const mayGo = told.length === 0 || (untold.some(isStopped) && !told.some(isStopped))
    return mayGo ? [{ ...abonnement, meldingen: untold }] : []
  })
}

type AbonnementInMail = Pick<Abonnement, 'id' | 'sink' | 'falendSinds' | 'laatsteFoutsoort' | 'laatsteFoutOp'>
type MeldingInMail = Pick<Melding, 'soort' | 'gegeven' | 'aangemaaktOp'>

const isIngetrokken = ({ soort, gegeven }: Pick<Melding, 'soort' | 'gegeven'>) =>
  soort === 'handshake' && gegeven === 'other_origin'

/** True when a melding says that nothing is delivered any more. */
function isStopped(melding: Pick<Melding, 'soort' | 'gegeven'>): boolean {
  return melding.soort === 'uitgeschakeld' || isIngetrokken(melding)
}

/**
 * Composes one mail about all these meldingen. It names only the host of the abonnement: no zaaknummer, and
 * no text that a person typed.
 */
function meldingMail({
  abonnement,
  meldingen,
  zaaksysteemUrl,
}: {
  abonnement: AbonnementInMail
  meldingen: MeldingInMail[]
  zaaksysteemUrl: string
}): { subject: string; text: string } {
  const { host } = new URL(abonnement.sink)
  const link = new URL(`/balie/abonnementen/${abonnement.id}`, zaaksysteemUrl).href
  const find = (soort: Melding['soort']) => meldingen.findLast((melding) => melding.soort === soort)
  const uitgeschakeld = find('uitgeschakeld')
  const handshake = find('handshake')
  const falend = !uitgeschakeld && find('falend')
  const certificaat = find('clientcertificate')

  const alineas = [`Het zaaksysteem stuurt berichten over zaken naar ${host}.`]
  if (uitgeschakeld) alineas.push(uitgeschakeldAlinea(abonnement, uitgeschakeld))
  if (falend) alineas.push(falendAlinea(abonnement))
  if (handshake) alineas.push(handshakeAlinea(handshake))
  if (certificaat) alineas.push(certificaatAlinea(host, certificaat))
  const mislukt = find('mislukt')
  if (mislukt) {
    alineas.push('Een of meer berichten zijn na alle pogingen niet aangekomen. Het zaaksysteem bewaart ze.')
  }
  const fout = foutAlinea(abonnement)
  if (fout) alineas.push(fout)
  const stappen: string[] = []
  if (certificaat) {
    stappen.push('Vraag een nieuw clientcertificaat aan. Zet het met zijn sleutel bij het abonnement, onder "Wijzig".')
  }
  if (uitgeschakeld || falend || handshake || mislukt) {
    stappen.push(
      `Vraag de beheerder van ${host} om de oorzaak weg te nemen.`,
      uitgeschakeld || falend || mislukt
        ? `Kies daarna bij het abonnement ${uitgeschakeld ? '"Vraag opnieuw toestemming" en ' : ''}"Herstel". Dan komt alles wat niet aankwam alsnog.`
        : 'Kies daarna bij het abonnement "Vraag opnieuw toestemming".',
    )
  }
  alineas.push(
    [
      'Wat kunt u doen?',
      ...stappen.map((stap, index) => `${index + 1}. ${stap}`),
      '',
      'Het abonnement, met elke poging:',
      link,
    ].join('\n'),
  )
  return { subject: onderwerp(host, meldingen), text: alineas.join('\n\n') }
}

/** The most serious of the meldingen decides. */
function onderwerp(host: string, meldingen: MeldingInMail[]): string {
  const has = (soort: Melding['soort']) => meldingen.some((melding) => melding.soort === soort)
  if (has('uitgeschakeld')) return `Abonnement uitgeschakeld: ${host} krijgt geen berichten meer`
  if (meldingen.some(isIngetrokken)) return `Toestemming ingetrokken: ${host} krijgt geen berichten meer`
  if (has('falend')) return `Berichten komen niet aan bij ${host}`
  if (has('mislukt')) return `Niet alle berichten zijn aangekomen bij ${host}`
  return has('handshake')
    ? `Toestemming vragen lukte niet bij ${host}`
    : `Clientcertificaat voor ${host} ${meldingen.some(isVerlopen) ? 'is verlopen' : 'verloopt bijna'}`
}

/** True when the melding is about a client certificate that has expired already. */
function isVerlopen({ soort, gegeven, aangemaaktOp }: MeldingInMail): boolean {
  return soort === 'clientcertificate' && new Date(gegeven) <= aangemaaktOp
}

function certificaatAlinea(host: string, melding: MeldingInMail): string {
  const moment = momentInAmsterdam(new Date(melding.gegeven))
  if (isVerlopen(melding)) {
    return `Het clientcertificaat waarmee het zich bij ${host} meldt, is verlopen op ${moment}. De kans is groot dat er niets meer aankomt.`
  }
  return `Het clientcertificaat waarmee het zich bij ${host} meldt, is geldig tot ${moment}. Daarna komt er waarschijnlijk niets meer aan.`
}

function uitgeschakeldAlinea({ falendSinds }: AbonnementInMail, { gegeven, aangemaaktOp }: MeldingInMail): string {
  const sinds = `Dat doet het niet meer sinds ${momentInAmsterdam(aangemaaktOp)}.`
  const bewaard = 'Nieuwe berichten worden bewaard, maar niet verstuurd.'
  if (gegeven === 'gone') return `${sinds} De ontvanger liet weten dat dit adres niet meer bestaat. ${bewaard}`
  const vanaf = falendSinds ? ` (vanaf ${momentInAmsterdam(falendSinds)})` : ''
  return `${sinds} In de ${DISABLE_AFTER_DAYS} dagen ervoor kwam geen enkel bericht aan${vanaf}. ${bewaard}`
}

function falendAlinea({ falendSinds }: AbonnementInMail): string {
  if (!falendSinds) return 'Een tijd lang kwam geen enkel bericht aan. Inmiddels lukt het weer.'
  const einde = new Date(falendSinds.getTime() + DISABLE_AFTER_DAYS * DAY_MS)
  return [
    `Sinds ${momentInAmsterdam(falendSinds)} komt geen enkel bericht aan.`,
    `Lukt het niet vóór ${momentInAmsterdam(einde)}, dan schakelt het zaaksysteem dit abonnement uit.`,
  ].join(' ')
}

function handshakeAlinea(melding: MeldingInMail): string {
  const vraag = `Op ${momentInAmsterdam(melding.aangemaaktOp)} vroeg het zaaksysteem opnieuw om toestemming.`
  if (isIngetrokken(melding)) {
    return `${vraag} De ontvanger trok die in. Er gaan geen berichten meer naartoe, en nieuwe worden niet bewaard.`
  }
  return `${vraag} Dat lukte niet (${melding.gegeven}). ${foutWatNu(melding.gegeven)} Het abonnement blijft zoals het was.`
}

function foutAlinea({ laatsteFoutsoort, laatsteFoutOp }: AbonnementInMail): string | undefined {
  if (!laatsteFoutsoort || !laatsteFoutOp) return undefined
  return `De laatste fout was op ${momentInAmsterdam(laatsteFoutOp)} (${laatsteFoutsoort}). ${foutWatNu(laatsteFoutsoort)}`
}
