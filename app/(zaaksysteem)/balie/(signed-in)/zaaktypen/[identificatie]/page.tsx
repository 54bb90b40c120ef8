import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findDoorlooptijd } from '#lib/zaaksysteem/doorlooptijd/find-doorlooptijden.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../paths.ts'
import { DoorlooptijdCard } from './doorlooptijd.tsx'
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
