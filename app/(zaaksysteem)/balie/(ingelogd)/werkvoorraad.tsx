import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { findWerkvoorraad } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import type { Sortering } from '#lib/zaaksysteem/balie/werkvoorraad/werkvoorraad-sort.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import {
  isFiltered,
  listHref,
  PATHS,
  readWerkvoorraadFields,
  type SearchParams,
  sortHref,
  type WerkvoorraadFields,
  type WerkvoorraadList,
} from './werkvoorraad-filter.ts'
import { WerkvoorraadFilterForm } from './werkvoorraad-filter-form.tsx'
import { ZaakRow } from './zaak-row.tsx'

const COLUMNS: Record<WerkvoorraadList, { name: string; sorteer?: Sortering }[]> = {
  open: [
    { name: balie.kolom.zaak, sorteer: 'zaaknummer' },
    { name: balie.kolom.zaaktype, sorteer: 'zaaktype' },
    { name: balie.kolom.status, sorteer: 'status' },
    { name: balie.kolom.streefdatum, sorteer: 'streefdatum' },
    { name: balie.kolom.fataledatum, sorteer: 'fataledatum' },
    { name: balie.kolom.behandelaar, sorteer: 'behandelaar' },
    { name: balie.kolom.bezorging },
  ],
  mijn: [
    { name: balie.kolom.zaak, sorteer: 'zaaknummer' },
    { name: balie.kolom.zaaktype, sorteer: 'zaaktype' },
    { name: balie.kolom.status, sorteer: 'status' },
    { name: balie.kolom.streefdatum, sorteer: 'streefdatum' },
    { name: balie.kolom.fataledatum, sorteer: 'fataledatum' },
    { name: balie.kolom.bezorging },
  ],
  afgehandeld: [
    { name: balie.kolom.zaak, sorteer: 'zaaknummer' },
    { name: balie.kolom.zaaktype, sorteer: 'zaaktype' },
    { name: balie.kolom.status, sorteer: 'status' },
    { name: balie.kolom.afgehandeldOp },
    { name: balie.kolom.behandelaar, sorteer: 'behandelaar' },
    { name: balie.kolom.bezorging },
  ],
}

export async function Werkvoorraad({ list, searchParams }: { list: WerkvoorraadList; searchParams: SearchParams }) {
  const { id } = await requireBehandelaar()
  const fields = readWerkvoorraadFields(list, searchParams)
  const { behandelaar, ...rest } = fields
  const { regels, totaal, vorige, volgende } = await findWerkvoorraad(zaaksysteem(), {
    ...rest,
    behandelaarId: list === 'mijn' || behandelaar === 'mij' ? id : undefined,
    afgehandeld: list === 'afgehandeld',
  })
  return (
    <>
      <Heading level={1}>{balie.lijst[list].titel}</Heading>
      <Paragraph soft role="status">
        {balie.samenvatting(totaal, isFiltered(fields))}
      </Paragraph>
      <WerkvoorraadFilterForm list={list} fields={fields} canClear={isFiltered(fields) && regels.length > 0} />
      {regels.length > 0 ? (
        <Table label={balie.lijst[list].titel} columns={columnsOf(list, fields)}>
          {regels.map((regel) => (
            <ZaakRow key={regel.id} regel={regel} list={list} />
          ))}
        </Table>
      ) : (
        <Empty list={list} fields={fields} />
      )}
      {(vorige || volgende) && (
        <nav aria-label={balie.bladeren.menu} className="staff-pagination">
          {vorige && (
            <ButtonLink appearance="secondary" href={listHref(list, { ...fields, cursor: vorige })}>
              ‹ {balie.bladeren.vorige}
            </ButtonLink>
          )}
          {volgende && (
            <ButtonLink appearance="secondary" href={listHref(list, { ...fields, cursor: volgende })}>
              {balie.bladeren.volgende} ›
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}

function columnsOf(list: WerkvoorraadList, fields: WerkvoorraadFields) {
  const order = fields.richting === 'op' ? ('ascending' as const) : ('descending' as const)
  return COLUMNS[list].map(({ name, sorteer }) => ({
    name,
    href: sorteer && sortHref(list, fields, sorteer),
    order: sorteer === fields.sorteer ? order : undefined,
  }))
}

function Empty({ list, fields }: { list: WerkvoorraadList; fields: WerkvoorraadFields }) {
  const gezocht = isFiltered(fields)
  return (
    <section className="zb-card">
      <Heading level={2}>{gezocht ? balie.zoeken.nietsGevonden : balie.zoeken.geenZaken}</Heading>
      <Paragraph>{gezocht ? balie.zoeken.nietsGevondenUitleg : balie.lijst[list].leeg}</Paragraph>
      {gezocht && (
        <ButtonLink appearance="secondary" href={PATHS[list]}>
          {balie.zoeken.wis}
        </ButtonLink>
      )}
    </section>
  )
}
