import type { Metadata } from 'next'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { zaakPath } from '../../../paths.ts'
import { PATHS } from '../../../werkvoorraad-filter.ts'
import { loadZaak } from '../load-zaak.ts'
import { RemoveForm } from './remove-form.tsx'

type Props = { params: Promise<{ zaakId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { omschrijving, identificatie } = await loadZaak((await params).zaakId, 'beheren')
  return { title: `${verwijderen.titel(omschrijving)} ${identificatie}` }
}

/** A page of its own, which lists what is lost, so that nobody removes a zaak by one wrong click. */
export default async function VerwijderenPage({ params }: Props) {
  const { id, versie, omschrijving, identificatie } = await loadZaak((await params).zaakId, 'beheren')
  return (
    <>
      <Breadcrumb
        label={balie.zaak.kruimelpad}
        items={[
          { href: PATHS.open, text: balie.lijst.open.titel },
          { href: zaakPath(id), text: identificatie },
        ]}
        current={verwijderen.kort}
      />
      <Heading level={1}>{verwijderen.titel(omschrijving)}</Heading>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{verwijderen.uitleg}</Paragraph>
        <ul>
          {verwijderen.weg.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
        <Paragraph>{verwijderen.blijft}</Paragraph>
        <RemoveForm zaakId={id} versie={versie} backHref={zaakPath(id)} />
      </section>
    </>
  )
}
