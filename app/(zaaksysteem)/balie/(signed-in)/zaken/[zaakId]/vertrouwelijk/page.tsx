import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { zaakPath } from '../../../paths.ts'
import { PATHS } from '../../../werkvoorraad-filter.ts'
import { loadZaak } from '../load-zaak.ts'
import { VertrouwelijkForm } from './vertrouwelijk-form.tsx'

type Props = { params: Promise<{ zaakId: string }> }

/** For whoever may treat the zaak and would still see it when it is vertrouwelijk. */
async function load({ params }: Props) {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  if (!mag(await requireBehandelaar(), 'behandelen', { ...zaak, vertrouwelijk: true })) notFound()
  return { zaak, texts: zaak.vertrouwelijk ? vertrouwelijk.opheffen : vertrouwelijk.maken }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { zaak, texts } = await load(props)
  return { title: `${texts.titel} ${zaak.identificatie}` }
}

export default async function VertrouwelijkPage(props: Props) {
  const { zaak, texts } = await load(props)
  return (
    <>
      <Breadcrumb
        label={balie.zaak.kruimelpad}
        items={[
          { href: PATHS.open, text: balie.lijst.open.titel },
          { href: zaakPath(zaak.id), text: zaak.identificatie },
        ]}
        current={texts.titel}
      />
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>
        {zaak.omschrijving} · <span className="zb-number">{zaak.identificatie}</span>
      </Paragraph>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{texts.uitleg(zaak.team)}</Paragraph>
        <VertrouwelijkForm
          zaakId={zaak.id}
          isVertrouwelijk={zaak.vertrouwelijk}
          knop={texts.knop}
          backHref={zaakPath(zaak.id)}
        />
      </section>
    </>
  )
}
