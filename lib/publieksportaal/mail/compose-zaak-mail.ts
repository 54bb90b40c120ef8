import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Datums, fillDates, writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { findStatus } from '#lib/voortgang/find-status.ts'
import { type Voortgang, voortgang } from '#lib/voortgang/voortgang.ts'
import type { StatusVanZaak, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { MailContent, Part } from './mail-content.ts'

type Composing = { zaak: ZaakVanBurger; stand: Voortgang; datums: Datums; taal: Taal; today: string }

export type Gemeente = { naam: string; telefoon: string }

/**
 * What a citizen is told of a zaak: what happened, what to do, and until when, in the words of the zaaktype. A mail may be read
 * by others on its way and where it arrives, so it holds no name, address, omschrijving, or text of a behandelaar; the subject
 * does not even say which zaak. All that stands on the page, behind the sign-in.
 */
export function composeZaakMail({
  zaak,
  told,
  taal,
  gemeente,
  links,
  now,
}: {
  zaak: ZaakVanBurger
  /** oldest first */
  told: readonly StatusVanZaak[]
  taal: Taal
  gemeente: Gemeente
  links: { zaak: string; afmelden: string }
  now: Date
}): MailContent {
  const t = mailTexts[taal]
  const stand = voortgang(zaak)
  const today = dateInAmsterdam(now)
  const isLate = zaak.uiterlijkeEinddatum < today
  const datums = {
    // a date that has passed, or that will move, is no promise
    fataleDatum: isLate || stand.stilstand || stand.afgerond ? null : zaak.uiterlijkeEinddatum,
    bezwaardatum: zaak.besluit?.uiterlijkeReactiedatum ?? null,
  }
  const composing = { zaak, stand, datums, taal, today }
  return {
    taal,
    subject: t.onderwerp(gemeente.naam),
    parts: [
      { text: t.aanhef },
      { text: t.intro(zaak.identificatie) },
      ...told.flatMap((status) => changeParts(composing, status)),
      { heading: t.watDoen },
      { text: toDo(composing) },
      { button: t.bekijk, href: links.zaak },
      { text: t.inloggen },
      { text: t.bel(gemeente.telefoon) },
      { note: t.waarom, link: t.afmelden, href: links.afmelden },
    ],
  }
}

function changeParts({ zaak, stand, datums, taal }: Composing, status: StatusVanZaak): Part[] {
  const t = mailTexts[taal]
  const { soort, statuscode, tijdstip, versie } = status
  const stap = stand.stappen.find((one) => one.versie === versie)
  const teksten = findStatus(zaak.zaaktype, statuscode)?.teksten
  const uitleg = teksten ? fillDates(teksten.statustekst[taal], datums, taal) : ''
  const sentences = {
    registratie: () => [t.ontvangst, uitleg, datums.fataleDatum && t.beslist(writtenDate(datums.fataleDatum, taal))],
    statuswijziging: () => [uitleg],
    heropening: () => [t.heropening],
    correctie: () => [t.klopteNiet, uitleg],
    opschorting: () => [t.opschorting, stap?.tot && texts(taal).tijdlijn.verwachtTot(writtenDate(stap.tot, taal))],
    aanvullingsverzoek: () => [t.aanvullingsverzoek],
    hervatting: () => [t.hervatting, termijn()],
    verlenging: () => [termijn()],
    aanvulling_ontvangen: () => [t.hervatting, termijn()],
    aanvulling_verlopen: () => [t.hervatting, termijn()],
    intrekking_afgewezen: () => [t.intrekkingAfgewezen],
  }[soort]()
  function termijn() {
    return stap?.termijn?.geldt && texts(taal).tijdlijn.uHoort(writtenDate(stap.termijn.nieuw, taal), undefined)
  }
  const heading = stap?.omschrijving[taal] ?? teksten?.omschrijving[taal] ?? t.gewijzigd
  const text = [t.op(writtenDate(dateInAmsterdam(tijdstip), taal)), ...sentences].filter(Boolean).join(' ')
  return [{ heading }, { text }]
}

function toDo({ stand, datums, taal, today }: Composing): string {
  const t = texts(taal).antwoord
  const { stilstand, handeling } = stand
  if (stilstand?.soort === 'aanvulling') {
    const { tot } = stilstand
    if (tot < today) return fillDates(t.aanvulling.voorbij, { tot }, taal)
    return `${mailTexts[taal].stuur(writtenDate(tot, taal))} ${t.aanvulling.gevolg}`
  }
  const text = handeling ? fillDates(handeling[taal], datums, taal) : ''
  return text || t.nietsTeDoen
}
