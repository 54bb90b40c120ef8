import type { ReactNode } from 'react'
import { type Option, withAll } from '../../form/form-field.tsx'
import { Select } from '../../form/select.tsx'
import { TextField } from '../../form/text-field.tsx'
import { FilterForm } from './filter-form.tsx'

type FilterField =
  | { soort: 'zoek'; label: string; maxLength: number }
  /** `alle`: the option that filters nothing */
  | { soort: 'keuze'; label: string; alle: string; options: readonly Option[] }
  | { soort: 'moment'; label: string }

/** More of them do not stand on one line. */
const MOST_ON_A_LINE = 4

/**
 * The filter of a list, of its fields as data.
 * @param props.fields by their name in the address; false leaves one out
 * @param props.clearHref of the list without a filter; false where there is nothing to clear
 * @param props.children what the address keeps besides
 */
export function ListFilter({
  action,
  texts: { formulier, knop, wis },
  fields,
  values,
  clearHref,
  children,
}: {
  action: string
  texts: { formulier: string; knop: string; wis: string }
  fields: Record<string, FilterField | false>
  values: Record<string, string | undefined>
  clearHref: string | false
  children?: ReactNode
}) {
  const shown = Object.entries(fields).flatMap(([name, field]) =>
    field ? [{ name, field, value: values[name] ?? '' }] : [],
  )
  return (
    <FilterForm
      action={action}
      values={Object.fromEntries(shown.map(({ name, value }) => [name, value]))}
      label={formulier}
      submitLabel={knop}
      clear={clearHref !== false && { href: clearHref, label: wis }}
      isWide={shown.length > MOST_ON_A_LINE}
    >
      {shown.map(({ name, field, value }) => (
        <Field key={name} name={name} field={field} value={value} />
      ))}
      {children}
    </FilterForm>
  )
}

function Field({ name, field, value }: { name: string; field: FilterField; value: string }) {
  const shared = { name, label: field.label, defaultValue: value }
  if (field.soort === 'zoek') return <TextField {...shared} type="search" maxLength={field.maxLength} />
  if (field.soort === 'moment') return <TextField {...shared} type="datetime-local" />
  return <Select {...shared} options={withAll(field.alle, field.options)} />
}
