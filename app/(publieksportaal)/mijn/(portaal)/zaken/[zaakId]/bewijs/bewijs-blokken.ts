import type { Blok } from '#lib/platform/pdf/write-pdf.ts'
import type { Bewijsbestand } from '#lib/publieksportaal/bewijs/bewijsbestand.ts'
import type { BewijsVanZaak } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import { plainMoment } from '#lib/ui/text/dates.ts'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import {
  gezienRegels,
  inzendingRegels,
  mailRegels,
  ontvangenRegels,
  type Regel,
  uitkomstTekst,
} from './bewijs-regels.ts'

const t = bewijs.nl

/** The printable bewijs in Dutch: the content of the page, with absolute dates. */
export function bewijsBlokken(
  gemeente: string,
  {
    bewijs: { zaak, wijzigingen, inzendingen },
    bestand,
    op,
  }: { bewijs: BewijsVanZaak; bestand: Bewijsbestand; op: Date },
): Blok[] {
  const titels = new Map(berichten(zaak, { taal: 'nl', now: op }).map(({ versie, titel }) => [versie, titel]))
  return [
    { soort: 'regels', regels: [gemeente] },
    { soort: 'kop', tekst: t.titel },
    {
      soort: 'regels',
      regels: [`${zaak.omschrijving} · ${zaak.identificatie}`, t.stand(plainMoment(op, 'nl')), t.code(bestand.code)],
    },
    { soort: 'alinea', tekst: t.controleerPapier(bestand.controleren) },
    {
      soort: 'tabel',
      kolommen: [
        { naam: t.kolom.wijziging, deel: 0.3 },
        { naam: t.kolom.gebeurd, deel: 0.16 },
        { naam: t.kolom.ontvangen, deel: 0.18 },
        { naam: t.kolom.mail, deel: 0.2 },
        { naam: t.kolom.gezien, deel: 0.16 },
      ],
      rijen: wijzigingen.toReversed().map((wijziging) => {
        const { versie, traceId, gebeurdOp } = wijziging
        return [
          [titels.get(versie), traceId && `${t.kenmerk} ${traceId}`].filter(Boolean).join('\n'),
          plainMoment(gebeurdOp, 'nl'),
          written(ontvangenRegels(wijziging, 'nl')),
          written(mailRegels(wijziging, 'nl')),
          written(gezienRegels(wijziging, 'nl')),
        ]
      }),
    },
    { soort: 'alinea', tekst: t.gezienUitleg },
    ...(inzendingen.length > 0
      ? ([
          { soort: 'kop', tekst: t.inzendingen.titel },
          {
            soort: 'tabel',
            kolommen: [
              { naam: t.inzendingen.kolom.wat, deel: 0.4 },
              { naam: t.inzendingen.kolom.nummer, deel: 0.14 },
              { naam: t.inzendingen.kolom.ontvangen, deel: 0.18 },
              { naam: t.inzendingen.kolom.uitkomst, deel: 0.28 },
            ],
            rijen: inzendingen
              .toReversed()
              .map((inzending) => [
                inzendingRegels(inzending, 'nl').join('\n'),
                inzending.nummer,
                plainMoment(inzending.tijdstip, 'nl'),
                uitkomstTekst(inzending, 'nl'),
              ]),
          },
        ] as const)
      : []),
  ]
}

const written = (regels: Regel[]) =>
  regels.map(({ op, tekst }) => [op && plainMoment(op, 'nl'), tekst].filter(Boolean).join('')).join('\n')
