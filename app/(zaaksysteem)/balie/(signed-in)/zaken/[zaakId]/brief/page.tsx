import type { Metadata } from 'next'
import { missingCharacters } from '#lib/platform/pdf/write-pdf.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { handelingPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { toShownZaak } from '../shown-zaak.ts'
import { toEditableZaak } from '../to-editable-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { rondomBrief } from './brief-blokken.ts'
import { BriefForm } from './brief-form.tsx'
import { nieuwsAlsBrief } from './nieuws-als-brief.ts'

export const metadata: Metadata = { title: texts.titel }

export default async function BriefPage({ params }: { params: Promise<{ zaakId: string }> }) {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  const now = zaaksysteem().clock()
  const rondom = rondomBrief(zaak, now)
  const nieuws = nieuwsAlsBrief(toShownZaak(zaak.resource, zaak.inzendingen), now)
  const missing = missingCharacters(Object.values(rondom).flat().join(''))
  return (
    <>
      <ZaakBreadcrumb zaak={zaak} current={texts.titel} />
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      {!zaak.aanvragerAdres && <Alert type="info">{texts.geenAdres}</Alert>}
      {missing.length > 0 && <Alert type="warning">{texts.ontbreektRondom(missing)}</Alert>}
      <Card isNarrow className="balie-form">
        <BriefForm
          zaakId={zaak.id}
          nieuws={{ ...nieuws, kop: nieuws.kop || zaak.statusnaam }}
          teksten={toEditableZaak(zaak, now).teksten}
          rondom={rondom}
        />
      </Card>
      <Paragraph className="staff-block">
        <ButtonLink appearance="secondary" href={handelingPath(zaak.id, 'per-post')}>
          {texts.verstuurd}
        </ButtonLink>
      </Paragraph>
    </>
  )
}
