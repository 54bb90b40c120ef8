import { daysBetween } from '#lib/platform/calendar.ts'
import type { SignaleringRegel } from './find-signaleringen.ts'

/** A mail of more would not be read; the page has the others. */
const MOST_IN_MAIL = 50

const WAT: Record<Exclude<SignaleringRegel['soort'], 'termijn'>, string> = {
  aanvulling_ontvangen: 'de aanvulling is ontvangen; de termijn loopt weer',
  aanvulling_verlopen: 'de aanvulling kwam niet op tijd; de termijn loopt weer',
  aanvulling_gemeld: 'de aanvrager meldt dat er een aanvulling is gestuurd',
  intrekking_gevraagd: 'de aanvrager wil de aanvraag intrekken',
  bezorging_mislukt: 'een bericht over de zaak is na alle pogingen niet bezorgd',
  toegewezen: 'de zaak is aan u toegewezen',
  mail_geweigerd: 'de mail aan de aanvrager kwam niet aan; bel of schrijf',
}

/** One e-mail about all these. It says nothing of who or what a zaak is about: a mailbox is outside the zaaksysteem. */
export function signaleringMail({
  regels,
  today,
  zaaksysteemUrl,
}: {
  regels: SignaleringRegel[]
  /** `yyyy-mm-dd` */
  today: string
  zaaksysteemUrl: string
}): { subject: string; text: string } {
  const link = (path: string) => new URL(path, zaaksysteemUrl).href
  const shown = regels.slice(0, MOST_IN_MAIL).map((regel) => {
    return `${regel.identificatie}: ${wat(regel, today)}.\n${link(`/balie/zaken/${regel.zaakId}`)}`
  })
  const rest = regels.length - shown.length
  const alineas = [
    ...shown,
    ...(rest > 0 ? [`En nog ${rest}.`] : []),
    `Al uw signaleringen. Daar zet u deze e-mail ook uit:\n${link('/balie/signaleringen')}`,
  ]
  const subject = regels.length === 1 ? '1 nieuwe signalering' : `${regels.length} nieuwe signaleringen`
  return { subject, text: alineas.join('\n\n') }
}

function wat({ soort, uiterlijkeEinddatum }: SignaleringRegel, today: string): string {
  if (soort !== 'termijn') return WAT[soort]
  const days = daysBetween(today, uiterlijkeEinddatum)
  if (days < 0) return 'de fatale datum is voorbij'
  if (days === 0) return 'de fatale datum is vandaag'
  return `nog ${days} ${days === 1 ? 'dag' : 'dagen'} tot de fatale datum`
}
