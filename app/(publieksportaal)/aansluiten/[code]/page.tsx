import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import type { Gebeuren } from '#lib/publieksportaal/proefdeur/gebeuren.ts'
import { judgeVerloop, type Oordeel } from '#lib/publieksportaal/proefdeur/judge-verloop.ts'
import { findProefdeur, sinkOf } from '#lib/publieksportaal/proefdeur/proefdeur.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { CopyButton } from '#lib/ui/staff/copy-button.tsx'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { aansluiten } from '#lib/ui/texts/aansluiten.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { AANSLUITEN, proefdeurPath } from '../paths.ts'
import { restartProefdeurAction, tryGatAction } from './proefdeur-actions.ts'

type Props = { params: Promise<{ code: string }> }
type Texts = (typeof aansluiten)['nl']

const TONES = { goed: 'success', fout: 'error', open: 'neutral' } as const

async function loadDeur({ params }: Props) {
  return (await findProefdeur(publieksportaal(), (await params).code)) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { naam } = await loadDeur(props)
  return { title: aansluiten[await currentTaal()].deur.titel(naam), robots: { index: false } }
}

/** The requests that a sender made to a test door, shown to anybody who knows its address. */
export default async function ProefdeurPage(props: Props) {
  const deur = await loadDeur(props)
  const ctx = publieksportaal()
  const taal = await currentTaal()
  const t = aansluiten[taal]
  const oordelen = judgeVerloop(deur.verloop, {
    now: ctx.clock(),
    origin: deur.origin,
    hasApi: deur.apiUrl !== null,
  })
  const sink = sinkOf(ctx, deur)
  return (
    <>
      <div>
        <Breadcrumb
          label={texts(taal).kruimelpad}
          items={[{ href: AANSLUITEN, text: t.titel }]}
          current={t.deur.titel(deur.naam)}
        />
        <PageTitle>{t.deur.titel(deur.naam)}</PageTitle>
        <Paragraph>{t.deur.stap}</Paragraph>
      </div>
      <Card>
        <DataList
          items={[
            {
              term: t.deur.sink,
              value: (
                <>
                  <code>{sink}</code> <CopyButton text={sink} label={t.deur.kopieer} copied={t.deur.gekopieerd} />
                </>
              ),
            },
            { term: t.deur.bron, value: deur.source },
            { term: t.deur.origin, value: deur.origin },
            { term: t.deur.sleutels, value: deur.jwksUrl },
            { term: t.deur.bewijs, value: deur.credentialtype },
            { term: t.deur.vorm, value: deur.contentmodus },
            { term: t.deur.tot, value: <Moment instant={deur.vervaltOp} /> },
          ]}
        />
        <Paragraph small>{t.deur.json}</Paragraph>
      </Card>
      <section>
        <Heading level={2}>{t.deur.uitkomst}</Heading>
        <Uitkomst oordelen={oordelen} t={t} />
        <div className="staff-buttons">
          <ButtonLink href={proefdeurPath(deur.code)}>{t.deur.ververs}</ButtonLink>
          <PostForm action={restartProefdeurAction} fields={{ code: deur.code }}>
            <Button appearance="secondary">{t.deur.opnieuw}</Button>
          </PostForm>
        </div>
        <Paragraph small>{t.deur.opnieuwUitleg}</Paragraph>
      </section>
      {deur.apiUrl && (
        <section>
          <Heading level={2}>{t.deur.gat.kop}</Heading>
          <Paragraph>{t.deur.gat.uitleg}</Paragraph>
          <PostForm action={tryGatAction} fields={{ code: deur.code }}>
            <TextField name="token" type="password" autoComplete="off" required label={t.deur.gat.token} />
            <Button appearance="secondary">{t.deur.gat.knop}</Button>
          </PostForm>
        </section>
      )}
      <section>
        <Heading level={2}>{t.deur.verloop}</Heading>
        {deur.verloop.length === 0 ? (
          <Paragraph>{t.deur.leeg}</Paragraph>
        ) : (
          <Table
            label={t.deur.verloop}
            rows={deur.verloop.map((gebeuren, index) => ({ gebeuren, index })).reverse()}
            keyOf={({ index }) => index}
            columns={[
              {
                name: t.deur.kolom.wanneer,
                cell: ({ gebeuren: { op } }) => <time dateTime={op}>{exactMoment(new Date(op))}</time>,
              },
              { name: t.deur.kolom.wat, cell: ({ gebeuren }) => whatOf(gebeuren, t) },
              { name: t.deur.kolom.antwoord, cell: ({ gebeuren }) => answerOf(gebeuren, t) },
              { name: t.deur.kolom.waarom, cell: ({ gebeuren }) => reasonOf(gebeuren, t) },
            ]}
          />
        )}
      </section>
    </>
  )
}

function Uitkomst({ oordelen, t }: { oordelen: Oordeel[]; t: Texts }) {
  const goed = oordelen.filter(({ uitslag }) => uitslag === 'goed').length
  return (
    <>
      <Paragraph>{goed === oordelen.length ? t.deur.geslaagd : t.deur.bezig(goed, oordelen.length)}</Paragraph>
      <Table
        label={t.deur.uitkomst}
        rows={oordelen}
        keyOf={({ geval }) => geval}
        columns={[
          { name: t.deur.kolom.wat, cell: ({ geval }) => t.gevallen[geval] },
          {
            name: t.deur.uitkomst,
            cell: ({ uitslag }) => <Badge tone={TONES[uitslag]}>{t.deur.uitslag[uitslag]}</Badge>,
          },
          {
            name: t.deur.kolom.waarom,
            cell: ({ bevinding, gevonden = '' }) => (
              <span className="staff-breakable">{t.bevindingen[bevinding](gevonden)}</span>
            ),
          },
        ]}
      />
    </>
  )
}

function whatOf(gebeuren: Gebeuren, { deur }: Texts): string {
  const soort = deur.soort[gebeuren.soort]
  if (gebeuren.soort !== 'bericht') return soort
  const sequences = gebeurtenissen(gebeuren)
  return sequences ? `${soort} (sequence ${sequences})` : soort
}

const gebeurtenissen = ({ gebeurtenissen: all }: Extract<Gebeuren, { soort: 'bericht' }>) =>
  all.flatMap(({ sequence }) => sequence ?? []).join(', ')

function answerOf(gebeuren: Gebeuren, { deur }: Texts): string {
  if (gebeuren.soort === 'toestemming') return gebeuren.gegeven ? deur.toestemming.ja : deur.toestemming.nee
  if (gebeuren.soort === 'navraag') return String(gebeuren.aantal)
  return gebeuren.terugNa === null ? String(gebeuren.status) : `${gebeuren.status}, Retry-After: ${gebeuren.terugNa}`
}

function reasonOf(gebeuren: Gebeuren, { deur, bevindingen }: Texts): string {
  if (gebeuren.soort === 'toestemming') return gebeuren.origin ?? ''
  if (gebeuren.soort === 'navraag') return bevindingen[gebeuren.bevinding](String(gebeuren.aantal))
  if (gebeuren.proef) return deur.proef[gebeuren.proef]
  return [gebeuren.reden, gebeuren.code, ...gebeuren.fouten].filter(Boolean).join(' · ')
}
