import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import { type Antwoord, antwoordOf, zinText } from './antwoorden/antwoorden.ts'
import { type Bericht, type BerichtZaak, berichten } from './berichten.ts'
import { dagZin } from './stap-zinnen.ts'
import { type Voortgang, voortgang } from './voortgang.ts'

type Mailzaak = BerichtZaak & { identificatie: string; zaaktype: Pick<ZaakResource['zaaktype'], 'omschrijving'> }

/** The text of a mail about a zaak, without its form and links. */
export type Zaakmail = { onderwerp: string; delen: ({ heading: string } | { text: string })[] }

/**
 * Composes a mail about a zaak: first the task or the current state, then the changes, in the words of page
 * and berichten. Others may read a mail, so it holds no name, address, omschrijving, or text of a
 * behandelaar. A gevoelige zaak says only that there is news. Pure, so that the desk can preview it.
 */
export function zaakmail(
  zaak: Mailzaak,
  {
    versies,
    neutraal,
    heeftMeerZaken,
    taal,
    gemeente,
    now,
  }: {
    /** the versies of the rows that the mail is about */
    versies: readonly number[]
    /** true when the zaak is gevoelig, or may be */
    neutraal: boolean
    /** true when the subject must name the zaak */
    heeftMeerZaken: boolean
    taal: Taal
    gemeente: string
    now: Date
  },
): Zaakmail {
  const t = mailTexts[taal]
  const stand = voortgang(zaak, dateInAmsterdam(now))
  const nu = antwoordOf(stand, zaak, { taal, now })
  const alle = berichten(zaak, { taal, now })
  if (neutraal) {
    const hasLastDay = nu.kanTot !== null || alle.some(({ sturenTot }) => sturenTot !== null)
    return {
      onderwerp: t.onderwerp.nieuws(gemeente),
      delen: [{ text: t.neutraal.intro }, { text: hasLastDay ? t.neutraal.laatsteDag : t.neutraal.kijk }],
    }
  }
  const zaaktype = zaak.zaaktype.omschrijving[taal]
  const onderwerp = t.onderwerp[nu.toon === 'teDoen' ? 'moet' : 'nieuws'](gemeente)
  const kop = zinText(nu.kop, taal)
  const standNu = standZinnen(nu, taal)
  const inloggen = inlogZin(nu, stand, taal)
  return {
    onderwerp: heeftMeerZaken ? `${onderwerp}: ${zaaktype}` : onderwerp,
    delen: [
      { text: t.intro(zaaktype, zaak.identificatie) },
      { heading: kop },
      { text: [...standNu, inloggen].filter(Boolean).join(' ') },
      { heading: t.gebeurd },
      ...alle
        .filter(({ versie }) => versies.includes(versie))
        .toReversed()
        .map((bericht) => ({
          text: gebeurd(zaak, bericht, { gezegd: [kop, ...standNu], laatsteDag: stand.verlopenOp, taal }),
        })),
    ].filter((deel) => !('text' in deel) || deel.text !== ''),
  }
}

function standZinnen({ zinnen, gevolgen, feiten }: Antwoord, taal: Taal): string[] {
  return [...zinnen, ...gevolgen, ...feiten].map((zin) => zinText(zin, taal)).filter(Boolean)
}

/** The things asked are words of a behandelaar, so the mail sends the citizen to the sign-in. */
function inlogZin({ gevraagd }: Antwoord, { onbekend }: Voortgang, taal: Taal): string {
  const { watNodig, kijk } = mailTexts[taal]
  if (gevraagd.length > 0) return watNodig
  return onbekend ? kijk : ''
}

const SENTENCE_ENDS = /(?<=[.!?])\s+/

/** Describes one change with its day, without the sentences that the mail already has. */
function gebeurd(
  { statussen }: BerichtZaak,
  { versie, titel, uitleg }: Bericht,
  { gezegd, laatsteDag, taal }: { gezegd: readonly string[]; laatsteDag: string | null; taal: Taal },
): string {
  const t = mailTexts[taal]
  const status = statussen.find((one) => one.versie === versie)
  const said = new Set(gezegd.flatMap((text) => text.split(SENTENCE_ENDS)))
  // the date of the change says it already
  if (status) said.add(dagZin(status, taal))
  const more = uitleg.split(SENTENCE_ENDS).filter((sentence) => !said.has(sentence))
  const op = status ? dagVan(status, laatsteDag) : null
  const what = /[.!?]$/.test(titel) ? titel : `${titel}.`
  return [what, op && t.op(writtenDate(op, taal)), ...more, status?.statustoelichting ? t.toelichting : '']
    .filter(Boolean)
    .join(' ')
}

/**
 * Returns the day of the change, `yyyy-mm-dd`. Null for a receipt, which names its day itself. An expiry is
 * recorded after its last day, so it shows that last day.
 */
function dagVan(
  { soort, datumStatusGezet, gebeurdOp }: BerichtZaak['statussen'][number],
  laatsteDag: string | null,
): string | null {
  if (soort === 'registratie') return null
  return soort === 'aanvulling_verlopen' ? laatsteDag : (gebeurdOp ?? dateInAmsterdam(datumStatusGezet))
}
