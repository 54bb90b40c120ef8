import { momentInAmsterdam } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { mailKlokken } from '#lib/platform/mail/mail-klokken.ts'
import { createMailer } from '#lib/platform/mail/mailer.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { PublieksportaalContext } from '../context.ts'

const MAIL_LIMIT_MS = DAY_MS

/**
 * Mails the beheerder about each bron that fails verification, once in 24 hours for each. One process mails at a
 * time, and records a mail after the mail server has accepted it: if the process dies in between, the mail is sent
 * twice. Without PUBLIEKSPORTAAL_SMTP_URL alerts show at /portaalbeheer only.
 */
export async function mailMeldingen(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const {
    PUBLIEKSPORTAAL_SMTP_URL: url,
    PUBLIEKSPORTAAL_MAIL_FROM: from,
    PUBLIEKSPORTAAL_BEHEERDER_MAIL: beheerder,
  } = ctx.env
  if (!url || !from || !beheerder) return
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.mail, async () => {
    const failing = await ctx.db.bron.findMany({
      where: { status: 'actief', faaltSinds: { not: null } },
    })
    const due = failing.filter(({ meldingGemaildOp }) => {
      const nextMail = (meldingGemaildOp?.getTime() ?? Number.NEGATIVE_INFINITY) + MAIL_LIMIT_MS
      return isOver(nextMail, { now: ctx.clock(), atMostMs: MAIL_LIMIT_MS })
    })
    if (due.length === 0) return
    const mailer = createMailer(url)
    try {
      for (const { source, faaltSinds } of due) {
        if (signal?.aborted || !faaltSinds) break
        await mailer.send({
          from,
          to: [beheerder],
          ...meldingMail({ source, faaltSinds, portaalUrl: ctx.env.PUBLIEKSPORTAAL_URL }),
        })
        await ctx.db.bron.update({ where: { source }, data: { meldingGemaildOp: ctx.clock() } })
        ctx.log.info({ source }, 'An alert was mailed')
      }
    } catch (err) {
      ctx.log.error({ err }, 'An alert could not be mailed; trying again')
    } finally {
      mailer.close()
    }
  })
}

export function mailClocksThatAreOff(ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'log'>): Promise<void> {
  return mailKlokken(ctx, {
    url: ctx.env.PUBLIEKSPORTAAL_SMTP_URL,
    from: ctx.env.PUBLIEKSPORTAAL_MAIL_FROM,
    beheerder: ctx.env.PUBLIEKSPORTAAL_BEHEERDER_MAIL,
    lock: ADVISORY_LOCKS.clockMail,
    systeem: 'het publieksportaal',
    page: new URL('/portaalbeheer', ctx.env.PUBLIEKSPORTAAL_URL).href,
  })
}

/** The e-mail about a bron that fails verification. It holds nothing of the refused bezorgingen. */
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
