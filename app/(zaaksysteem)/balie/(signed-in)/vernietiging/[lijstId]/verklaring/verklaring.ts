import type { Blok } from '#lib/platform/pdf/write-pdf.ts'
import { shortDate, shortMoment } from '#lib/ui/text/dates.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import type { Lijst, Regel } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { jarenOf } from '../../../zaaktypen/duur.ts'

const { verklaring: texts, lijsten, lijst: lijstTexts, grond } = vernietiging
/** The column widths of the tables, as fractions of the page width. */
const WIDTHS = [0.245, 0.265, 0.12, 0.12, 0.09, 0.16]
const WIDTHS_BEWAARD = [0.245, 0.355, 0.4]

export const verklaringTitel = ({ nummer }: Pick<Lijst, 'nummer'>) => texts.titel(nummer)

const destroyed = (regels: readonly Regel[]) => regels.filter(({ uitkomst }) => uitkomst === 'vernietigd')

/** The rows for a spreadsheet: one for each destroyed zaak, complete in itself. */
export function verklaringRijen(lijst: Lijst, regels: readonly Regel[]): (string | number | null)[][] {
  const { voorgesteldDoor, voorgesteldOp, goedgekeurdDoor, goedgekeurdOp, nummer } = lijst
  const decided = [voorgesteldDoor, moment(voorgesteldOp), goedgekeurdDoor, moment(goedgekeurdOp), nummer]
  return [
    texts.kolommen,
    ...destroyed(regels).map((regel) => [
      regel.identificatie,
      regel.zaaktypenaam,
      regel.resultaatnaam,
      lijsten.gronden[lijst.grond],
      regel.selectielijst,
      regel.einddatum,
      regel.bewaartermijn && jarenOf(regel.bewaartermijn),
      regel.archiefactiedatum,
      moment(regel.klaarOp),
      ...decided,
    ]),
  ]
}

/** The printable form. */
export function verklaringBlokken(gemeente: string, lijst: Lijst, regels: readonly Regel[]): Blok[] {
  const gone = destroyed(regels)
  const kept = regels.filter(({ uitkomst }) => uitkomst !== 'vernietigd')
  const { toelichting, goedgekeurdDoor, goedgekeurdOp } = lijst
  const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst })
  const decided = [
    texts.voorgesteld(lijst.voorgesteldDoor, shortMoment(lijst.voorgesteldOp)),
    texts.goedgekeurd(goedgekeurdDoor ?? '', moment(goedgekeurdOp) ?? ''),
  ]
  return [
    { soort: 'kop', tekst: verklaringTitel(lijst) },
    alinea(texts.inhoud(gemeente, vernietiging.zaken(gone.length), moment(lijst.klaarOp) ?? '')),
    alinea(texts.grond[lijst.grond]),
    ...(toelichting ? [alinea(texts.toelichting(toelichting))] : []),
    { soort: 'regels', regels: decided },
    { soort: 'kop', tekst: texts.vernietigd },
    { soort: 'tabel', kolommen: columns(texts.tabel, WIDTHS), rijen: gone.map(destroyedRow) },
    ...(kept.length === 0
      ? []
      : ([
          { soort: 'kop', tekst: texts.bewaard },
          alinea(texts.bewaardUitleg),
          { soort: 'tabel', kolommen: columns(texts.tabelBewaard, WIDTHS_BEWAARD), rijen: kept.map(keptRow) },
        ] satisfies Blok[])),
  ]
}

const columns = (namen: readonly string[], widths: readonly number[]) =>
  namen.map((naam, index) => ({ naam, deel: widths[index] ?? 0 }))

const moment = (instant: Date | null) => instant && shortMoment(instant)

function destroyedRow(regel: Regel): string[] {
  const { identificatie, zaaktypenaam, resultaatnaam, selectielijst, einddatum, bewaartermijn, klaarOp } = regel
  return [
    identificatie,
    [zaaktypenaam, resultaatnaam].filter(Boolean).join(': '),
    selectielijst ?? '',
    einddatum ? shortDate(einddatum) : grond.open,
    bewaartermijn ? grond.jaren(jarenOf(bewaartermijn)) : grond.geen,
    moment(klaarOp) ?? '',
  ]
}

function keptRow({ identificatie, zaaktypenaam, uitkomst, reden }: Regel): string[] {
  const waarom = uitkomst && lijstTexts.uitkomst[uitkomst]
  return [identificatie, zaaktypenaam, [waarom, reden].filter(Boolean).join(': ')]
}
