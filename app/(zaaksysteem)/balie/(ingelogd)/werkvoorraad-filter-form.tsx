import { Button } from '#lib/ui/form/button.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { ZAAKTYPEN } from '#lib/zaaksysteem/catalogus/catalogus.ts'
import { isOwnOrder, PATHS, type WerkvoorraadFields, type WerkvoorraadList } from './werkvoorraad-filter.ts'

const ZAAKTYPE_OPTIONS = ZAAKTYPEN.map(({ identificatie, omschrijving }) => ({
  value: identificatie,
  label: omschrijving.nl,
}))

/** What open zaken of one zaaktype, or of all, can stand at; a code that zaaktypen share is there once. */
function statustypeOptions(zaaktype: string) {
  const zaaktypen = ZAAKTYPEN.filter(({ identificatie }) => !zaaktype || identificatie === zaaktype)
  const open = zaaktypen.flatMap(({ statustypen }) => statustypen.filter(({ isEindstatus }) => !isEindstatus))
  const labels = new Map(open.map(({ code, omschrijving }) => [code, omschrijving.nl]))
  return [...labels].map(([value, label]) => ({ value, label }))
}

const withAll = (label: string, options: { value: string; label: string }[]) => [{ value: '', label }, ...options]

/** Search and filters: every list has an address, and it works without JavaScript. */
export function WerkvoorraadFilterForm({
  list,
  fields,
  canClear,
}: {
  list: WerkvoorraadList
  fields: WerkvoorraadFields
  canClear: boolean
}) {
  const { zoek, zaaktype = '', statustype = '', behandelaar = '', sorteer, richting } = fields
  const { zoeken } = balie
  return (
    <FilterForm
      action={PATHS[list]}
      values={{ zoek, zaaktype, statustype, behandelaar }}
      role="search"
      aria-label={zoeken.formulier}
      className="staff-filter"
    >
      <TextField name="zoek" type="search" label={zoeken.zoek} defaultValue={zoek} maxLength={100} />
      <Select
        name="zaaktype"
        label={zoeken.zaaktype}
        defaultValue={zaaktype}
        options={withAll(zoeken.alleZaaktypen, ZAAKTYPE_OPTIONS)}
      />
      {list !== 'afgehandeld' && (
        <Select
          name="statustype"
          label={zoeken.status}
          defaultValue={statustype}
          options={withAll(zoeken.alleStatussen, statustypeOptions(zaaktype))}
        />
      )}
      {list !== 'mijn' && (
        <Select
          name="behandelaar"
          label={zoeken.behandelaar}
          defaultValue={behandelaar}
          options={withAll(zoeken.vanIedereen, [{ value: 'mij', label: zoeken.vanMij }])}
        />
      )}
      {!isOwnOrder(list, fields) && (
        <>
          <input type="hidden" name="sorteer" value={sorteer} />
          <input type="hidden" name="richting" value={richting} />
        </>
      )}
      <div className="staff-filter__buttons">
        <Button appearance="secondary">{zoeken.knop}</Button>
        {canClear && <Link href={PATHS[list]}>{zoeken.wis}</Link>}
      </div>
    </FilterForm>
  )
}
