import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findBerichtenOfBurger } from '#lib/publieksportaal/zaak/find-berichten-of-burger.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { Pagination } from '#lib/ui/staff/list/list-page.tsx'
import { hrefWith, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { beginLive } from '../begin-live.ts'
import { LiveUpdates } from '../live-updates.tsx'
import { toLiveZaak } from '../live-zaak.tsx'
import { MijnMenu } from '../mijn-menu.tsx'
import { BerichtCard } from './bericht-card.tsx'

const schema = z.object({ cursor: optionalCursor })

export const generateMetadata = titled((taal) => texts(taal).berichten.titel)

export default async function BerichtenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const burger = await requireIngelogde()
  const { burgerId } = burger
  const { cursor } = readSearchParams(schema, await searchParams)
  const taal = await currentTaal()
  const ctx = publieksportaal()
  const live = await beginLive(burger, taal)
  const { berichten, ...page } = await findBerichtenOfBurger(ctx, { burgerId, cursor })
  // an old link to a page that is empty now
  if (cursor && berichten.length === 0) redirect('/mijn/berichten')
  const zaken = new Map(berichten.map(({ zaak }) => [zaak.id, zaak]))
  const { berichten: t, bladeren } = texts(taal)
  const now = ctx.clock()
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="berichten" />
      <PageTitle>{t.titel}</PageTitle>
      <Paragraph soft>{t.intro}</Paragraph>
      <LiveUpdates
        // remounts for another page, because its zaken differ without having changed
        key={cursor}
        {...live}
        zaken={[...zaken.values()].map((zaak) => toLiveZaak(zaak, { taal, now }))}
      />
      {berichten.length === 0 ? (
        <Alert title={t.leeg}>
          <Paragraph>{t.leegUitleg}</Paragraph>
        </Alert>
      ) : (
        <ul className="zb-cards">
          {berichten.map((bericht) => (
            <li key={bericht.id}>
              <BerichtCard bericht={bericht} taal={taal} now={now} />
            </li>
          ))}
        </ul>
      )}
      <Pagination texts={bladeren} page={page} hrefAt={(at) => hrefWith('/mijn/berichten', { cursor: at })} />
    </>
  )
}
