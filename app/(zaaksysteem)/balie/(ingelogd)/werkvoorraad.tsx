import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { findWerkvoorraad } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import type { Sortering } from '#lib/zaaksysteem/balie/werkvoorraad/werkvoorraad-sort.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import {
  type Filter,
  isFiltered,
  listHref,
  PATHS,
  readFilter,
  type SearchParams,
  sortHref,
  type WerkvoorraadList,
} from './werkvoorraad-filter.ts'
import { Zoekformulier } from './werkvoorraad-filter-form.tsx'
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

export async function Werkvoorraad({ lijst, searchParams }: { lijst: WerkvoorraadList; searchParams: SearchParams }) {
  const { id } = await requireBehandelaar()
  const filter = readFilter(lijst, searchParams)
  const { behandelaar, ...rest } = filter
  const { regels, totaal, vorige, volgende } = await findWerkvoorraad(zaaksysteem(), {
    ...rest,
    behandelaarId: lijst === 'mijn' || behandelaar === 'mij' ? id : undefined,
    afgehandeld: lijst === 'afgehandeld',
  })
  return (
    <>
      <Heading level={1}>{balie.lijst[lijst].titel}</Heading>
      <Paragraph soft role="status">
        {balie.samenvatting(totaal, isFiltered(filter))}
      </Paragraph>
      <Zoekformulier lijst={lijst} filter={filter} canClear={isFiltered(filter) && regels.length > 0} />
      {regels.length > 0 ? (
        <Table label={balie.lijst[lijst].titel} columns={columnsOf(lijst, filter)}>
          {regels.map((regel) => (
            <ZaakRow key={regel.id} regel={regel} lijst={lijst} />
          ))}
        </Table>
      ) : (
        <Empty lijst={lijst} filter={filter} />
      )}
      {(vorige || volgende) && (
        <nav aria-label={balie.bladeren.menu} className="balie-bladeren">
          {vorige && (
            <ButtonLink appearance="secondary" href={listHref(lijst, { ...filter, cursor: vorige })}>
              ‹ {balie.bladeren.vorige}
            </ButtonLink>
          )}
          {volgende && (
            <ButtonLink appearance="secondary" href={listHref(lijst, { ...filter, cursor: volgende })}>
              {balie.bladeren.volgende} ›
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}

function columnsOf(lijst: WerkvoorraadList, filter: Filter) {
  const order = filter.richting === 'op' ? ('ascending' as const) : ('descending' as const)
  return COLUMNS[lijst].map(({ name, sorteer }) => ({
    name,
    href: sorteer && sortHref(lijst, filter, sorteer),
    order: sorteer === filter.sorteer ? order : undefined,
  }))
}

function Empty({ lijst, filter }: { lijst: WerkvoorraadList; filter: Filter }) {
  const gezocht = isFiltered(filter)
  return (
    <section className="zb-card">
      <Heading level={2}>{gezocht ? balie.zoeken.nietsGevonden : balie.zoeken.geenZaken}</Heading>
      <Paragraph>{gezocht ? balie.zoeken.nietsGevondenUitleg : balie.lijst[lijst].leeg}</Paragraph>
      {gezocht && (
        <ButtonLink appearance="secondary" href={PATHS[lijst]}>
          {balie.zoeken.wis}
        </ButtonLink>
      )}
    </section>
  )
}
