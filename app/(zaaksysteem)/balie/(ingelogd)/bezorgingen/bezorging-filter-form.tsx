import { Button } from '#lib/ui/form/button.tsx'
import { Select, type SelectOption } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { EVENT_TYPE_OPTIONS } from '../options.ts'
import { BEZORGINGEN } from '../paths.ts'
import type { BezorgingFields } from './bezorging-filter.ts'

const { zoeken } = bezorgingen

const STATUSSEN = Object.entries(bezorgingen.status).map(([value, label]) => ({ value, label }))

const withAll = (label: string, options: readonly SelectOption[]) => [{ value: '', label }, ...options]

export function BezorgingFilterForm({
  fields,
  abonnementen,
  canClear,
}: {
  fields: BezorgingFields
  abonnementen: readonly SelectOption[]
  canClear: boolean
}) {
  const { zoek = '', abonnement = '', status = '', type = '', van = '', tot = '' } = fields
  return (
    <FilterForm
      action={BEZORGINGEN}
      values={{ zoek, abonnement, status, type, van, tot }}
      role="search"
      aria-label={zoeken.formulier}
      className="staff-filter staff-filter--wide"
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
        options={withAll(zoeken.alleStatussen, STATUSSEN)}
      />
      <Select
        name="type"
        label={zoeken.soort}
        defaultValue={type}
        options={withAll(zoeken.alleSoorten, EVENT_TYPE_OPTIONS)}
      />
      <TextField name="van" type="datetime-local" label={zoeken.van} defaultValue={van} />
      <TextField name="tot" type="datetime-local" label={zoeken.tot} defaultValue={tot} />
      <div className="staff-filter__buttons">
        <Button appearance="secondary">{zoeken.knop}</Button>
        {canClear && <Link href={BEZORGINGEN}>{zoeken.wis}</Link>}
      </div>
    </FilterForm>
  )
}
