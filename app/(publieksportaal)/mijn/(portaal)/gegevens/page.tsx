import './gegevens.css'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findGegevens, findOnderdeel } from '#lib/publieksportaal/gegevens/find-gegevens.ts'
import { ONDERDELEN, type OnderdeelNaam } from '#lib/publieksportaal/gegevens/onderdelen.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { Pagination } from '#lib/ui/staff/list/pagination.tsx'
import { hrefWith, optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { gegevens } from '#lib/ui/texts/mijn/gegevens.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { MijnMenu } from '../mijn-menu.tsx'

const PATH = '/mijn/gegevens'
const DOWNLOAD = '/api/publieksportaal/gegevens'
/** Bounds what one page reads. */
const LAST_BLAD = 1000

const schema = z.object({
  onderdeel: optional(z.enum(Object.keys(ONDERDELEN) as OnderdeelNaam[])),
  blad: z.coerce.number().int().min(1).max(LAST_BLAD).catch(1),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: gegevens[await currentTaal()].titel }
}

export default async function GegevensPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { burgerId } = await requireBurger()
  const taal = await currentTaal()
  const ctx = publieksportaal()
  const { onderdeel, blad } = readSearchParams(schema, await searchParams)
  const onderdelen = onderdeel
    ? [await findOnderdeel(ctx, { burgerId, naam: onderdeel, blad })]
    : await findGegevens(ctx, burgerId)
  // an old link to a page of which nothing is left
  if (onderdeel && blad > 1 && onderdelen[0]?.regels.length === 0) redirect(PATH)
  const current = onderdeel ? blad : 1
  const t = gegevens[taal]
  const { bladeren } = texts(taal)
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
          {regels.length > 0 && <Gegeven value={regels.map((regel) => regel.gegevens)} taal={taal} now={ctx.clock()} />}
          <Pagination
            texts={{ ...bladeren, menu: `${bladeren.menu}: ${t.onderdelen[naam].titel}` }}
            page={{ vorige: current > 1 ? String(current - 1) : null, volgende: more ? String(current + 1) : null }}
            hrefAt={(at) => hrefWith(PATH, { onderdeel: naam, blad: at })}
          />
        </section>
      ))}
    </>
  )
}

/** Whatever is held, as it is held: the names are those of the fields, in words. */
function Gegeven({ value, taal, now }: { value: unknown; taal: Taal; now: Date }) {
  const t = gegevens[taal]
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return t.geen
  if (typeof value === 'boolean') return value ? t.ja : t.nee
  if (value instanceof Date) return <time dateTime={value.toISOString()}>{writtenMoment(value, { now, taal })}</time>
  if (Array.isArray(value)) {
    return (
      <ol className="zb-gegevens__lijst">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is listed has no key of its own, and never moves
          <li key={index}>
            <Gegeven value={item} taal={taal} now={now} />
          </li>
        ))}
      </ol>
    )
  }
  if (typeof value !== 'object') return <span lang="nl">{String(value)}</span>
  return (
    <dl className="zb-gegevens">
      {Object.entries(value).map(([name, member]) => (
        <div key={name}>
          <dt lang="nl">{inWords(name)}</dt>
          <dd>
            <Gegeven value={member} taal={taal} now={now} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** `einddatumGepland` is "Einddatum gepland". */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
