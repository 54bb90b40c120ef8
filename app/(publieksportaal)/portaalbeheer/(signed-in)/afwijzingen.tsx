import type { AfwijzingRegel } from '#lib/publieksportaal/afwijzing/find-afwijzingen.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import { Pagination } from '#lib/ui/staff/pagination.tsx'
import { isFiltered } from '#lib/ui/staff/search-params.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { bladerenInTijd } from '#lib/ui/texts/bladeren.ts'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { type AfwijzingFields, afwijzingenHref, LIST_ID } from './afwijzing-filter.ts'
import { AfwijzingFilterForm } from './afwijzing-filter-form.tsx'

const { afwijzingen: texts, redenen, zoeken } = portaalbeheer
const { kolom } = texts
const COLUMNS = Object.values(kolom).map((name) => ({ name }))

/** What was refused one by one, the newest first. */
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
      <AfwijzingFilterForm fields={fields} canClear={filtered && regels.length > 0} />
      {regels.length > 0 ? (
        <Table label={texts.titel} columns={COLUMNS}>
          {regels.map((regel) => (
            <AfwijzingRow key={regel.id} regel={regel} />
          ))}
        </Table>
      ) : (
        <EmptyList level={3} title={texts.leeg} explanation={filtered ? texts.leegGefilterd : texts.leegUitleg}>
          {filtered && (
            <ButtonLink appearance="secondary" href={afwijzingenHref({})}>
              {zoeken.wis}
            </ButtonLink>
          )}
        </EmptyList>
      )}
      <Pagination
        texts={bladerenInTijd}
        page={{ vorige, volgende }}
        hrefAt={(cursor) => afwijzingenHref({ ...fields, cursor })}
      />
    </section>
  )
}

function AfwijzingRow({ regel }: { regel: AfwijzingRegel }) {
  const { tijdstip, geclaimdeBron, bewezenBron, reden, code, httpStatus, grootteBytes } = regel
  const bron = bewezenBron ?? geclaimdeBron
  return (
    <Row>
      <Cell>
        <time className="zb-number" dateTime={tijdstip.toISOString()}>
          {shortMoment(tijdstip)}
        </time>
      </Cell>
      <Cell heading={kolom.bron}>
        <span className="staff-breakable">{bron ?? texts.onbekend}</span>
        {bron && <span className="staff-caption">{bewezenBron ? texts.bewezen : texts.geclaimd}</span>}
      </Cell>
      <Cell heading={kolom.reden}>
        <span>{redenen[reden] ?? reden}</span>
        <span className="staff-caption">
          {httpStatus} {code ?? reden}
        </span>
      </Cell>
      <Cell heading={kolom.grootte}>
        <span className="zb-number">{texts.grootte(grootteBytes)}</span>
      </Cell>
    </Row>
  )
}
