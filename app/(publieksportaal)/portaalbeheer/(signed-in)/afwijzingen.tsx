import { z } from 'zod'
import type { AfwijzingRegel } from '#lib/publieksportaal/afwijzing/find-afwijzingen.ts'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { hrefWith, isFiltered, optional, optionalCursor, period } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { bladerenInTijd } from '#lib/ui/texts/staff.ts'
import { PORTAALBEHEER } from './paths.ts'

/** `id` of the list, and fragment of the pagination links, so that they do not scroll to the top. */
const LIST_ID = 'lijst'

/** The fields of the filter, as the URL has them. */
export const afwijzingFields = z.object({
  bron: optional(z.string().trim().min(1).max(200)),
  reden: optional(z.string().regex(/^[a-z_]{1,50}$/)),
  ...period,
  cursor: optionalCursor,
})

type AfwijzingFields = z.infer<typeof afwijzingFields>

export function afwijzingenHref(fields: AfwijzingFields): string {
  return `${hrefWith(PORTAALBEHEER, fields)}#${LIST_ID}`
}

const { afwijzingen: texts, redenen, zoeken } = portaalbeheer
const { kolom } = texts
const REDEN_OPTIONS = optionsOf(redenen)

const COLUMNS: Column<AfwijzingRegel>[] = [
  { name: kolom.wanneer, cell: ({ tijdstip }) => <Moment instant={tijdstip} className="zb-figure" /> },
  {
    name: kolom.bron,
    cell: ({ bewezenBron, geclaimdeBron }) => {
      const bron = bewezenBron ?? geclaimdeBron
      return (
        <>
          <span className="staff-breakable">{bron ?? texts.onbekend}</span>
          {bron && <span className="staff-caption">{bewezenBron ? texts.bewezen : texts.geclaimd}</span>}
        </>
      )
    },
  },
  {
    name: kolom.reden,
    cell: ({ reden, code, httpStatus }) => (
      <>
        <span>{redenen[reden] ?? reden}</span>
        <span className="staff-caption">
          {httpStatus} {code ?? reden}
        </span>
      </>
    ),
  },
  {
    name: kolom.grootte,
    cell: ({ grootteBytes }) => <span className="zb-figure">{texts.grootte(grootteBytes)}</span>,
  },
]

/** The refused requests, newest first. */
export function Afwijzingen({
  regels,
  volgende,
  vorige,
  fields,
}: {
  regels: AfwijzingRegel[]
  volgende: string | null
  vorige: string | null
  fields: AfwijzingFields
}) {
  const filtered = isFiltered(fields)
  return (
    <section aria-labelledby={LIST_ID}>
      <Heading level={3} id={LIST_ID} className="portaalbeheer-subheading">
        {texts.lijst}
      </Heading>
      <ListFilter
        action={PORTAALBEHEER}
        texts={zoeken}
        fields={{
          bron: { soort: 'zoek', label: zoeken.bron, maxLength: 200 },
          reden: { soort: 'keuze', label: zoeken.reden, alle: zoeken.alleRedenen, options: REDEN_OPTIONS },
          van: { soort: 'moment', label: zoeken.van },
          tot: { soort: 'moment', label: zoeken.tot },
        }}
        values={fields}
        clearHref={filtered && regels.length > 0 && afwijzingenHref({})}
      />
      <ListTable
        label={texts.titel}
        columns={COLUMNS}
        rows={regels}
        keyOf={({ id }) => id}
        empty={{
          level: 3,
          title: texts.leeg,
          explanation: filtered ? texts.leegGefilterd : texts.leegUitleg,
          clear: filtered && { href: afwijzingenHref({}), text: zoeken.wis },
        }}
        pages={{ texts: bladerenInTijd, vorige, volgende, hrefAt: (cursor) => afwijzingenHref({ ...fields, cursor }) }}
      />
    </section>
  )
}

/** Counts of the last 24 hours; each reden links to its afwijzingen in the list. */
export function AfwijzingenPerReden({ aantallen }: { aantallen: { reden: string; aantal: number }[] }) {
  return (
    <section aria-labelledby="geweigerd">
      <Heading level={2} id="geweigerd">
        {texts.titel}
      </Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <Heading level={3} className="portaalbeheer-subheading">
        {texts.perReden}
      </Heading>
      {aantallen.length === 0 && <Paragraph>{texts.geen24u}</Paragraph>}
      <dl className="staff-figures">
        {aantallen.map(({ reden, aantal }) => (
          <div key={reden}>
            <dt>
              <Link href={afwijzingenHref({ reden })} className="portaalbeheer-jump">
                {redenen[reden] ?? reden}
              </Link>
            </dt>
            <dd>{texts.aantal(aantal)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
