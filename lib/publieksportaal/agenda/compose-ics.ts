import ical, { escape as escapeText, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { v5 as uuidv5 } from 'uuid'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { agendaTexts } from '#lib/ui/texts/mijn/agenda.ts'
import { agendapuntenOf, type ZaakInAgenda } from './agendapunt.ts'

/** The refresh interval for calendar programs. */
const REFRESH_MS = HOUR_MS

/**
 * Returns the agenda as iCalendar (RFC 5545, with NAME and REFRESH-INTERVAL of RFC 7986). The provider of the
 * calendar can read it, so it holds no more than a mail: the day, the zaaknummer, and a link to the sign-in.
 * A gevoelige zaak has only the day.
 *
 * It has no METHOD, because it is fetched and is no iTIP message: a METHOD would need an ORGANIZER (RFC 5546,
 * 3.2.1). DTSTAMP is therefore the time of the last change, not of the fetch, so the same agenda gives the
 * same bytes. An entry that no longer holds is absent.
 */
export function composeIcs({
  agenda,
  zaken,
  gemeente,
  link,
  today,
}: {
  agenda: { taal: 'nl' | 'en'; versie: number; gewijzigdOp: Date | null }
  zaken: readonly ZaakInAgenda[]
  gemeente: string
  link: (zaakId: string) => string
  /** `yyyy-mm-dd` */
  today: string
}): string {
  const { taal, versie, gewijzigdOp } = agenda
  const t = agendaTexts[taal].bestand
  const calendar = ical({
    // the library writes NAME unescaped
    name: escapeText(t.naam(gemeente), false),
    description: t.beschrijving,
    prodId: { company: 'Zaakbode', product: 'Agenda', language: taal.toUpperCase() },
    ttl: REFRESH_MS / SECOND_MS,
  })
  for (const zaak of zaken) {
    const changed = new Date(Math.max(zaak.bijgewerktOp.getTime(), gewijzigdOp?.getTime() ?? 0))
    for (const { soort, datum, van } of agendapuntenOf(zaak, today)) {
      const punt = zaak.gevoelig ? t.gevoelig : t.punten[soort]
      const url = link(zaak.id)
      calendar.createEvent({
        id: uuidv5(van ? `${soort} ${van}` : soort, zaak.id),
        sequence: zaak.volgnummer + versie,
        stamp: changed,
        lastModified: changed,
        start: datum,
        allDay: true,
        summary: punt.titel(zaak.gevoelig ? gemeente : zaak.identificatie),
        description: [punt.uitleg, t.kanVeranderen, `${t.bekijk} ${url}`].join('\n'),
        url,
        // the entry blocks no appointment, and is hidden from people who share the calendar
        transparency: ICalEventTransparency.TRANSPARENT,
        class: ICalEventClass.PRIVATE,
      })
    }
  }
  return calendar.toString()
}
