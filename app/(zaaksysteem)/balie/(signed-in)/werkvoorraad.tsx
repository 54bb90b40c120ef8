import { redirect } from 'next/navigation'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { namedOptions } from '#lib/ui/form/labels.ts'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { registreren } from '#lib/ui/texts/balie/zaak.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { bladeren } from '#lib/ui/texts/staff.ts'
import { mayDoBulk } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { findTeams, loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findCollegas } from '#lib/zaaksysteem/rechten/find-behandelaars.ts'
import { mag, magErgens, teamsOnder } from '#lib/zaaksysteem/rechten/mag.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/werkvoorraad/find-werkvoorraad.ts'
import { openWerkvoorraad } from '#lib/zaaksysteem/werkvoorraad/open-werkvoorraad.ts'
import { findVerborgenKolommen } from '#lib/zaaksysteem/werkvoorraad/verborgen-kolommen.ts'
import { findWeergaven } from '#lib/zaaksysteem/werkvoorraad/weergaven.ts'
import { isShort } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-filter.ts'
import type { Sortering } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-sort.ts'
import { MAX_ZAKEN } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { Kolommen } from './kolommen/kolommen.tsx'
import { BULK, NIEUWE_ZAAK, zaakPath } from './paths.ts'
import { findNaarOptions } from './verdelen/find-naar-options.ts'
import { zaakValue } from './verdelen/read-verdeel-form.ts'
import { VerdeelForm } from './verdelen/verdeel-form.tsx'
import { Weergaven } from './weergaven/weergaven.tsx'
import { KOLOMMEN } from './werkvoorraad-columns.ts'
import {
  exportHref,
  filterHref,
  isWerkvoorraadFiltered,
  listHref,
  listQuery,
  PATHS,
  readWerkvoorraadFields,
  sortHref,
  toWerkvoorraadQuery,
  unreadableHref,
  type WerkvoorraadFields,
  type WerkvoorraadList,
  wholeList,
} from './werkvoorraad-filter.ts'
import { WerkvoorraadFilterForm } from './werkvoorraad-filter-form.tsx'
import { CELLS } from './zaak-cells.tsx'
import { Kies, ZaakCell } from './zaak-row.tsx'
import { ZoekAnders } from './zoeken/zoek-anders.tsx'

const { kolom, zoeken } = balie

type ColumnName = keyof typeof kolom

const SORTS_BY: Partial<Record<ColumnName, Sortering>> = {
  zaaknummer: 'zaaknummer',
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
  const ctx = zaaksysteem()
  const query = toWerkvoorraadQuery(ctx, list, fields, signedIn)
  if (!query) redirect(unreadableHref(list, fields))
  const { zoek } = query
  const teams = teamsOnder(signedIn, 'lezen', await findTeams(ctx))
  const teamnaamOf = await loadTeamnamen(ctx)
  const [zaaktypen, collegas, options, weergaven, verborgen, found] = await Promise.all([
    findZaaktypen(ctx),
    list === 'mijn' ? [] : findCollegas(ctx, teams),
    findNaarOptions(signedIn),
    findWeergaven(ctx, signedIn),
    findVerborgenKolommen(ctx, signedIn),
    openWerkvoorraad(ctx, { query, lezer: signedIn, actor: await deskActor(signedIn) }),
  ])
  const { regels, totaal, isMeer, vorige, volgende } = found
  const mayTreatSome = magErgens(signedIn, 'behandelen')
  const canChoose = mayTreatSome && list !== 'afgehandeld'
  const { titel, leeg } = balie.lijst[list]
  const mayBulk = mayDoBulk(signedIn)
  const isMoreThanShown = totaal > regels.length && totaal <= MAX_ZAKEN && !isMeer
  const alle = mayBulk && isMoreThanShown ? { value: wholeList(list, fields), aantal: totaal } : undefined
  return (
    <ListPage
      title={titel}
      action={
        <>
          <Paragraph soft role="status" className="balie-samenvatting">
            {werkvoorraad.samenvatting(totaal, { isMeer, gefilterd: filtered })}
            {zoek && isShort(zoek) && ` ${werkvoorraad.kortGezocht}`}
          </Paragraph>
          {list === 'open' && mayTreatSome && <ButtonLink href={NIEUWE_ZAAK}>{registreren.titel}</ButtonLink>}
        </>
      }
      list={{
        columns: columnsOf(list, { fields, canChoose, signedIn, verborgen }),
        rows: regels,
        keyOf: ({ id }) => id,
        empty: filtered
          ? {
              title: zoeken.nietsGevonden,
              explanation: zoeken.nietsGevondenUitleg,
              next: regels.length === 0 && <ZoekAnders list={list} fields={fields} query={query} lezer={signedIn} />,
              clear: { href: PATHS[list], text: zoeken.wis },
            }
          : { title: zoeken.geenZaken, explanation: leeg },
        pages: { texts: bladeren, vorige, volgende, hrefAt: (cursor) => listHref(list, { ...fields, cursor }) },
        className: 'balie-lijst',
      }}
      below={
        <p className="zb-line balie-export">
          {regels.length > 0 && <Export href={exportHref(list, fields)} />}
          {canChoose && mayBulk && <Link href={BULK}>{bulk.keuze.eerder}</Link>}
        </p>
      }
    >
      <StatusMessage text={searchParams.gedaan === 'zoek_verlopen' && werkvoorraad.zoekVerlopen} />
      <StatusMessage text={searchParams.gedaan === 'verwijderd' && verwijderen.gelukt} />
      <StatusMessage text={searchParams.gedaan === 'verdeeld' && behandeling.uitZicht} />
      <div className="balie-lijst-keuzes">
        <WerkvoorraadFilterForm
          list={list}
          fields={fields}
          zoek={zoek}
          canClear={filtered && regels.length > 0}
          zaaktypen={zaaktypen}
          teams={[...new Set([...teams, ...(fields.team ? [fields.team] : [])])].map((value) => ({
            value,
            label: teamnaamOf(value),
          }))}
          collegas={namedOptions(collegas)}
          eigenTeam={{ value: signedIn.team, label: teamnaamOf(signedIn.team) }}
        />
        <Weergaven
          weergaven={weergaven.map((each) => ({ ...each, team: each.team && teamnaamOf(each.team) }))}
          list={list}
          vraag={listQuery(list, fields)}
          team={teamnaamOf(signedIn.team)}
          lezer={signedIn}
        />
        <Kolommen list={list} verborgen={verborgen} />
      </div>
      {fields.zoek && <OokIn list={list === 'afgehandeld' ? 'open' : 'afgehandeld'} zoek={fields.zoek} />}
      {canChoose && (
        <VerdeelForm lijst={list} zaken={regels.map(({ id }) => id)} options={options} mayBulk={mayBulk} alle={alle} />
      )}
    </ListPage>
  )
}

/** Links to the same search in the other list: closed or open zaken. */
function OokIn({ list, zoek }: { list: 'open' | 'afgehandeld'; zoek: string }) {
  return (
    <Paragraph small className="balie-ook-in">
      <Link href={filterHref(list, readWerkvoorraadFields(list, {}), { zoek })}>{werkvoorraad.ookIn[list]}</Link>
    </Paragraph>
  )
}

function Export({ href }: { href: string }) {
  return (
    <span>
      <PlainLink href={href} download>
        {werkvoorraad.export.knop}
      </PlainLink>{' '}
      <span className="zb-soft">{werkvoorraad.export.hoogstens}</span>
    </span>
  )
}

type Shown = {
  fields: WerkvoorraadFields
  /** true when rows can be ticked: each row only by a behandelaar who may treat the zaak */
  canChoose: boolean
  signedIn: SignedInBehandelaar
  /** names of the columns that the behandelaar leaves out */
  verborgen: readonly string[]
}

function columnsOf(
  list: WerkvoorraadList,
  { fields, canChoose, signedIn, verborgen }: Shown,
): Column<WerkvoorraadRegel>[] {
  const href = listHref(list, fields)
  // The page of a zaak links back to this list; the werkvoorraad is the default.
  const terug = href === PATHS.open ? undefined : href
  const order = fields.richting === 'op' ? ('ascending' as const) : ('descending' as const)
  const sorted = (column: keyof typeof SORTS_BY) => {
    const sorteer = SORTS_BY[column]
    return { href: sorteer && sortHref(list, fields, sorteer), order: sorteer === fields.sorteer ? order : undefined }
  }
  const choose: Column<WerkvoorraadRegel> = {
    name: kolom.kies,
    isNameHidden: true,
    hasHeading: true,
    cell: (regel) =>
      mag(signedIn, 'behandelen', regel) && <Kies value={zaakValue(regel)} identificatie={regel.identificatie} />,
  }
  return [
    ...(canChoose ? [choose] : []),
    {
      name: kolom.zaak,
      hasHeading: false,
      cell: (regel) => (
        <ZaakCell
          href={zaakPath(regel.id, { terug })}
          omschrijving={regel.omschrijving}
          caption={balie.metKvk(regel)}
          isVertrouwelijk={regel.vertrouwelijk}
        />
      ),
    },
    ...KOLOMMEN[list]
      .filter((name) => !verborgen.includes(name))
      .map((name) => ({
        name: kolom[name],
        ...sorted(name),
        hasHeading: true,
        isNameHidden: name === 'bezorging',
        cell: CELLS[name],
      })),
  ]
}
