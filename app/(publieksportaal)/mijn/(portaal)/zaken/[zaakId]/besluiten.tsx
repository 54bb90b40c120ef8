import { type BesluitResource, isVanKracht, type ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { reactiesOf } from '#lib/voortgang/besluiten.ts'

type Props = {
  besluiten: readonly BesluitResource[]
  zaaktype: ZaaktypeResource
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** The besluiten, newest first, including withdrawn ones with the reason. */
export function Besluiten({ besluiten, zaaktype, taal, today }: Props) {
  if (besluiten.length === 0) return null
  const t = texts(taal).besluit
  return (
    <section className="zb-besluiten">
      <Heading level={2}>{t.titel}</Heading>
      {besluiten.toReversed().map((besluit) => (
        <Card key={besluit.id ?? besluit.datum} title={naamOf(besluit, { zaaktype, taal, today })}>
          <DataList items={factsOf(besluit, { taal, today })} />
        </Card>
      ))}
    </section>
  )
}

function naamOf(
  { besluittype, bekendmakingsdatum }: BesluitResource,
  { zaaktype, taal, today }: Pick<Props, 'zaaktype' | 'taal' | 'today'>,
): string {
  const type = bekendmakingsdatum <= today && zaaktype.resultaattypen.find(({ code }) => code === besluittype)
  return type ? type.omschrijving[taal] : texts(taal).besluit.naam
}

function factsOf(besluit: BesluitResource, { taal, today }: Pick<Props, 'taal' | 'today'>) {
  const { datum, bekendmakingsdatum, terinzagedatum, ingangsdatum, vervaldatum, vervalreden, intrekking } = besluit
  const { besluit: t, rechtsmiddel, zaak } = texts(taal)
  const { komt } = zaak.bekendmaking
  // the content of a besluit is secret before its bekendmaking
  if (bekendmakingsdatum > today) return [{ term: komt.besluit, value: <Dag date={bekendmakingsdatum} taal={taal} /> }]
  const [reactie] = reactiesOf([besluit])
  const facts: [term: string, date: string | null | undefined][] = [
    [t.datum, datum],
    [t.bekend, bekendmakingsdatum],
    [t.terInzage, terinzagedatum],
    [t.vanaf, ingangsdatum === bekendmakingsdatum ? null : ingangsdatum],
    [t.nietMeer, vervaldatum],
    [
      (intrekking?.bekendmakingsdatum ?? '') > today ? komt.intrekking : t.intrekkingBekend,
      intrekking?.bekendmakingsdatum,
    ],
    [reactie ? rechtsmiddel[reactie.soort][reactie.uiterlijk < today ? 'kon' : 'kan'] : '', reactie?.uiterlijk],
  ]
  return [
    ...(besluit.vanRechtswege ? [{ term: t.hoe, value: t.vanRechtswege }] : []),
    ...(vervalreden && !isVanKracht(besluit) ? [{ term: t.stand, value: t.vervalreden[vervalreden] }] : []),
    ...facts.flatMap(([term, date]) => (date ? [{ term, value: <Dag date={date} taal={taal} /> }] : [])),
  ]
}

function Dag({ date, taal }: { date: string; taal: Taal }) {
  return <time dateTime={date}>{plainDate(date, taal)}</time>
}
