import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { toBewijsbestand } from '#lib/publieksportaal/bewijs/bewijsbestand.ts'
import { controleUrl } from '#lib/publieksportaal/bewijs/download-bewijs.ts'
import { findBewijsOfZaak } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { plainMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { MijnMenu } from '../../../mijn-menu.tsx'
import { zaakPath } from '../paths.ts'
import { ZaakHeading } from '../zaak-heading.tsx'
import { BewijsTable, InzendingenTable } from './bewijs-table.tsx'

type Props = { params: Promise<{ zaakId: string }> }

const findPage = cache(async (zaakId: string) => {
  const { burgerId } = await requireIngelogde()
  const found = await findBewijsOfZaak(publieksportaal(), { burgerId, zaakId })
  if (!found) notFound()
  return { burgerId, ...found }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { zaak } = await findPage((await params).zaakId)
  return { title: `${bewijs[await currentTaal()].titel}: ${zaak.omschrijving}` }
}

export default async function BewijsPage({ params }: Props) {
  const { burgerId, ...found } = await findPage((await params).zaakId)
  const { zaak, wijzigingen, inzendingen } = found
  const taal = await currentTaal()
  const t = bewijs[taal]
  const { env, clock } = publieksportaal()
  const now = clock()
  const { code } = toBewijsbestand(found, { now, controleren: controleUrl(env) })
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} />
      <ZaakHeading zaak={zaak} titel={t.titel} taal={taal} />
      <Paragraph>{t.intro}</Paragraph>
      <Paragraph>
        {t.stand(plainMoment(now, taal))} <strong className="zb-number">{t.code(code)}</strong>
      </Paragraph>
      <Paragraph small soft>
        {t.codeUitleg}
      </Paragraph>
      {wijzigingen.some(({ traceId }) => traceId) && <Paragraph>{t.kenmerkUitleg}</Paragraph>}
      <BewijsTable zaak={zaak} wijzigingen={wijzigingen} taal={taal} now={now} />
      <Paragraph small soft>
        {t.gezienUitleg}
      </Paragraph>
      <InzendingenTable inzendingen={inzendingen} taal={taal} now={now} />
      <div className="zb-buttons">
        {/* Plain links, because the Link of Next.js would fetch the files as pages. */}
        <a className="utrecht-button utrecht-button--primary-action" href={`${zaakPath(zaak.id)}/bewijs/pdf`} download>
          {t.downloadPdf}
        </a>
        <a
          className="utrecht-button utrecht-button--secondary-action"
          href={`/api/publieksportaal/zaken/${zaak.id}/bewijs`}
          download
        >
          {t.download}
        </a>
        <ButtonLink appearance="subtle" href={zaakPath(zaak.id)}>
          {texts(taal).zaak.terug}
        </ButtonLink>
      </div>
      <Paragraph small soft className="zb-bewijs__download">
        {t.downloadUitleg}
      </Paragraph>
      <Paragraph small className="zb-bewijs__download">
        <Link href="/mijn/bewijs-controleren">{t.controleer}</Link>
      </Paragraph>
    </>
  )
}
