import { SECOND_MS } from '#lib/platform/durations.ts'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import { verifyEmailadres } from '#lib/publieksportaal/mail/emailadres/verify-emailadres.ts'
import { sendMails } from '#lib/publieksportaal/mail/send-mails.ts'
import { VERHALEN } from '../../prisma/seed/verhalen/verhalen.ts'
import { DEMO_BURGERS } from '../stage/demo-burgers.ts'

const POLL_MS = 25
/** The link in the mail that asks to confirm an address. */
const CONFIRMATION = /bevestigen\?code=([\w-]+)/
const MOST_POLLS = (5 * SECOND_MS) / POLL_MS

/**
 * Gives demo citizens a confirmed address, once each: a citizen who unsubscribed stays without. One of the
 * addresses refuses mail.
 */
export async function giveEmailadressen(ctx: PublieksportaalContext, { mailbox }: { mailbox: string }): Promise<void> {
  const given: string[] = []
  for (const { burger, mail } of VERHALEN) {
    const bsn = DEMO_BURGERS.find(({ id }) => id === burger)?.bsn
    if (!mail || !bsn) continue
    const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
    if (await ctx.db.emailadres.findUnique({ where: { burgerId } })) continue
    await setEmailadres(ctx, { burgerId, gemachtigdeId: null, ...mail })
    given.push(mail.adres)
  }
  if (given.length === 0) return
  await sendMails(ctx)
  for (const token of await readTokens(ctx, { mailbox, given })) await verifyEmailadres(ctx, { token })
}

/**
 * The mailbox is written shortly after a mail is accepted. An address that refuses mail stays unconfirmed.
 */
async function readTokens(
  ctx: Pick<PublieksportaalContext, 'db' | 'wait'>,
  { mailbox, given }: { mailbox: string; given: string[] },
): Promise<string[]> {
  let tokens: string[] = []
  for (let polls = 0; polls < MOST_POLLS; polls++) {
    const mails = (await readDemoMails(mailbox)).filter(({ aan }) => aan.some((adres) => given.includes(adres)))
    tokens = mails.flatMap(({ tekst }) => CONFIRMATION.exec(tekst)?.[1] ?? [])
    const refused = await ctx.db.emailadres.count({ where: { geweigerdOp: { not: null } } })
    if (tokens.length + refused >= given.length) break
    await ctx.wait(POLL_MS)
  }
  return tokens
}
