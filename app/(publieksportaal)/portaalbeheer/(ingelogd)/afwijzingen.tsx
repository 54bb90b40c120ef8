import type { AfwijzingRegel } from '#lib/publieksportaal/afwijzing/find-afwijzingen.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { type AfwijzingFields, afwijzingenHref, isFiltered, LIST_ID } from './afwijzing-filter.ts'
import { AfwijzingFilterForm } from './afwijzing-filter-form.tsx'

const { afwijzingen: texts, redenen, zoeken } = portaalbeheer
const { kolom, bladeren } = texts
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
        <div className="zb-card">
          <Heading level={3}>{texts.leeg}</Heading>
          <Paragraph>{filtered ? texts.leegGefilterd : texts.leegUitleg}</Paragraph>
          {filtered && (
            <ButtonLink appearance="secondary" href={afwijzingenHref({})}>
              {zoeken.wis}
            </ButtonLink>
          )}
        </div>
      )}
      {(vorige || volgende) && (
        <nav aria-label={bladeren.menu} className="staff-pagination">
          {vorige && (
            <ButtonLink appearance="secondary" href={afwijzingenHref({ ...fields, cursor: vorige })}>
              ‹ {bladeren.nieuwer}
            </ButtonLink>
          )}
          {volgende && (
            <ButtonLink appearance="secondary" href={afwijzingenHref({ ...fields, cursor: volgende })}>
              {bladeren.ouder} ›
            </ButtonLink>
          )}
        </nav>
      )}
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
