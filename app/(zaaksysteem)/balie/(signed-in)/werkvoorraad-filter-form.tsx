import { optionsOf } from '#lib/ui/form/form-field.tsx'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaktypeOptions } from './options.ts'
import {
  clearedHref,
  isOwnOrder,
  PATHS,
  type WerkvoorraadFields,
  type WerkvoorraadList,
} from './werkvoorraad-filter.ts'

const { zoeken } = balie

/** Every team, and one that only the address knows. */
function teamOptions(teams: readonly string[], team: string) {
  return [...new Set([...teams, ...(team ? [team] : [])])].map((name) => ({ value: name, label: name }))
}

/** The statustypen that an open zaak of this zaaktype, or of any, can have; a code that zaaktypen share is there once. */
function statustypeOptions(zaaktypen: readonly Zaaktype[], zaaktype: string) {
  const chosen = zaaktypen.filter(({ identificatie }) => !zaaktype || identificatie === zaaktype)
  const open = chosen.flatMap(({ statustypen }) => statustypen.filter(({ isEindstatus }) => !isEindstatus))
  const labels = new Map(open.map(({ code, omschrijving }) => [code, omschrijving.nl]))
  return [...labels].map(([value, label]) => ({ value, label }))
}

export function WerkvoorraadFilterForm({
  list,
  fields,
  canClear,
  zaaktypen,
  teams,
}: {
  zaaktypen: readonly Zaaktype[]
  teams: readonly string[]
  list: WerkvoorraadList
  fields: WerkvoorraadFields
  canClear: boolean
}) {
  const { team = '', zaaktype = '', sorteer, richting } = fields
  const isOpen = list !== 'afgehandeld'
  return (
    <ListFilter
      action={PATHS[list]}
      texts={zoeken}
      fields={{
        zoek: { soort: 'zoek', label: zoeken.zoek, maxLength: 100 },
        team: {
          soort: 'keuze',
          label: werkvoorraad.team,
          alle: werkvoorraad.alleTeams,
          options: teamOptions(teams, team),
        },
        zaaktype: {
          soort: 'keuze',
          label: zoeken.zaaktype,
          alle: zoeken.alleZaaktypen,
          options: zaaktypeOptions(zaaktypen),
        },
        statustype: isOpen && {
          soort: 'keuze',
          label: zoeken.status,
          alle: zoeken.alleStatussen,
          options: statustypeOptions(zaaktypen, zaaktype),
        },
        behandelaar: list !== 'mijn' && {
          soort: 'keuze',
          label: zoeken.behandelaar,
          alle: zoeken.vanIedereen,
          options: optionsOf({ mij: zoeken.vanMij, niemand: zoeken.vanNiemand }),
        },
        termijn: isOpen && {
          soort: 'keuze',
          label: werkvoorraad.termijn,
          alle: werkvoorraad.alleTermijnen,
          options: optionsOf(werkvoorraad.termijnen),
        },
        opgeschort: isOpen && {
          soort: 'keuze',
          label: werkvoorraad.opgeschort,
          alle: werkvoorraad.welOfNiet,
          options: optionsOf(werkvoorraad.opschortingen),
        },
      }}
      values={fields}
      clearHref={canClear && clearedHref(list, fields)}
    >
      {fields.kolom && <input type="hidden" name="kolom" value={fields.kolom} />}
      {!isOwnOrder(list, fields) && (
        <>
          <input type="hidden" name="sorteer" value={sorteer} />
          <input type="hidden" name="richting" value={richting} />
        </>
      )}
    </ListFilter>
  )
}
