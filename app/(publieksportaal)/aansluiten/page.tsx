import { AFWIJZING_PROBLEMS } from '#lib/publieksportaal/receiver/afwijzing-response.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { aansluiten } from '#lib/ui/texts/aansluiten.ts'

const OPENAPI = '/api/publieksportaal/v1/openapi.json'

/** Whether to send a refused message again, by the status that says so. */
const AGAIN: Record<number, 'ja' | 'nooit'> = { 429: 'ja', 503: 'ja', 410: 'nooit' }

const ANSWERS = Object.entries(AFWIJZING_PROBLEMS)
  .map(([code, { status, detail }]) => ({ code, status, detail }))
  .sort((one, other) => one.status - other.status)

export default async function AansluitenPage() {
  const { titel, intro, documenten, document, secties, antwoorden, deur, gevallen } = aansluiten[await currentTaal()]
  return (
    <>
      <div>
        <Heading level={1} className="zb-page-title">
          {titel}
        </Heading>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>
          {documenten}:{' '}
          <a className="utrecht-link utrecht-link--html-a" href={OPENAPI}>
            {document}
          </a>
        </Paragraph>
      </div>
      {secties.map(({ kop, alineas, punten = [] }) => (
        <section key={kop}>
          <Heading level={2}>{kop}</Heading>
          {alineas.map((alinea) => (
            <Paragraph key={alinea}>{alinea}</Paragraph>
          ))}
          {punten.length > 0 && (
            <ol>
              {punten.map((punt) => (
                <li key={punt}>{punt}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
      <section>
        <Heading level={2}>{antwoorden.kop}</Heading>
        <Paragraph>{antwoorden.uitleg}</Paragraph>
        <Table
          label={antwoorden.kop}
          rows={ANSWERS}
          keyOf={({ code }) => code}
          columns={[
            { name: antwoorden.status, cell: ({ status }) => status },
            { name: antwoorden.code, cell: ({ code }) => <code>{code}</code> },
            { name: antwoorden.betekenis, cell: ({ detail }) => <span lang="en">{detail}</span> },
            { name: antwoorden.opnieuw, cell: ({ status }) => antwoorden[AGAIN[status] ?? 'nee'] },
          ]}
        />
      </section>
      <section>
        <Heading level={2}>{deur.kop}</Heading>
        <Paragraph>{deur.uitleg}</Paragraph>
        <Heading level={3}>{deur.watTitel}</Heading>
        <ul>
          {Object.values(gevallen).map((geval) => (
            <li key={geval}>{geval}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
