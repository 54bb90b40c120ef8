import type { Metadata } from 'next'
import { z } from 'zod'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { Pagination } from '#lib/ui/staff/pagination.tsx'
import { hrefWith, optional, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { behandelaars as texts } from '#lib/ui/texts/behandelaars.ts'
import { bladeren } from '#lib/ui/texts/bladeren.ts'
import { findBehandelaars } from '#lib/zaaksysteem/balie/behandelaars/find-behandelaars.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { BehandelaarTable } from './behandelaar-table.tsx'
import { BEHANDELAARS } from './paths.ts'

const { zoeken } = texts

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
    <>
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <StatusMessage text={gedaan && texts.beeindigd} />
      <FilterForm
        action={BEHANDELAARS}
        values={{ zoek }}
        label={zoeken.formulier}
        submitLabel={zoeken.knop}
        clear={zoek !== '' && regels.length > 0 && { href: BEHANDELAARS, label: zoeken.wis }}
      >
        <TextField name="zoek" type="search" label={zoeken.zoek} defaultValue={zoek} maxLength={100} />
      </FilterForm>
      {regels.length > 0 ? (
        <BehandelaarTable regels={regels} ownId={id} />
      ) : (
        <EmptyList title={texts.leeg} explanation={texts.leegUitleg}>
          <ButtonLink appearance="secondary" href={BEHANDELAARS}>
            {zoeken.wis}
          </ButtonLink>
        </EmptyList>
      )}
      <Pagination
        texts={bladeren}
        page={{ vorige, volgende }}
        hrefAt={(cursor) => hrefWith(BEHANDELAARS, { ...fields, cursor })}
      />
    </>
  )
}
