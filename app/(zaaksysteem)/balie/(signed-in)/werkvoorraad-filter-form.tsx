import { Select, withAll } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
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

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

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
  const { zoek, team = '', zaaktype = '', statustype = '', behandelaar = '', sorteer, richting } = fields
  const { termijn = '', opgeschort = '' } = fields
  return (
    <FilterForm
      action={PATHS[list]}
      values={{ zoek, team, zaaktype, statustype, behandelaar, termijn, opgeschort }}
      label={zoeken.formulier}
      submitLabel={zoeken.knop}
      clear={canClear && { href: clearedHref(list, fields), label: zoeken.wis }}
      isWide
    >
      <TextField name="zoek" type="search" label={zoeken.zoek} defaultValue={zoek} maxLength={100} />
      <Select
        name="team"
        label={werkvoorraad.team}
        defaultValue={team}
        options={withAll(werkvoorraad.alleTeams, teamOptions(teams, team))}
      />
      <Select
        name="zaaktype"
        label={zoeken.zaaktype}
        defaultValue={zaaktype}
        options={withAll(zoeken.alleZaaktypen, zaaktypeOptions(zaaktypen))}
      />
      {list !== 'afgehandeld' && (
        <Select
          name="statustype"
          label={zoeken.status}
          defaultValue={statustype}
          options={withAll(zoeken.alleStatussen, statustypeOptions(zaaktypen, zaaktype))}
        />
      )}
      {list !== 'mijn' && (
        <Select
          name="behandelaar"
          label={zoeken.behandelaar}
          defaultValue={behandelaar}
          options={withAll(zoeken.vanIedereen, [
            { value: 'mij', label: zoeken.vanMij },
            { value: 'niemand', label: zoeken.vanNiemand },
          ])}
        />
      )}
      {list !== 'afgehandeld' && (
        <>
          <Select
            name="termijn"
            label={werkvoorraad.termijn}
            defaultValue={termijn}
            options={withAll(werkvoorraad.alleTermijnen, optionsOf(werkvoorraad.termijnen))}
          />
          <Select
            name="opgeschort"
            label={werkvoorraad.opgeschort}
            defaultValue={opgeschort}
            options={withAll(werkvoorraad.welOfNiet, optionsOf(werkvoorraad.opschortingen))}
          />
        </>
      )}
      {fields.kolom && <input type="hidden" name="kolom" value={fields.kolom} />}
      {!isOwnOrder(list, fields) && (
        <>
          <input type="hidden" name="sorteer" value={sorteer} />
          <input type="hidden" name="richting" value={richting} />
        </>
      )}
    </FilterForm>
  )
}
