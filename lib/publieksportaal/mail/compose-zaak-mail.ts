import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { type Bericht, berichten } from '#lib/voortgang/berichten.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { StatusVanZaak, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { MailContent, Part } from './mail-content.ts'

export type Gemeente = { naam: string; telefoon: string }

/**
 * What a citizen is told of a zaak: what happened, what to do, and until when, in the words of its berichten. A mail may be read
 * by others on its way and where it arrives, so it holds no name, address, omschrijving, or text of a behandelaar; the subject
 * does not even say which zaak. All that stands on the page, behind the sign-in.
 */
export function composeZaakMail({
  zaak,
  neutraal,
  told,
  taal,
  gemeente,
  links,
  now,
}: {
  zaak: ZaakVanBurger
  /** it is gevoelig, or may be: it only says that there is news */
  neutraal: boolean
  /** oldest first */
  told: readonly StatusVanZaak[]
  taal: Taal
  gemeente: Gemeente
  links: { zaak: string; afmelden: string }
  now: Date
}): MailContent {
  const t = mailTexts[taal]
  const alle = berichten(zaak, { taal, now })
  const parts = neutraal
    ? [{ text: t.neutraal.intro }, { text: hasLastDay(zaak, alle, now) ? t.neutraal.laatsteDag : t.neutraal.kijk }]
    : [
        { text: t.intro(zaak.identificatie) },
        ...told.flatMap((status) => changeParts(status, alle, taal)),
        { heading: t.watDoen },
        { text: toDo(zaak, alle, taal) },
      ]
  return {
    taal,
    subject: t.onderwerp(gemeente.naam),
    parts: [
      { text: t.aanhef },
      ...parts,
      { button: t.bekijk, href: links.zaak },
      { text: t.inloggen },
      { text: neutraal ? t.vraag(gemeente.telefoon) : t.bel(gemeente.telefoon) },
      { note: t.waarom, link: t.afmelden, href: links.afmelden },
    ],
  }
}

function changeParts({ versie, soort, tijdstip, toelichting }: StatusVanZaak, alle: Bericht[], taal: Taal): Part[] {
  const bericht = alle.find((one) => one.versie === versie)
  if (!bericht) return []
  const t = mailTexts[taal]
  // the receipt says on which day the aanvraag was received, which can be before its registration
  const op = soort === 'registratie' ? '' : t.op(writtenDate(dateInAmsterdam(tijdstip), taal))
  const sentences = [op, bericht.uitleg, toelichting && t.toelichting]
  return [{ heading: bericht.titel }, { text: sentences.filter(Boolean).join(' ') }]
}

/** Whether there is a day after which it is too late for something, to send or to object. */
function hasLastDay(zaak: ZaakVanBurger, alle: Bericht[], now: Date): boolean {
  const today = dateInAmsterdam(now)
  const { reacties } = voortgang(zaak)
  return alle.some(({ sturenTot }) => sturenTot !== null) || reacties.some(({ uiterlijk }) => uiterlijk >= today)
}

/** What all berichten ask now, also those that were mailed before. What is to be sent stands behind the sign-in. */
function toDo(zaak: ZaakVanBurger, alle: Bericht[], taal: Taal): string {
  const { aanvulling, nietsTeDoen } = texts(taal).antwoord
  const { stuur, kijk } = mailTexts[taal]
  const asked = alle.map(({ teDoen, sturenTot }) =>
    sturenTot ? `${stuur(writtenDate(sturenTot, taal))} ${aanvulling.gevolg}` : teDoen,
  )
  const { onbekend, stilstand } = voortgang(zaak)
  return asked.filter(Boolean).join(' ') || (onbekend || stilstand?.wachtOpAanvrager ? kijk : nietsTeDoen)
}
