import type { Metadata } from 'next'
import { z } from 'zod'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { hrefWith, optional, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { behandelaars as texts } from '#lib/ui/texts/behandelaars.ts'
import { bladeren } from '#lib/ui/texts/staff.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { type BehandelaarRegel, findBehandelaars } from '#lib/zaaksysteem/rechten/find-behandelaars.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { describeRol } from '../../describe-rol.ts'
import { BEHANDELAARS, sessiesPath } from '../paths.ts'

const { zoeken, kolom } = texts

export const metadata: Metadata = { title: texts.titel }

const schema = z.object({
  zoek: optional(z.string().trim().min(1).max(100)),
  cursor: optionalCursor,
  gedaan: optional(z.literal('beeindigd')),
})

type Props = { searchParams: Promise<SearchParams> }

export default async function BehandelaarsPage({ searchParams }: Props) {
  const { id } = await requireBeheerder()
  const { gedaan, ...fields } = readSearchParams(schema, await searchParams)
  const { regels, volgende, vorige } = await findBehandelaars(zaaksysteem(), fields)
  const { zoek = '' } = fields
  return (
    <ListPage
      title={texts.titel}
      explanation={texts.uitleg}
      list={{
        columns: columnsFor(id, await loadTeamnamen(zaaksysteem())),
        rows: regels,
        keyOf: (regel) => regel.id,
        empty: {
          title: texts.leeg,
          explanation: texts.leegUitleg,
          clear: { href: BEHANDELAARS, text: zoeken.wis },
        },
        pages: { texts: bladeren, vorige, volgende, hrefAt: (cursor) => hrefWith(BEHANDELAARS, { ...fields, cursor }) },
      }}
    >
      <StatusMessage text={gedaan && texts.beeindigd} />
      <ListFilter
        action={BEHANDELAARS}
        texts={zoeken}
        fields={{ zoek: { soort: 'zoek', label: zoeken.zoek, maxLength: 100 } }}
        values={fields}
        clearHref={zoek !== '' && regels.length > 0 && BEHANDELAARS}
      />
    </ListPage>
  )
}

/** @param ownId id of the signed-in beheerder */
function columnsFor(ownId: string, teamnaamOf: (code: string) => string): Column<BehandelaarRegel>[] {
  return [
    {
      name: kolom.behandelaar,
      cell: ({ id, naam }) => (
        <>
          <strong>{naam}</strong> {id === ownId && texts.uzelf}
        </>
      ),
      caption: ({ team }) => balie.team(teamnaamOf(team)),
    },
    {
      name: kolom.rollen,
      cell: ({ rollen }) => rollen.map((rol) => describeRol(rol, teamnaamOf)).join(' · ') || texts.geen,
      caption: ({ rollen }) => rollen.join(', '),
    },
    {
      name: kolom.laatstIngelogd,
      cell: ({ laatstIngelogdOp }) => <Moment instant={laatstIngelogdOp} otherwise={texts.onbekend} />,
    },
    {
      name: kolom.sessies,
      cell: ({ id, naam, sessies }) =>
        sessies > 0 ? (
          <span>
            {sessies}{' '}
            <Link href={sessiesPath(id)}>
              {texts.beeindig}
              <span className="zb-hidden"> {texts.van(naam)}</span>
            </Link>
          </span>
        ) : (
          texts.geen
        ),
    },
  ]
}
