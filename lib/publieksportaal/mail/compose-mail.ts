import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { Mail } from '#lib/platform/mail/mailer.ts'
import { readKleuren } from '#lib/ui/huisstijl/read-kleuren.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findZaakOfBurger } from '../zaak/find-zaak-of-burger.ts'
import type { BevestigingMail, ClaimedMail, ZaakMail } from './claim-mail.ts'
import { composeZaakMail, type Gemeente } from './compose-zaak-mail.ts'
import { decryptAdres } from './emailadres/adres.ts'
import { toReturnPath } from './emailadres/return-path.ts'
import { afmeldLink, afmeldUrl, bevestigingLink, zaakLink } from './links.ts'
import { type MailContent, mailHtml, mailText } from './mail-content.ts'
import { type Told, toldStatussen } from './told-statussen.ts'

/** `content` is null when nothing is left to tell. */
type Composed = Told & { content: MailContent | null }

/** @returns `undefined` when the zaak was removed since it was claimed, and its mails with it */
export async function composeMail(ctx: PublieksportaalContext, mail: ClaimedMail): Promise<Composed | undefined> {
  return mail.soort === 'zaak' ? aboutZaak(ctx, mail) : withLink(ctx, mail)
}

async function aboutZaak(ctx: PublieksportaalContext, mail: ZaakMail): Promise<Composed | undefined> {
  const { zaakId, burgerId, taal, afmeldcode } = mail
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) return undefined
  const { told, replaced } = toldStatussen(zaak, mail)
  if (told.length === 0) return { told, replaced, content: null }
  const links = { zaak: zaakLink(ctx.env, zaakId), afmelden: afmeldLink(ctx.env, afmeldcode) }
  const content = composeZaakMail({ zaak, told, taal, gemeente: gemeente(), links, now: ctx.clock() })
  return { told, replaced, content }
}

function withLink({ env }: PublieksportaalContext, { id, taal, token }: BevestigingMail): Composed {
  const code = decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { ...token, boundTo: id }).toString()
  const content = composeBevestigingMail({ taal, gemeente: gemeente(), link: bevestigingLink(env, code) })
  return { told: [], replaced: [], content }
}

function gemeente() {
  const { GEMEENTE_NAAM: naam, GEMEENTE_TELEFOON: telefoon } = platformEnv()
  return { naam, telefoon }
}

/** The link that proves that an address is the citizen's own. Who gets it by mistake has nothing to do. */
function composeBevestigingMail({
  taal,
  gemeente,
  link,
}: {
  taal: Taal
  gemeente: Gemeente
  link: string
}): MailContent {
  const t = mailTexts[taal]
  return {
    taal,
    subject: t.bevestiging.onderwerp(gemeente.naam),
    parts: [
      { text: t.aanhef },
      { text: t.bevestiging.intro(gemeente.naam) },
      { button: t.bevestiging.bevestig, href: link },
      { text: t.bevestiging.geldig },
      { text: t.bevestiging.nietVanU },
      { note: t.vraag(gemeente.telefoon) },
    ],
  }
}

/**
 * The mail as it is sent, with a Message-ID by which a mail program that gets it twice can see that. One that was asked for just
 * now, to confirm an address, is on no list to be taken off.
 */
export function toMessage(
  { env }: Pick<PublieksportaalContext, 'env'>,
  { mail, content, from }: { mail: ClaimedMail; content: MailContent; from: string },
): Mail & { messageId: string } {
  const { id, burgerId, adres, afmeldcode, soort } = mail
  const { GEMEENTE_NAAM: gemeente, HUISSTIJL: huisstijl } = platformEnv()
  return {
    from: { name: gemeente, address: from },
    to: [decryptAdres({ env }, { burgerId, ...adres })],
    returnPath: toReturnPath(env, { mailId: id, retourcode: adres.retourcode }),
    subject: content.subject,
    text: mailText(content),
    html: mailHtml(content, { gemeente, ...readKleuren(huisstijl) }),
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: {
      'Content-Language': content.taal,
      ...(soort === 'zaak' && {
        'List-Unsubscribe': `<${afmeldUrl(env, afmeldcode)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}
