import type { Option } from '#lib/ui/form/form-field.tsx'
import { Select, withAll } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { EVENT_TYPE_OPTIONS } from '../options.ts'
import { BEZORGINGEN } from '../paths.ts'
import type { BezorgingFields } from './bezorging-filter.ts'

const { zoeken } = bezorgingen

const STATUS_OPTIONS = Object.entries(bezorgingen.status).map(([value, label]) => ({ value, label }))

export function BezorgingFilterForm({
  fields,
  abonnementen,
  canClear,
}: {
  fields: BezorgingFields
  abonnementen: readonly Option[]
  canClear: boolean
}) {
  const { zoek = '', abonnement = '', status = '', type = '', van = '', tot = '' } = fields
  return (
    <FilterForm
      action={BEZORGINGEN}
      values={{ zoek, abonnement, status, type, van, tot }}
      label={zoeken.formulier}
      submitLabel={zoeken.knop}
      clear={canClear && { href: BEZORGINGEN, label: zoeken.wis }}
      isWide
    >
      <TextField name="zoek" type="search" label={zoeken.zoek} defaultValue={zoek} maxLength={100} />
      <Select
        name="abonnement"
        label={zoeken.abonnement}
        defaultValue={abonnement}
        options={withAll(zoeken.alleAbonnementen, abonnementen)}
      />
      <Select
        name="status"
        label={zoeken.status}
        defaultValue={status}
        options={withAll(zoeken.alleStatussen, STATUS_OPTIONS)}
      />
      <Select
        name="type"
        label={zoeken.soort}
        defaultValue={type}
        options={withAll(zoeken.alleSoorten, EVENT_TYPE_OPTIONS)}
      />
      <TextField name="van" type="datetime-local" label={zoeken.van} defaultValue={van} />
      <TextField name="tot" type="datetime-local" label={zoeken.tot} defaultValue={tot} />
    </FilterForm>
  )
}
