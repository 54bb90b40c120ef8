import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { Mail } from '#lib/platform/mail/mailer.ts'
import { readKleuren } from '#lib/ui/huisstijl/read-kleuren.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import { zaakmail } from '#lib/voortgang/zaakmail.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import type { ClaimedMail, LosseMail, ZaakMail } from './claimed-mail.ts'
import { toReturnPath } from './emailadres/return-path.ts'
import { afmeldLink, afmeldUrl, type MailContent, mailHtml, mailText, zaakLink } from './mail-content.ts'
import { type Gemeente, MAILSOORTEN } from './mailsoorten.ts'
import { type Told, toldStatussen } from './told-statussen.ts'

/** `content` is null when nothing is left to mail. */
type Composed = Told & { content: MailContent | null }

/** @returns `undefined` when the zaak and its mails were removed since the claim */
export async function composeMail(ctx: PublieksportaalContext, mail: ClaimedMail): Promise<Composed | undefined> {
  return mail.soort === 'zaak' ? aboutZaak(ctx, mail) : aboutElse(ctx, mail)
}

async function aboutZaak(ctx: PublieksportaalContext, mail: ZaakMail): Promise<Composed | undefined> {
  const { zaakId, burgerId, taal, afmeldcode } = mail
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) return undefined
  const { told, replaced } = toldStatussen(zaak, mail)
  if (told.length === 0) return { told, replaced, content: null }
  const zaken = await ctx.db.zaak.findMany({ where: { burgerId }, select: { id: true }, take: 2 })
  const neutraal = zaak.gevoelig || mail.isFetching
  const { naam, telefoon } = gemeente()
  const t = mailTexts[taal]
  const { onderwerp, delen } = zaakmail(zaak, {
    versies: told.map(({ versie }) => versie),
    neutraal,
    heeftMeerZaken: zaken.length > 1,
    taal,
    gemeente: naam,
    now: ctx.clock(),
  })
  const parts = [
    { text: t.aanhef },
    ...delen,
    { button: t.bekijk, href: zaakLink(ctx.env, zaakId) },
    { text: t.inloggen },
    { text: (neutraal ? t.vraag : t.bel)(telefoon) },
    { note: t.waarom, link: t.afmelden, href: afmeldLink(ctx.env, afmeldcode) },
  ]
  return { told, replaced, content: { taal, subject: onderwerp, parts } }
}

async function aboutElse(ctx: PublieksportaalContext, mail: LosseMail): Promise<Composed> {
  const composed = await MAILSOORTEN[mail.soort].compose(ctx, mail, gemeente())
  return { told: [], replaced: [], content: composed ? { taal: mail.taal, ...composed } : null }
}

function gemeente(): Gemeente {
  const { GEMEENTE_NAAM: naam, GEMEENTE_TELEFOON: telefoon } = platformEnv()
  return { naam, telefoon }
}

/**
 * Returns the message, with a Message-ID that a retry keeps, so that mail programs can recognize it. A mail
 * about an address has no unsubscribe header.
 */
export function toMessage(
  { env }: Pick<PublieksportaalContext, 'env'>,
  { mail, content, from }: { mail: ClaimedMail; content: MailContent; from: string },
): Mail & { messageId: string } {
  const { id, adres, afmeldcode, soort } = mail
  const { GEMEENTE_NAAM: gemeente, HUISSTIJL: huisstijl } = platformEnv()
  return {
    from: { name: gemeente, address: from },
    to: [decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, adres).toString()],
    returnPath: toReturnPath(env, { mailId: id, retourcode: adres.retourcode }),
    subject: content.subject,
    text: mailText(content),
    html: mailHtml(content, { gemeente, ...readKleuren(huisstijl) }),
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: {
      'Content-Language': content.taal,
      ...((soort === 'zaak' || MAILSOORTEN[soort].naar === 'geldig') && {
        'List-Unsubscribe': `<${afmeldUrl(env, afmeldcode)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}
