import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import type { Doorlooptijd } from '#lib/zaaksysteem/doorlooptijd/find-doorlooptijden.ts'
import { LEAST_ZAKEN } from '#lib/zaaksysteem/doorlooptijd/measure-doorlooptijden.ts'

/** How long zaken of the zaaktype took, as citizens are told it. */
export function DoorlooptijdCard({ doorlooptijd }: { doorlooptijd: Doorlooptijd | undefined }) {
  return (
    <Card title={texts.doorlooptijdTitel} id="doorlooptijd" isNarrow>
      {doorlooptijd ? <DataList items={factsOf(doorlooptijd)} /> : <Paragraph>{texts.nietGemeten}</Paragraph>}
      <Paragraph small soft>
        {texts.doorlooptijdUitleg}
      </Paragraph>
    </Card>
  )
}

function factsOf({ aantal, peildatum, helftBinnenWeken, negenVanTienBinnenWeken }: Doorlooptijd) {
  const weken = (n: number | null) => (n === null ? texts.teWeinig(LEAST_ZAKEN) : texts.weken(n))
  return [
    { term: texts.aantal, value: aantal },
    { term: texts.helft, value: weken(helftBinnenWeken) },
    { term: texts.negenVanTien, value: weken(negenVanTienBinnenWeken) },
    { term: texts.gemeten, value: <time dateTime={peildatum}>{shortDate(peildatum)}</time> },
  ]
}
