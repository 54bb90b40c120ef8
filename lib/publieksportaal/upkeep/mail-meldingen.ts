import { momentInAmsterdam } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { mailEach } from '#lib/platform/mail/mail-each.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { PublieksportaalContext } from '../context.ts'

const MAIL_LIMIT_MS = DAY_MS

type Ctx = Pick<PublieksportaalContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>

/**
 * Mails the beheerder about each bron that fails verification, at most once in 24 hours. Without
 * PUBLIEKSPORTAAL_SMTP_URL alerts show at /portaalbeheer only.
 */
export async function mailMeldingen(ctx: Ctx, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  const { env, db, clock } = ctx
  const { PUBLIEKSPORTAAL_BEHEERDER_MAIL: beheerder, PUBLIEKSPORTAAL_URL: portaalUrl } = env
  if (!beheerder) return
  await mailEach(ctx, {
    url: env.PUBLIEKSPORTAAL_SMTP_URL,
    from: env.PUBLIEKSPORTAAL_MAIL_FROM,
    lock: ADVISORY_LOCKS.mail,
    signal,
    what: 'An alert',
    findDue: () => findDue(ctx),
    compose: async ({ source, faaltSinds }) => ({
      to: [beheerder],
      ...meldingMail({ source, faaltSinds, portaalUrl }),
      about: { source },
      note: () => db.bron.update({ where: { source }, data: { meldingGemaildOp: clock() } }),
    }),
  })
}

async function findDue({ db, clock }: Ctx): Promise<{ source: string; faaltSinds: Date }[]> {
  const bronnen = await db.bron.findMany({ where: { status: 'actief' } })
  return bronnen.flatMap(({ source, faaltSinds, meldingGemaildOp }) => {
    const nextMail = (meldingGemaildOp?.getTime() ?? Number.NEGATIVE_INFINITY) + MAIL_LIMIT_MS
    const mayGo = isOver(nextMail, { now: clock(), atMostMs: MAIL_LIMIT_MS })
    return faaltSinds && mayGo ? [{ source, faaltSinds }] : []
  })
}

/** Returns the e-mail about a bron that fails verification. It holds nothing of the refused bezorgingen. */
function meldingMail({ source, faaltSinds, portaalUrl }: { source: string; faaltSinds: Date; portaalUrl: string }): {
  subject: string
  text: string
} {
  const text = `Het publieksportaal krijgt berichten van ${source}.

Sinds ${momentInAmsterdam(faaltSinds)} kan het portaal niet meer vaststellen dat ze echt daarvandaan komen. Daarom weigert het die berichten. Inwoners zien wijzigingen misschien te laat.

Wat kan er aan de hand zijn?
- De sleutel of het geheim van deze bron is gewijzigd, en het portaal weet dat nog niet.
- Iemand anders doet zich voor als deze bron.

Wat kunt u doen?
1. Bekijk bij de afwijzingen wat er precies niet klopt.
2. Vraag de beheerder van de bron of daar iets is gewijzigd.
3. Vertrouwt u het niet? Trek de bron dan in.

De bronnen en de afwijzingen:
${new URL('/portaalbeheer', portaalUrl).href}
`
  return { subject: `Berichten geweigerd: ${source} is niet te controleren`, text }
}
