import type { Doorlooptijd } from '#lib/publieksportaal/sync/fetch-doorlooptijden.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

type Props = {
  doorlooptijd: Doorlooptijd
  /** suspension of the term */
  stilstand: 'nu' | 'geweest' | 'nooit'
  /** the day by which the citizen hears from us, `yyyy-mm-dd`; null while that is not promised */
  hoortUiterlijk: string | null
  taal: Taal
}

/** The usual duration of such an application, which is no promise. */
export function Duur({ doorlooptijd, stilstand, hoortUiterlijk, taal }: Props) {
  const { aantal, helftBinnenWeken: helft, negenVanTienBinnenWeken: meeste } = doorlooptijd
  const t = texts(taal).duur
  return (
    <Card title={t.titel} className="zb-duur">
      <Paragraph>{helft === meeste ? t.meeste(t.weken(meeste)) : t.helft(t.weken(helft), t.weken(meeste))}</Paragraph>
      {stilstand !== 'nooit' && <Paragraph>{t.staatStil[stilstand]}</Paragraph>}
      <Paragraph>
        {hoortUiterlijk ? t.geenBelofteMaar(writtenDate(hoortUiterlijk, taal)) : t.geenBelofte} {t.bron(aantal)}
      </Paragraph>
    </Card>
  )
}
