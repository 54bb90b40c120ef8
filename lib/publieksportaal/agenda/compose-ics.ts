import ical, { escape as escapeText, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { v5 as uuidv5 } from 'uuid'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { agendaTexts } from '#lib/ui/texts/mijn/agenda.ts'
import { agendapuntenOf, type ZaakInAgenda } from './agendapunt.ts'

/** How often a calendar program should look. */
const REFRESH_MS = HOUR_MS

/**
 * The agenda as iCalendar (RFC 5545, with NAME and REFRESH-INTERVAL of RFC 7986). It lies at whoever runs the calendar
 * program, so it says no more than a mail does: which day, of which zaaknummer, and where to sign in for the rest. Of a zaak
 * that is gevoelig not even that.
 *
 * Without METHOD, because it is fetched and no message of iTIP: with one it would need an ORGANIZER (RFC 5546, 3.2.1). DTSTAMP is
 * then when the entry became what it is, not when it was fetched, so the same agenda gives the same bytes. An entry that no longer
 * holds is absent.
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
    // the library writes NAME as it is
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
        // it keeps nobody from an appointment, and is not for those with whom a calendar is shared
        transparency: ICalEventTransparency.TRANSPARENT,
        class: ICalEventClass.PRIVATE,
      })
    }
  }
  return calendar.toString()
}
