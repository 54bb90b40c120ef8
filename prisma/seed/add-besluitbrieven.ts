import { isoDate } from '#lib/platform/calendar.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { performNamed } from '#lib/zaaksysteem/zaak/handeling/handelingen.ts'

const dutchDate = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
/** How long after the besluit its letter is there. */
const AFTER_MS = 10 * MINUTE_MS

/** Of zaken of the demo that were granted, by their omschrijving. */
const TITELS: Record<string, string> = {
  'Kap conifeer, Kerkplein 6': 'Vergunning voor het kappen van een conifeer',
  'Burendag Rozenplein': 'Vergunning voor Burendag op het Rozenplein',
}

/** Gives zaken of which a besluit was taken the letter with it, as a document that its citizen reads. */
export async function addBesluitbrieven(ctx: ZaaksysteemContext): Promise<void> {
  for (const [omschrijving, titel] of Object.entries(TITELS)) {
    const zaak = await ctx.db.zaak.findFirst({
      where: { omschrijving },
      include: { besluiten: true, statussen: { orderBy: { versie: 'desc' }, take: 1 } },
    })
    const [besluit] = zaak?.besluiten ?? []
    const [last] = zaak?.statussen ?? []
    if (!zaak || !besluit || !last?.gezetDoorId) throw new Error(`The seed has no besluit of ${omschrijving}`)
    const then = { ...ctx, clock: () => new Date(last.datumStatusGezet.getTime() + AFTER_MS) }
    const pdf = await writePdf({
      titel,
      auteur: 'Gemeente Voorbeeld',
      op: then.clock(),
      blokken: [
        { soort: 'kop', tekst: titel },
        { soort: 'regels', regels: [`Zaaknummer ${zaak.identificatie}`, dutchDate.format(besluit.datum)] },
        { soort: 'alinea', tekst: `U vroeg om toestemming: ${zaak.omschrijving}. Wij geven u die toestemming.` },
        { soort: 'kop', tekst: 'Bent u het niet eens met dit besluit?' },
        { soort: 'alinea', tekst: 'Maak dan bezwaar. Op Mijn zaken leest u tot wanneer dat kan.' },
      ],
    })
    const stored = await storeBestand(then, {
      zaakId: zaak.id,
      naam: `${titel}.pdf`,
      bytes: new Blob([new Uint8Array(pdf)]).stream(),
    })
    if (!stored.ok) throw new Error(`The seed cannot store a bestand: ${stored.reason}`)
    const adding = {
      zaakId: zaak.id,
      versie: zaak.versie,
      gezetDoor: { behandelaarId: last.gezetDoorId },
      traceparent: traceparentOf(null),
      bestand: stored.bestand.id,
      titel,
      informatieobjecttype: 'besluit',
      datum: isoDate(besluit.datum),
      besluit: besluit.id,
    }
    const added = await performNamed(then, 'document-toevoegen', adding)
    if (!added.ok) throw new Error(`The seed may not do this: ${JSON.stringify(added)}`)
  }
}
