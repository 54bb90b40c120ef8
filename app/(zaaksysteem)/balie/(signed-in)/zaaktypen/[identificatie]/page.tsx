import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { type Doorlooptijd, findDoorlooptijd } from '#lib/zaaksysteem/doorlooptijd/find-doorlooptijden.ts'
import { LEAST_ZAKEN } from '#lib/zaaksysteem/doorlooptijd/measure-doorlooptijden.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { storeZaaktypeAction } from './store-zaaktype-action.ts'
import { ZaaktypeForm } from './zaaktype-form.tsx'
import { zaaktypeVelden } from './zaaktype-velden.ts'

type Props = { params: Promise<{ identificatie: string }> }

async function load({ params }: Props) {
  await requireBeheerder()
  const { identificatie } = await params
  const zaaktypen = await findZaaktypen(zaaksysteem())
  return zaaktypen.find((zaaktype) => zaaktype.identificatie === identificatie) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).omschrijving.nl }
}

export default async function ZaaktypePage(props: Props) {
  const zaaktype = await load(props)
  const { identificatie, versie, omschrijving } = zaaktype
  const doorlooptijd = await findDoorlooptijd(zaaksysteem(), identificatie)
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: texts.titel }]} current={omschrijving.nl} />
      <Heading level={1}>{omschrijving.nl}</Heading>
      <Paragraph soft>
        {texts.versie(versie)} {texts.uitleg}
      </Paragraph>
      <DoorlooptijdCard doorlooptijd={doorlooptijd} />
      <Paragraph soft>{texts.variabelen}</Paragraph>
      <Card isNarrow>
        <ZaaktypeForm
          action={storeZaaktypeAction}
          hidden={{ identificatie, versie }}
          velden={zaaktypeVelden(zaaktype)}
          label={texts.knop}
        />
      </Card>
    </>
  )
}

/** How long zaken of the zaaktype took, as citizens are told it. */
function DoorlooptijdCard({ doorlooptijd }: { doorlooptijd: Doorlooptijd | undefined }) {
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
