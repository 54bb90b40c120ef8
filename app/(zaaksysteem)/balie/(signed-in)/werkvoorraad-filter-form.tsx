import { type Option, optionsOf } from '#lib/ui/form/labels.ts'
import { type Chip, ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { labelOf, zaaktypeOptions } from './options.ts'
import {
  filterHref,
  isOwnOrder,
  MAX_ZOEK,
  PATHS,
  type WerkvoorraadFields,
  type WerkvoorraadList,
} from './werkvoorraad-filter.ts'
import { findZoekAdres, zoekAction } from './zoeken/zoek-actions.ts'

const { zoeken } = balie
const texts = werkvoorraad.chips

/** The statustypen of open zaken of this zaaktype, or of all; a code shared by zaaktypen is listed once. */
function statustypeOptions(zaaktypen: readonly Zaaktype[], zaaktype: string) {
  const chosen = zaaktypen.filter(({ identificatie }) => !zaaktype || identificatie === zaaktype)
  const open = chosen.flatMap(({ statustypen }) => statustypen.filter(({ isEindstatus }) => !isEindstatus))
  const labels = new Map(open.map(({ code, omschrijving }) => [code, omschrijving.nl]))
  return [...labels].map(([value, label]) => ({ value, label }))
}

/** The options of the panel, by the name of the filter. */
type Keuzes = Record<'team' | 'zaaktype' | 'statustype' | 'behandelaar' | 'termijn' | 'opgeschort', Option[]>

type Props = {
  zaaktypen: readonly Zaaktype[]
  /** all teams, plus an unknown one from the URL */
  teams: readonly Option[]
  collegas: readonly Option[]
  /** the viewer's team; empty without one */
  eigenTeam: Option
  list: WerkvoorraadList
  fields: WerkvoorraadFields
  /** the search text as typed */
  zoek: string
  canClear: boolean
}

/** Search and filters of a list: the common ones on one line, the rest in a panel. */
export function WerkvoorraadFilterForm(props: Props) {
  const { list, fields, zoek, canClear, zaaktypen, teams, collegas } = props
  const { zaaktype = '', sorteer, richting } = fields
  const isOpen = list !== 'afgehandeld'
  const keuzes: Keuzes = {
    team: [...teams],
    zaaktype: zaaktypeOptions(zaaktypen),
    statustype: statustypeOptions(zaaktypen, zaaktype),
    behandelaar: [...optionsOf({ mij: zoeken.vanMij, niemand: zoeken.vanNiemand }), ...collegas],
    termijn: optionsOf(werkvoorraad.termijnen),
    opgeschort: optionsOf(werkvoorraad.opschortingen),
  }
  const keuze = (name: keyof Keuzes, label: string, alle: string) =>
    ({ soort: 'keuze', label, alle, options: keuzes[name] }) as const
  return (
    <ListFilter
      action={{ find: findZoekAdres, send: zoekAction }}
      texts={zoeken}
      fields={{
        zoek: { soort: 'zoek', label: zoeken.zoek, maxLength: MAX_ZOEK },
        team: keuze('team', werkvoorraad.team, werkvoorraad.alleTeams),
        zaaktype: keuze('zaaktype', zoeken.zaaktype, zoeken.alleZaaktypen),
        statustype: isOpen && keuze('statustype', zoeken.status, zoeken.alleStatussen),
        behandelaar: list !== 'mijn' && keuze('behandelaar', zoeken.behandelaar, zoeken.vanIedereen),
        termijn: isOpen && keuze('termijn', werkvoorraad.termijn, werkvoorraad.alleTermijnen),
        opgeschort: isOpen && keuze('opgeschort', werkvoorraad.opgeschort, werkvoorraad.welOfNiet),
      }}
      values={{ ...fields, zoek }}
      clearHref={canClear && PATHS[list]}
      chips={{ panel: texts.panel, weg: texts.weg, all: chipsOf(props, keuzes) }}
    >
      <input type="hidden" name="lijst" value={list} />
      {!isOwnOrder(list, fields) && (
        <>
          <input type="hidden" name="sorteer" value={sorteer} />
          <input type="hidden" name="richting" value={richting} />
        </>
      )}
    </ListFilter>
  )
}

type Filter = Partial<Record<keyof Keuzes, string>>

/** The most used filters of each list. */
const QUICK: Record<WerkvoorraadList, (eigenTeam: Option) => [label: string, filter: Filter][]> = {
  open: () => [
    [texts.teLaat, { termijn: 'na_fataledatum' }],
    [texts.dezeWeek, { termijn: 'fataal_deze_week' }],
    [texts.vanNiemand, { behandelaar: 'niemand' }],
  ],
  mijn: () => [
    [texts.teLaat, { termijn: 'na_fataledatum' }],
    [texts.dezeWeek, { termijn: 'fataal_deze_week' }],
    [texts.aanvullingBinnen, { opgeschort: 'aanvulling_binnen' }],
  ],
  afgehandeld: (eigenTeam) => [
    [texts.vanMij, { behandelaar: 'mij' }],
    ...(eigenTeam.value
      ? [[texts.mijnTeam(eigenTeam.label), { team: eigenTeam.value }] satisfies [string, Filter]]
      : []),
  ],
}

/** The quick filters, and each other active filter. */
function chipsOf({ list, fields, zoek, eigenTeam }: Props, keuzes: Keuzes): Chip[] {
  const quick = QUICK[list](eigenTeam).flatMap(([label, filter]) =>
    Object.entries(filter).map(([name, value]) => ({ label, name: name as keyof Keuzes, value })),
  )
  const names: Record<keyof Keuzes, string> = {
    team: werkvoorraad.team,
    zaaktype: zoeken.zaaktype,
    statustype: zoeken.status,
    behandelaar: zoeken.behandelaar,
    termijn: werkvoorraad.termijn,
    opgeschort: werkvoorraad.opgeschort,
  }
  const without = (name: keyof Keuzes | 'zoek') =>
    filterHref(list, fields, { [name]: name === 'zoek' ? '' : undefined })
  const others = (Object.keys(names) as (keyof Keuzes)[]).flatMap((name) => {
    const value = fields[name]
    if (!value || quick.some((chip) => chip.name === name && chip.value === value)) return []
    const label = labelOf(keuzes[name], value)
    return { label: texts.gekozen(names[name], label), href: without(name), isSet: true }
  })
  return [
    ...quick.map(({ label, name, value }) => {
      const isSet = fields[name] === value
      return { label, isSet, href: isSet ? without(name) : filterHref(list, fields, { [name]: value }) }
    }),
    ...(zoek ? [{ label: texts.zoek(zoek), href: without('zoek'), isSet: true }] : []),
    ...others,
  ]
}
