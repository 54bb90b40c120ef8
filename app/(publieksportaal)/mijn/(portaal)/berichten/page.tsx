import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findLiveVolgnummer } from '#lib/publieksportaal/live/find-live-volgnummer.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findBerichtenOfBurger } from '#lib/publieksportaal/zaak/find-berichten-of-burger.ts'
import { Pagination } from '#lib/ui/staff/list/pagination.tsx'
import { hrefWith, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { LiveUpdates } from '../live-updates.tsx'
import { toLiveZaak } from '../live-zaak.tsx'
import { MijnMenu } from '../mijn-menu.tsx'
import { shownStand } from '../shown-stand.ts'
import { BerichtCard } from './bericht-card.tsx'

const schema = z.object({ cursor: optionalCursor })

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts(await currentTaal()).berichten.titel }
}

export default async function BerichtenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { burgerId, sessieId } = await requireIngelogde()
  const { cursor } = readSearchParams(schema, await searchParams)
  const taal = await currentTaal()
  const ctx = publieksportaal()
  // before the berichten, so that no change falls between them and the stream
  const vanaf = await findLiveVolgnummer(ctx, burgerId)
  const stand = await shownStand(burgerId, taal)
  const { berichten, ...page } = await findBerichtenOfBurger(ctx, { burgerId, cursor })
  // an old link to a page of which nothing is left
  if (cursor && berichten.length === 0) redirect('/mijn/berichten')
  const zaken = new Map(berichten.map(({ zaak }) => [zaak.id, zaak]))
  const { berichten: t, bladeren, live } = texts(taal)
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="berichten" />
      <Heading level={1} className="zb-page-title">
        {t.titel}
      </Heading>
      <Paragraph soft>{t.intro}</Paragraph>
      <LiveUpdates
        // another page of the list has other zaken, which have not changed
        key={cursor}
        burgerId={burgerId}
        sessieId={sessieId}
        vanaf={vanaf}
        stand={stand}
        zaken={[...zaken.values()].map((zaak) => toLiveZaak(zaak, taal))}
        texts={live.verbinding}
      />
      {berichten.length === 0 ? (
        <Alert title={t.leeg}>
          <Paragraph>{t.leegUitleg}</Paragraph>
        </Alert>
      ) : (
        <ul className="zb-cards">
          {berichten.map((bericht) => (
            <li key={bericht.id}>
              <BerichtCard bericht={bericht} taal={taal} now={ctx.clock()} />
            </li>
          ))}
        </ul>
      )}
      <Pagination texts={bladeren} page={page} hrefAt={(at) => hrefWith('/mijn/berichten', { cursor: at })} />
    </>
  )
}
