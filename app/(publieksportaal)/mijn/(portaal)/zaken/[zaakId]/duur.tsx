import type { Doorlooptijd } from '#lib/publieksportaal/sync/find-doorlooptijd.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

type Props = {
  doorlooptijd: Doorlooptijd
  /** whether its term stands still now, or did */
  stilstand: 'nu' | 'geweest' | 'nooit'
  /** both `yyyy-mm-dd` */
  uiterlijkeEinddatum: string
  today: string
  taal: Taal
}

/** How long an application like this usually takes, which is no promise. */
export function Duur({ doorlooptijd, stilstand, uiterlijkeEinddatum, today, taal }: Props) {
  const { aantal, helftBinnenWeken: helft, negenVanTienBinnenWeken: meeste } = doorlooptijd
  const t = texts(taal).duur
  const isPromised = stilstand !== 'nu' && uiterlijkeEinddatum >= today
  return (
    <Card title={t.titel} className="zb-duur">
      <Paragraph>{helft === meeste ? t.meeste(t.weken(meeste)) : t.helft(t.weken(helft), t.weken(meeste))}</Paragraph>
      {stilstand !== 'nooit' && <Paragraph>{t.staatStil[stilstand]}</Paragraph>}
      <Paragraph>
        {isPromised ? t.geenBelofteMaar(writtenDate(uiterlijkeEinddatum, taal)) : t.geenBelofte} {t.bron(aantal)}
      </Paragraph>
    </Card>
  )
}
