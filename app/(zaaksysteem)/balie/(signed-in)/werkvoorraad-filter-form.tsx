import { Select, withAll } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaktypeOptions } from './options.ts'
import { isOwnOrder, PATHS, type WerkvoorraadFields, type WerkvoorraadList } from './werkvoorraad-filter.ts'

const { zoeken } = balie

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
}: {
  zaaktypen: readonly Zaaktype[]
  list: WerkvoorraadList
  fields: WerkvoorraadFields
  canClear: boolean
}) {
  const { zoek, zaaktype = '', statustype = '', behandelaar = '', sorteer, richting } = fields
  return (
    <FilterForm
      action={PATHS[list]}
      values={{ zoek, zaaktype, statustype, behandelaar }}
      label={zoeken.formulier}
      submitLabel={zoeken.knop}
      clear={canClear && { href: PATHS[list], label: zoeken.wis }}
    >
      <TextField name="zoek" type="search" label={zoeken.zoek} defaultValue={zoek} maxLength={100} />
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
      {!isOwnOrder(list, fields) && (
        <>
          <input type="hidden" name="sorteer" value={sorteer} />
          <input type="hidden" name="richting" value={richting} />
        </>
      )}
    </FilterForm>
  )
}
