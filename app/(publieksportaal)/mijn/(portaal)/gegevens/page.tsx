import { titled } from '#lib/ui/shell/titled.ts'
import './gegevens.css'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findGegevens, findOnderdeel } from '#lib/publieksportaal/gegevens/find-gegevens.ts'
import { ONDERDELEN, type OnderdeelNaam } from '#lib/publieksportaal/gegevens/onderdelen.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { Pagination } from '#lib/ui/staff/list/list-page.tsx'
import { hrefWith, optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { gegevens } from '#lib/ui/texts/mijn/gegevens.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { MijnMenu } from '../mijn-menu.tsx'
import { Gegeven } from './gegeven.tsx'
import { GROEPEN, type GroepNaam } from './groepen.ts'

const PATH = '/mijn/gegevens'
const DOWNLOAD = '/api/publieksportaal/gegevens'
/** Bounds the offset that a page can request. */
const LAST_BLAD = 1000

const schema = z.object({
  onderdeel: optional(z.enum(Object.keys(ONDERDELEN) as OnderdeelNaam[])),
  blad: z.coerce.number().int().min(1).max(LAST_BLAD).catch(1),
})

type Found = Awaited<ReturnType<typeof findOnderdeel>>

export const generateMetadata = titled((taal) => gegevens[taal].titel)

/** All stored data, in words and collapsed; or one onderdeel, paginated. */
export default async function GegevensPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { burgerId } = await requireBurger()
  const taal = await currentTaal()
  const ctx = publieksportaal()
  const { onderdeel, blad } = readSearchParams(schema, await searchParams)
  const one = onderdeel && (await findOnderdeel(ctx, { burgerId, naam: onderdeel, blad }))
  // an old link to a page that is empty now
  if (one && blad > 1 && one.regels.length === 0) redirect(PATH)
  const t = gegevens[taal]
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="gegevens" />
      <PageTitle>{t.titel}</PageTitle>
      <Paragraph>{t.intro}</Paragraph>
      {one ? (
        <>
          <Onderdeel found={one} blad={blad} taal={taal} />
          <Link href={PATH}>{t.alles}</Link>
        </>
      ) : (
        <Groepen all={await findGegevens(ctx, burgerId)} taal={taal} />
      )}
      <Heading level={2} className="zb-gegevens__bestand">
        {t.bestand}
      </Heading>
      <Paragraph>{t.downloadUitleg}</Paragraph>
      <div className="zb-buttons">
        <a className="utrecht-button utrecht-button--secondary-action" href={DOWNLOAD} download>
          {t.download}
        </a>
      </div>
    </>
  )
}

function Groepen({ all, taal }: { all: Found[]; taal: Taal }) {
  const t = gegevens[taal]
  return (Object.keys(GROEPEN) as GroepNaam[]).map((groep) => {
    const namen: readonly OnderdeelNaam[] = GROEPEN[groep]
    const onderdelen = namen.flatMap((wanted) => all.find(({ naam }) => naam === wanted) ?? [])
    const count = onderdelen.reduce((sum, { regels }) => sum + regels.length, 0)
    return (
      <details key={groep} className="zb-gegevens">
        <summary className="zb-line">
          <Heading level={2} look={3}>
            {t.groepen[groep]}
          </Heading>
          <span className="zb-soft">
            {t.aantal(
              count,
              onderdelen.some(({ more }) => more),
            )}
          </span>
        </summary>
        {onderdelen.map((found) => (
          <Onderdeel key={found.naam} found={found} blad={1} below={t.groepen[groep]} taal={taal} />
        ))}
      </details>
    )
  })
}

function Onderdeel({
  found: { naam, regels, more },
  blad,
  below,
  taal,
}: {
  found: Found
  blad: number
  /** the name of the group above it */
  below?: string
  taal: Taal
}) {
  const t = gegevens[taal]
  const { titel, uitleg } = t.onderdelen[naam]
  const { bladeren } = texts(taal)
  return (
    <section className="zb-gegevens__onderdeel" aria-label={titel}>
      {titel !== below && <Heading level={below ? 3 : 2}>{titel}</Heading>}
      <Paragraph soft>{uitleg}</Paragraph>
      {regels.length === 0 && <Paragraph>{t.leeg}</Paragraph>}
      {regels.length > 0 && (
        <ul className="zb-list">
          {regels.map(({ id, gegevens: held }) => (
            <li key={id}>
              <Gegeven naam={naam} held={held} taal={taal} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        texts={{ ...bladeren, menu: `${bladeren.menu}: ${titel}` }}
        page={{ vorige: blad > 1 ? String(blad - 1) : null, volgende: more ? String(blad + 1) : null }}
        hrefAt={(at) => hrefWith(PATH, { onderdeel: naam, blad: at })}
      />
    </section>
  )
}
