import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { exactMoment, shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import type { Concept } from '#lib/zaaksysteem/catalogus/concept.ts'
import { countOpenZaken, type OpenZaken, type Zaaktypestand } from '#lib/zaaksysteem/catalogus/find-zaaktypestanden.ts'
import type { Importregel } from '#lib/zaaksysteem/catalogus/import/read-catalogus.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { type Doorlooptijd, findDoorlooptijd } from '#lib/zaaksysteem/doorlooptijd/find-doorlooptijden.ts'
import { LEAST_ZAKEN } from '#lib/zaaksysteem/doorlooptijd/measure-doorlooptijden.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { conceptPath, ZAAKTYPEN } from '../../paths.ts'
import { VeldenForm } from '../../velden-form.tsx'
import { teamOptions } from '../team-options.ts'
import { storeZaaktypeAction } from '../zaaktype-actions.ts'
import { loadBewerking } from './load-bewerking.ts'
import { zaaktypeVelden } from './zaaktype-form.ts'

type Props = { params: Promise<{ identificatie: string }> }

async function load({ params }: Props) {
  await requireBeheerder()
  return (await loadBewerking((await params).identificatie)) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).gegevens.omschrijving.nl }
}

export default async function ZaaktypePage(props: Props) {
  const { identificatie, versie, bewerking, gegevens, stand, concept } = await load(props)
  const ctx = zaaksysteem()
  const [doorlooptijd, open] = await Promise.all([
    findDoorlooptijd(ctx, identificatie),
    countOpenZaken(ctx, identificatie),
  ])
  const naam = gegevens.omschrijving.nl
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: texts.titel }]} current={naam} />
      <Heading level={1}>{naam}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      {concept && <ConceptAlert concept={concept} />}
      {concept?.importverslag && <Importverslag regels={concept.importverslag} />}
      {versie > 0 && <Versies versies={stand.versies} open={open} />}
      {versie > 0 && <DoorlooptijdCard doorlooptijd={doorlooptijd} />}
      <Paragraph soft>{texts.variabelen}</Paragraph>
      <Card isNarrow>
        <VeldenForm
          action={storeZaaktypeAction}
          fields={{ identificatie, versie, bewerking }}
          velden={zaaktypeVelden(gegevens, await teamOptions())}
          errorTitle={texts.fout.titel}
          label={texts.knop}
          busy={texts.bezig}
          backHref={ZAAKTYPEN}
        />
      </Card>
    </>
  )
}

function ConceptAlert({ concept: { identificatie, doorNaam, gewijzigdOp, volledig } }: { concept: Concept }) {
  return (
    <Alert type="info" title={texts.concept.titel}>
      {texts.concept.van(doorNaam, exactMoment(gewijzigdOp))}{' '}
      {volledig ? (
        <Link href={conceptPath(identificatie)}>{texts.concept.bekijk}</Link>
      ) : (
        <>
          {texts.concept.vulAan} <Link href={conceptPath(identificatie)}>{texts.concept.weggooien}</Link>
        </>
      )}
    </Alert>
  )
}

/** The imported and the skipped parts. */
function Importverslag({ regels }: { regels: readonly Importregel[] }) {
  const { verslag, soorten, uitkomsten } = texts.importeren
  return (
    <Card title={verslag} id="importverslag" isNarrow>
      <ul>
        {regels.map((regel) => (
          <li key={JSON.stringify(regel)}>
            <strong>
              {soorten[regel.soort]} {regel.naam}:
            </strong>{' '}
            {uitkomsten[regel.uitkomst](regel.waarde ?? '')}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Versies({ versies, open }: { versies: Zaaktypestand['versies']; open: readonly OpenZaken[] }) {
  const count = (versie: number) => open.reduce((sum, each) => (each.versie === versie ? sum + each.aantal : sum), 0)
  return (
    <Card title={texts.versies} id="versies" isNarrow>
      <DataList
        items={versies.map(({ versie, geldigVanaf, doorNaam }) => ({
          term: texts.versieVanaf(versie, shortDate(geldigVanaf)),
          value: texts.versieDoor(doorNaam, count(versie)),
        }))}
      />
    </Card>
  )
}

/** The duration of the zaaktype's zaken, as citizens see it. */
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
