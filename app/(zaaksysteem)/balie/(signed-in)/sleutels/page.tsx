import type { Metadata } from 'next'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import { sleutels as texts } from '#lib/ui/texts/sleutels.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findSleutels, PUBLICATION_LEAD_MS, type SleutelStand } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { DIRECT } from '../paths.ts'
import { PressForm } from '../verrichtingen/verrichting-form.tsx'
import { sleutelsWisselen } from './sleutel-verrichtingen.ts'

export const metadata: Metadata = { title: texts.titel }

const STANDEN = Object.keys(texts.standUitleg) as SleutelStand[]

type Props = { searchParams: Promise<SearchParams> }

export default async function SleutelsPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const sleutels = await findSleutels(ctx)
  const { gedaan } = await searchParams
  const jwks = new URL('/api/zaaksysteem/jwks.json', ctx.env.ZAAKSYSTEEM_URL).href
  const volgende = sleutels.filter(({ stand }) => stand === 'volgende')
  const vervallen = sleutels.filter(({ stand }) => stand === 'vervallen')
  // The command line can rotate the keys of one algorithm before the others.
  const isReady = volgende.length === new Set(sleutels.map(({ alg }) => alg)).size
  const latest = volgende
    .map(({ tekentVanaf }) => tekentVanaf)
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1)
  const done = isReady ? gedaan === 'gewisseld' && texts.gedaan.gewisseld : gedaan === 'direct' && texts.gedaan.direct
  return (
    <>
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>
        {texts.uitleg}{' '}
        <PlainLink className="staff-breakable" href={jwks}>
          {jwks}
        </PlainLink>
      </Paragraph>
      <div className="staff-stack">
        <StatusMessage text={done} />
        <SleutelTable label={texts.titel} sleutels={sleutels.filter(({ stand }) => stand !== 'vervallen')} />
        <Card title={texts.wissel.titel}>
          {isReady && latest ? (
            <Paragraph>{texts.wissel.klaar(shortMoment(latest))}</Paragraph>
          ) : (
            <PressForm verrichting={sleutelsWisselen}>
              <Paragraph>{texts.wissel.uitleg(PUBLICATION_LEAD_MS / MINUTE_MS)}</Paragraph>
              <SubmitButton busy={texts.wissel.bezig}>{texts.wissel.knop}</SubmitButton>
            </PressForm>
          )}
          <Paragraph className="staff-block">
            {texts.wissel.gelekt} <Link href={DIRECT}>{texts.wissel.naarDirect}</Link>
          </Paragraph>
        </Card>
        <section>
          <Heading level={2}>{texts.standen}</Heading>
          <dl className="balie-standen">
            {STANDEN.map((stand) => (
              <div key={stand}>
                <dt>
                  <StandBadge stand={stand} />
                </dt>
                <dd>{texts.standUitleg[stand]}</dd>
              </div>
            ))}
          </dl>
        </section>
        {vervallen.length > 0 && (
          <details className="staff-disclosure">
            <summary>{texts.vervallen(vervallen.length)}</summary>
            <SleutelTable label={texts.vervallen(vervallen.length)} sleutels={vervallen} />
          </details>
        )}
      </div>
    </>
  )
}

type Sleutel = Awaited<ReturnType<typeof findSleutels>>[number]

const { kolom } = texts

const COLUMNS: Column<Sleutel>[] = [
  {
    name: kolom.sleutel,
    cell: ({ kid }) => <code className="staff-breakable">{kid}</code>,
    caption: ({ alg }) => `${alg}, ${texts.algoritme[alg]}`,
  },
  { name: kolom.stand, cell: ({ stand }) => <StandBadge stand={stand} /> },
  { name: kolom.tekent, cell: ({ tekentVanaf, tekentTot }) => <Period vanaf={tekentVanaf} tot={tekentTot} /> },
  {
    name: kolom.gepubliceerd,
    cell: ({ gepubliceerdOp, gepubliceerdTot }) => <Period vanaf={gepubliceerdOp} tot={gepubliceerdTot} />,
  },
]

function StandBadge({ stand }: { stand: Sleutel['stand'] }) {
  return <Badge tone={stand === 'tekent' ? 'success' : 'neutral'}>{texts.stand[stand]}</Badge>
}

function SleutelTable({ label, sleutels }: { label: string; sleutels: readonly Sleutel[] }) {
  return <Table label={label} columns={COLUMNS} rows={sleutels} keyOf={({ kid }) => kid} />
}

function Period({ vanaf, tot }: { vanaf: Date; tot: Date | null }) {
  return (
    <>
      <span>
        {texts.vanaf} <Moment instant={vanaf} />
      </span>
      {tot && (
        <span className="staff-caption">
          {texts.tot} <Moment instant={tot} />
        </span>
      )}
    </>
  )
}
