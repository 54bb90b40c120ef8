import type { Metadata } from 'next'
import { findAfwijkendeKlokken } from '#lib/platform/postgres/database-clock.ts'
import { countAfwijzingen, findAfwijzingen } from '#lib/publieksportaal/afwijzing/find-afwijzingen.ts'
import { type BronRegel, findBronnen } from '#lib/publieksportaal/bron/bron.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findWaiting, type Waiting } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { AfwijkendeKlokken } from '#lib/ui/staff/afwijkende-klokken.tsx'
import { readSearchParams, type SearchParams, toPeriod } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { Afwijzingen, AfwijzingenPerReden, afwijzingenHref, afwijzingFields } from './afwijzingen.tsx'
import { Bronnen } from './bronnen.tsx'
import { DUIDELIJKHEID, PROEFDEUREN } from './paths.ts'

export const metadata: Metadata = { title: { absolute: portaalbeheer.titel } }

type Props = { searchParams: Promise<SearchParams> }

export default async function PortaalbeheerPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = publieksportaal()
  const params = await searchParams
  const fields = readSearchParams(afwijzingFields, params)
  const [bronnen, aantallen, afwijzingen, waiting, klokken] = await Promise.all([
    findBronnen(ctx),
    countAfwijzingen(ctx),
    findAfwijzingen(ctx, { ...fields, ...toPeriod(fields) }),
    findWaiting(ctx),
    findAfwijkendeKlokken(ctx),
  ])
  const done = new Map(Object.entries(portaalbeheer.gedaan)).get(String(params.gedaan))
  return (
    <div className="staff-stack">
      <div>
        <Heading level={1}>{portaalbeheer.titel}</Heading>
        <Paragraph soft>{portaalbeheer.uitleg}</Paragraph>
        <Paragraph>
          <Link href={DUIDELIJKHEID}>{portaalbeheer.duidelijkheid.link}</Link>
        </Paragraph>
        <Paragraph>
          <Link href={PROEFDEUREN}>{portaalbeheer.proefdeuren.link}</Link>
        </Paragraph>
      </div>
      <Meldingen bronnen={bronnen} />
      <AfwijkendeKlokken klokken={klokken} gevolgen={portaalbeheer.klokken} />
      <WachtendeInzendingen {...waiting} />
      <StatusMessage text={done} />
      <Bronnen bronnen={bronnen} />
      <AfwijzingenPerReden aantallen={aantallen} />
      <Afwijzingen {...afwijzingen} fields={fields} />
    </div>
  )
}

const { melding } = portaalbeheer

/** An alert for each bron whose bezorgingen cannot be verified. */
function Meldingen({ bronnen }: { bronnen: BronRegel[] }) {
  return bronnen.map(
    (bron) =>
      bron.faaltSinds && (
        <Alert key={bron.source} type="error" title={melding.titel}>
          <Paragraph className="staff-breakable">{melding.uitleg(bron.source, shortMoment(bron.faaltSinds))}</Paragraph>
          <Paragraph>{melding.watNu}</Paragraph>
          <Link href={afwijzingenHref({ bron: claimOf(bron) })} className="portaalbeheer-jump">
            {melding.bekijk}
          </Link>
        </Alert>
      ),
  )
}

/**
 * The name that refused bezorgingen give for this bron: its source in binary mode, which has a header for it,
 * else its origin.
 */
function claimOf({ source, origin, bezorgwijzen }: BronRegel): string {
  return bezorgwijzen.some(({ contentmodus }) => contentmodus === 'binary') ? source : origin
}

const { inzendingen: texts } = portaalbeheer

/** An alert when inzendingen cannot be forwarded, with the reason; they stay queued. */
function WachtendeInzendingen({ waiting, sinds, foutcode, httpStatus }: Waiting) {
  if (!sinds || !foutcode) return null
  return (
    <Alert type="error" title={texts.titel(waiting)}>
      <Paragraph>{texts.uitleg(shortMoment(sinds))}</Paragraph>
      <Paragraph>
        {texts.reden[String(httpStatus)] ?? texts.andereReden([foutcode, httpStatus].filter(Boolean).join(' '))}
      </Paragraph>
    </Alert>
  )
}
