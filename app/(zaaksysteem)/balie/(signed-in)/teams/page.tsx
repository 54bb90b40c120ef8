import type { Metadata } from 'next'
import { z } from 'zod'
import { Button } from '#lib/ui/form/button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { teams as texts } from '#lib/ui/texts/balie/behandeling.ts'
import { findTeams, loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import {
  findTeamOverzicht,
  type Schatting,
  schatAfwezigheid,
  type TeamRegel,
} from '#lib/zaaksysteem/werkvoorraad/find-team-overzicht.ts'
import { TEAMS } from '../paths.ts'
import { filterHref, readWerkvoorraadFields, type WerkvoorraadFields } from '../werkvoorraad-filter.ts'

export const metadata: Metadata = { title: texts.titel }

const MOST = { collegas: 20, weken: 12 }
const schema = z.object({
  collegas: optional(z.coerce.number().int().min(1).max(MOST.collegas)),
  weken: optional(z.coerce.number().int().min(1).max(MOST.weken)),
})

/** The division of zaken over the coordinator's teams, with the effect of absent colleagues. */
export default async function TeamsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const lezer = await requireRecht('coordineren')
  const { collegas, weken } = readSearchParams(schema, await searchParams)
  const afwezig = collegas && weken ? { collegas, weken } : undefined
  const ctx = zaaksysteem()
  const of = { lezer, teams: await findTeams(ctx) }
  const [teamnaamOf, regels, schattingen] = await Promise.all([
    loadTeamnamen(ctx),
    findTeamOverzicht(ctx, of),
    afwezig ? schatAfwezigheid(ctx, { ...of, afwezig }) : [],
  ])
  return (
    <>
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <form action={TEAMS} className="staff-line" aria-label={texts.watAls.formulier}>
        <TextField
          name="collegas"
          type="number"
          min={1}
          max={MOST.collegas}
          label={texts.watAls.collegas}
          defaultValue={afwezig?.collegas ?? 2}
        />
        <TextField
          name="weken"
          type="number"
          min={1}
          max={MOST.weken}
          label={texts.watAls.weken}
          defaultValue={afwezig?.weken ?? 2}
        />
        <Button appearance="secondary">{texts.watAls.knop}</Button>
      </form>
      {regels.length === 0 && <Paragraph>{texts.leeg}</Paragraph>}
      {[...new Set(regels.map(({ team }) => team))].map((team) => (
        <Team
          key={team}
          team={team}
          teamnaam={teamnaamOf(team)}
          regels={regels.filter((regel) => regel.team === team)}
          schatting={schattingen.find((schatting) => schatting.team === team)}
          afwezig={afwezig}
        />
      ))}
    </>
  )
}

type Props = {
  team: string
  teamnaam: string
  regels: readonly TeamRegel[]
  schatting: Schatting | undefined
  afwezig: { collegas: number; weken: number } | undefined
}

function Team({ team, teamnaam, regels, schatting, afwezig }: Props) {
  const total = (count: (regel: TeamRegel) => number) => regels.reduce((sum, regel) => sum + count(regel), 0)
  const all: TeamRegel = {
    team,
    behandelaarId: null,
    naam: null,
    open: total(({ open }) => open),
    teLaat: total(({ teLaat }) => teLaat),
    tweeWeken: total(({ tweeWeken }) => tweeWeken),
    sinds: null,
  }
  const { kolom } = texts
  const count = (name: string, of: (regel: TeamRegel) => number, termijn?: WerkvoorraadFields['termijn']) => ({
    name,
    hasHeading: true,
    cell: (regel: TeamRegel) => <Count n={of(regel)} href={listOf(team, regel === all ? undefined : regel, termijn)} />,
  })
  return (
    <section className="staff-block">
      <Heading level={2}>{texts.team(teamnaam)}</Heading>
      {schatting && afwezig && (
        <Alert type={schatting.extra > 0 ? 'warning' : 'info'} title={texts.watAls.titel(afwezig)}>
          {texts.watAls.uitkomst(schatting)}
        </Alert>
      )}
      <ListTable
        label={texts.team(teamnaam)}
        rows={[...regels, all]}
        keyOf={(regel) => (regel === all ? 'all' : (regel.behandelaarId ?? 'nobody'))}
        columns={[
          {
            name: kolom.behandelaar,
            cell: (regel) => (regel === all ? <strong>{texts.samen}</strong> : (regel.naam ?? texts.niemand)),
            caption: ({ sinds }) => sinds && texts.sinds(shortMoment(sinds)),
          },
          count(kolom.open, ({ open }) => open),
          count(kolom.teLaat, ({ teLaat }) => teLaat, 'na_fataledatum'),
          count(kolom.tweeWeken, ({ tweeWeken }) => tweeWeken, 'fataal_twee_weken'),
        ]}
      />
    </section>
  )
}

/** @param regel the row of one behandelaar; absent for the whole team */
function listOf(team: string, regel: TeamRegel | undefined, termijn: WerkvoorraadFields['termijn']): string {
  const behandelaar = regel && (regel.behandelaarId ?? 'niemand')
  return filterHref('open', readWerkvoorraadFields('open', {}), { team, behandelaar, termijn })
}

function Count({ n, href }: { n: number; href: string }) {
  return n > 0 ? (
    <Link href={href} className="zb-figure">
      {n}
    </Link>
  ) : (
    <span className="zb-soft">0</span>
  )
}
