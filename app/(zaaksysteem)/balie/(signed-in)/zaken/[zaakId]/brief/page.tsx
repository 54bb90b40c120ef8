import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { briefPdfPath, handelingPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { briefBlokken } from './brief-blokken.ts'

export const metadata: Metadata = { title: texts.titel }

export default async function BriefPage({ params }: { params: Promise<{ zaakId: string }> }) {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  const blokken = briefBlokken(zaak, zaaksysteem().clock())
  return (
    <>
      <ZaakBreadcrumb zaak={zaak} current={texts.titel} />
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      {!zaak.aanvragerAdres && <Alert type="info">{texts.geenAdres}</Alert>}
      <Paragraph>
        {/* no Link: it is a file, and the router would fetch it as a page */}
        <a className="utrecht-link" href={briefPdfPath(zaak.id)} target="_blank" rel="noreferrer">
          {texts.pdf}
        </a>
      </Paragraph>
      <ButtonLink appearance="secondary" href={handelingPath(zaak.id, 'per-post')}>
        {texts.verstuurd}
      </ButtonLink>
      <Card title={texts.voorbeeld} id="brief" isNarrow>
        {blokken.map((blok) =>
          blok.soort === 'lijst' ? (
            <ul key={JSON.stringify(blok)}>
              {blok.punten.map((punt) => (
                <li key={punt}>{punt}</li>
              ))}
            </ul>
          ) : blok.soort === 'kop' ? (
            <Heading level={3} key={JSON.stringify(blok)}>
              {blok.tekst}
            </Heading>
          ) : (
            <p key={JSON.stringify(blok)} className="balie-regels">
              {blok.soort === 'alinea' ? blok.tekst : blok.regels.join('\n')}
            </p>
          ),
        )}
      </Card>
    </>
  )
}
