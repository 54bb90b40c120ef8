import { platformEnv } from '#lib/platform/env.ts'
import type { Mail } from '#lib/platform/mail/mailer.ts'
import { readKleuren } from '#lib/ui/huisstijl/read-kleuren.ts'
import type { PublieksportaalContext } from '../context.ts'
import { decryptAdres } from '../emailadres/adres.ts'
import { toReturnPath } from '../emailadres/return-path.ts'
import type { ClaimedMail } from './claim-mail.ts'
import { afmeldUrl } from './links.ts'
import { type MailContent, mailText } from './mail-content.ts'
import { mailHtml } from './mail-html.ts'

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
