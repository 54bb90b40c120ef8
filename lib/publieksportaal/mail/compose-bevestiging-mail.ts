import type { Taal } from '#lib/ui/text/taal.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import type { Gemeente } from './compose-zaak-mail.ts'
import type { MailContent } from './mail-content.ts'

/** The link that proves that an address is the citizen's own. Who gets it by mistake has nothing to do. */
export function composeBevestigingMail({
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
