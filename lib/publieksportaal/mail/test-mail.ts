import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { TestSmtp } from '#tools/servers/smtp-server.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '../context.ts'
import { setEmailadres } from './emailadres/set-emailadres.ts'
import { verifyEmailadres } from './emailadres/verify-emailadres.ts'

export const mailEnv = ({ url }: Pick<TestSmtp, 'url'>) => ({
  PUBLIEKSPORTAAL_SMTP_URL: url,
  PUBLIEKSPORTAAL_MAIL_FROM: 'mijn@gemeente.test',
  PUBLIEKSPORTAAL_BEHEERDER_MAIL: 'beheer@gemeente.test',
})

/** Returns the token of the link in a mail. */
export const tokenIn = (body: string) => /bevestigen\?code=([\w-]+)/.exec(body)?.[1] as string

/** Returns the text of a mail with LF line ends. */
export const textOf = (mail: { body: string } | undefined) => mail?.body.replaceAll('\r\n', '\n').trim()

/** Adds a citizen with a confirmed address. */
export async function addBurgerWithAdres(
  ctx: PublieksportaalContext,
  { bsn, adres, taal = 'nl' }: { bsn: string; adres: string; taal?: 'nl' | 'en' },
): Promise<string> {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  await addAdres(ctx, { burgerId, adres, taal })
  return burgerId
}

/** Sets or replaces an address, without the mails that confirm it or report the change. */
export async function addAdres(
  ctx: PublieksportaalContext,
  { burgerId, adres, taal = 'nl' }: { burgerId: string; adres: string; taal?: 'nl' | 'en' },
): Promise<void> {
  await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres, taal })
  const bevestigingHash = hashToken(burgerId)
  const { count } = await ctx.db.nieuwEmailadres.updateMany({ where: { burgerId }, data: { bevestigingHash } })
  if (count > 0) await verifyEmailadres(ctx, { token: burgerId })
  else
    await ctx.db.emailadres.update({ where: { burgerId }, data: { bevestigdOp: ctx.clock(), bevestigingHash: null } })
  await ctx.db.uitgaandeMail.deleteMany({ where: { burgerId, soort: { not: 'zaak' } } })
}
