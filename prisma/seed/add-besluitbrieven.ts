import { isoDate } from '#lib/platform/calendar.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { plainDate } from '#lib/ui/text/dates.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { findZaakDetail, type ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { performNamed } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { writeBrief } from '../../app/(zaaksysteem)/balie/(signed-in)/zaken/[zaakId]/brief/write-brief.ts'
import { asOf } from './as-of.ts'
import { expectDone } from './expect-done.ts'

/** Time between a besluit and its letter. */
const AFTER_MS = 10 * MINUTE_MS

/** Granted zaken of the demo, by their omschrijving. */
const TITELS: Record<string, string> = {
  'Kap conifeer, Kerkplein 6': 'Vergunning voor het kappen van een conifeer',
  'Burendag Rozenplein': 'Vergunning voor Burendag op het Rozenplein',
}

/** Adds the letter with the besluit to zaken of the demo, as a document that the citizen can read. */
export async function addBesluitbrieven(ctx: ZaaksysteemContext): Promise<void> {
  for (const [omschrijving, titel] of Object.entries(TITELS)) {
    const zaak = await ctx.db.zaak.findFirst({
      where: { omschrijving },
      include: { besluiten: true, statussen: { orderBy: { versie: 'desc' }, take: 1 } },
    })
    const [besluit] = zaak?.besluiten ?? []
    const [last] = zaak?.statussen ?? []
    if (!zaak || !besluit || !last?.gezetDoorId) throw new Error(`The seed has no besluit for ${omschrijving}`)
    const then = asOf(ctx, new Date(last.datumStatusGezet.getTime() + AFTER_MS))
    const behandelaar = await ctx.db.behandelaar.findUniqueOrThrow({ where: { id: last.gezetDoorId } })
    const detail = await findZaakDetail(then, zaak.id, { lezer: behandelaar })
    if (!detail) throw new Error(`The behandelaar of the besluit on ${omschrijving} may not read the zaak`)
    const pdf = await writeBrief(detail, { kop: titel, tekst: tekstOf(detail) }, then.clock())
    const stored = await storeBestand(then, {
      zaakId: zaak.id,
      naam: `${titel}.pdf`,
      bytes: new Blob([new Uint8Array(pdf)]).stream(),
    })
    const adding = {
      zaakId: zaak.id,
      versie: zaak.versie,
      gezetDoor: { behandelaarId: last.gezetDoorId },
      traceparent: traceparentOf(null),
      bestand: expectDone(stored).bestand.id,
      titel,
      informatieobjecttype: 'besluit',
      datum: isoDate(besluit.datum),
      besluit: besluit.id,
    }
    const added = await performNamed(then, 'document-toevoegen', adding)
    expectDone(added)
  }
}

/** The letter has what Awb 3:45 and 6:5 require: that one can object, until when, where, and with what. */
function tekstOf({ omschrijving, startdatum, resource: { besluiten, statussen } }: ZaakDetail): string {
  const { uiterlijkeReactiedatum } = besluiten[0] ?? {}
  if (!uiterlijkeReactiedatum) throw new Error(`The seed has no last day to object to ${omschrijving}`)
  return [
    `U vroeg op ${plainDate(startdatum, 'nl')} een vergunning voor: ${omschrijving}. Wij geven u die vergunning.`,
    statussen.at(-1)?.statustoelichting,
    `Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken tot en met ${plainDate(uiterlijkeReactiedatum, 'nl')}. Stuur een brief aan Gemeente Voorbeeld, Postbus 100, 1000 AA Voorbeeld. Zet daarin:`,
    ['uw naam en adres', 'de datum', 'het zaaknummer', 'waarom u het niet eens bent met het besluit', 'uw handtekening']
      .map((punt) => `- ${punt}`)
      .join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}
