import './gegevens.css'
import type { Metadata } from 'next'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findGegevens } from '#lib/publieksportaal/gegevens/find-gegevens.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { gegevens } from '#lib/ui/texts/mijn/gegevens.ts'
import { MijnMenu } from '../mijn-menu.tsx'
import { Gegeven } from './gegeven.tsx'

const DOWNLOAD = '/api/publieksportaal/gegevens'

export async function generateMetadata(): Promise<Metadata> {
  return { title: gegevens[await currentTaal()].titel }
}

export default async function GegevensPage() {
  const { burgerId } = await requireBurger()
  const taal = await currentTaal()
  const ctx = publieksportaal()
  const onderdelen = await findGegevens(ctx, burgerId)
  const t = gegevens[taal]
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="gegevens" />
      <Heading level={1} className="zb-page-title">
        {t.titel}
      </Heading>
      <Paragraph>{t.intro}</Paragraph>
      <div className="zb-buttons">
        <a className="utrecht-button utrecht-button--primary-action" href={DOWNLOAD} download>
          {t.download}
        </a>
      </div>
      <Paragraph small soft>
        {t.downloadUitleg}
      </Paragraph>
      {onderdelen.map(({ naam, regels, more }) => (
        <section key={naam} className="zb-gegevens__onderdeel">
          <Heading level={2}>{t.onderdelen[naam].titel}</Heading>
          <Paragraph soft>{t.onderdelen[naam].uitleg}</Paragraph>
          {regels.length === 0 && <Paragraph>{t.leeg}</Paragraph>}
          {more && <Paragraph>{t.meer}</Paragraph>}
          {regels.length > 0 && <Gegeven value={regels.map((regel) => regel.gegevens)} taal={taal} now={ctx.clock()} />}
        </section>
      ))}
    </>
  )
}
