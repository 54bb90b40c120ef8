import { ButtonLink } from '#lib/ui/form/button.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import { Pagination } from '#lib/ui/staff/pagination.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { bladeren } from '#lib/ui/texts/bladeren.ts'
import { findWerkvoorraad } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import type { Sortering } from '#lib/zaaksysteem/balie/werkvoorraad/werkvoorraad-sort.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { NIEUWE_ZAAK } from './paths.ts'
import { findNaarOptions } from './verdelen/find-naar-options.ts'
import { VerdeelForm } from './verdelen/verdeel-form.tsx'
import {
  isWerkvoorraadFiltered,
  listHref,
  PATHS,
  readWerkvoorraadFields,
  sortHref,
  type WerkvoorraadFields,
  type WerkvoorraadList,
} from './werkvoorraad-filter.ts'
import { WerkvoorraadFilterForm } from './werkvoorraad-filter-form.tsx'
import { ZaakRow } from './zaak-row.tsx'

const { kolom, zoeken } = balie

type ColumnName = keyof typeof kolom

const COLUMNS: Record<WerkvoorraadList, ColumnName[]> = {
  open: ['kies', 'zaak', 'zaaktype', 'status', 'streefdatum', 'fataledatum', 'behandelaar', 'bezorging'],
  mijn: ['kies', 'zaak', 'zaaktype', 'status', 'streefdatum', 'fataledatum', 'bezorging'],
  afgehandeld: ['zaak', 'zaaktype', 'status', 'afgehandeldOp', 'behandelaar', 'bezorging'],
}

const SORTS_BY: Partial<Record<ColumnName, Sortering>> = {
  zaak: 'zaaknummer',
  zaaktype: 'zaaktype',
  status: 'status',
  streefdatum: 'streefdatum',
  fataledatum: 'fataledatum',
  behandelaar: 'behandelaar',
}

export async function Werkvoorraad({ list, searchParams }: { list: WerkvoorraadList; searchParams: SearchParams }) {
  const signedIn = await requireBehandelaar()
  const fields = readWerkvoorraadFields(list, searchParams)
  const filtered = isWerkvoorraadFiltered(fields)
  const { behandelaar, ...rest } = fields
  const ofBehandelaar = list === 'mijn' ? 'mij' : behandelaar
  const [zaaktypen, options, { regels, totaal, vorige, volgende }] = await Promise.all([
    findZaaktypen(zaaksysteem()),
    findNaarOptions(signedIn),
    findWerkvoorraad(zaaksysteem(), {
      ...rest,
      behandelaarId: ofBehandelaar && { mij: signedIn.id, niemand: null }[ofBehandelaar],
      afgehandeld: list === 'afgehandeld',
    }),
  ])
  const { titel, leeg } = balie.lijst[list]
  return (
    <>
      <div className="staff-title-row">
        <Heading level={1}>{titel}</Heading>
        {list === 'open' && <ButtonLink href={NIEUWE_ZAAK}>{registreren.titel}</ButtonLink>}
      </div>
      <StatusMessage text={searchParams.gedaan === 'verwijderd' && verwijderen.gelukt} />
      <Paragraph soft role="status">
        {balie.samenvatting(totaal, filtered)}
      </Paragraph>
      <WerkvoorraadFilterForm
        list={list}
        fields={fields}
        canClear={filtered && regels.length > 0}
        zaaktypen={zaaktypen}
      />
      {list !== 'afgehandeld' && <VerdeelForm knop={list === 'mijn' ? 'team' : 'mij'} options={options} />}
      {regels.length > 0 ? (
        <Table label={titel} columns={columnsOf(list, fields)}>
          {regels.map((regel) => (
            <ZaakRow key={regel.id} regel={regel} list={list} />
          ))}
        </Table>
      ) : filtered ? (
        <EmptyList title={zoeken.nietsGevonden} explanation={zoeken.nietsGevondenUitleg}>
          <ButtonLink appearance="secondary" href={PATHS[list]}>
            {zoeken.wis}
          </ButtonLink>
        </EmptyList>
      ) : (
        <EmptyList title={zoeken.geenZaken} explanation={leeg} />
      )}
      <Pagination
        texts={bladeren}
        page={{ vorige, volgende }}
        hrefAt={(cursor) => listHref(list, { ...fields, cursor })}
      />
    </>
  )
}

function columnsOf(list: WerkvoorraadList, fields: WerkvoorraadFields) {
  const order = fields.richting === 'op' ? ('ascending' as const) : ('descending' as const)
  return COLUMNS[list].map((column) => {
    const sorteer = SORTS_BY[column]
    return {
      name: kolom[column],
      href: sorteer && sortHref(list, fields, sorteer),
      order: sorteer === fields.sorteer ? order : undefined,
      isNameHidden: column === 'kies',
    }
  })
}
