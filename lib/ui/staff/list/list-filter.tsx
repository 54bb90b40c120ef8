import type { ReactNode } from 'react'
import { type Option, withAll } from '../../form/labels.ts'
import { Select } from '../../form/select.tsx'
import { TextField } from '../../form/text-field.tsx'
import { Link } from '../../text/link.tsx'
import { FilterForm } from './filter-form.tsx'
import type { HrefAction } from './href-form.tsx'

type FilterField =
  | { soort: 'zoek'; label: string; maxLength: number }
  /** `alle`: the option that filters nothing */
  | { soort: 'keuze'; label: string; alle: string; options: readonly Option[] }
  | { soort: 'moment'; label: string }

/** A filter in one press: its link sets it, or removes it when it is set. */
export type Chip = { label: string; href: string; isSet: boolean }

/** The number of fields that fit on one line. */
const MOST_ON_A_LINE = 4

type Shown = { name: string; field: FilterField; value: string }

/**
 * The filter of a list, described by its fields.
 * @param props.fields by their name in the address; false leaves one out
 * @param props.clearHref the list without a filter; false when there is nothing to clear
 * @param props.chips shown on one line with the first field; the other fields are then in a panel
 * @param props.children hidden fields for the other parameters of the address
 */
export function ListFilter({
  action,
  texts: { formulier, knop, wis },
  fields,
  values,
  clearHref,
  chips,
  children,
}: {
  action: string | HrefAction
  texts: { formulier: string; knop: string; wis: string }
  fields: Record<string, FilterField | false>
  values: Record<string, string | undefined>
  clearHref: string | false
  chips?: { panel: string; weg: string; all: readonly Chip[] }
  children?: ReactNode
}) {
  const shown: Shown[] = Object.entries(fields).flatMap(([name, field]) =>
    field ? [{ name, field, value: values[name] ?? '' }] : [],
  )
  const [inSight, panel] = chips ? [shown.slice(0, 1), shown.slice(1)] : [shown, []]
  const wide = shown.length > MOST_ON_A_LINE ? 'wide' : undefined
  return (
    <FilterForm
      action={action}
      values={Object.fromEntries(shown.map(({ name, value }) => [name, value]))}
      label={formulier}
      submitLabel={knop}
      clear={clearHref !== false && { href: clearHref, label: wis }}
      shape={chips ? 'line' : wide}
      further={
        chips && (
          <>
            {chips.all.map((chip) => (
              <ChipLink key={chip.label} chip={chip} weg={chips.weg} />
            ))}
            <details className="staff-filter__panel">
              <summary>{chips.panel}</summary>
              <div className="staff-filter staff-filter--wide">
                <Fields shown={panel} />
              </div>
            </details>
          </>
        )
      }
    >
      <Fields shown={inSight} isOnLine={chips !== undefined} />
      {children}
    </FilterForm>
  )
}

function ChipLink({ chip: { label, href, isSet }, weg }: { chip: Chip; weg: string }) {
  return (
    <Link href={href} className="staff-chip" aria-current={isSet ? 'true' : undefined}>
      {label}
      {isSet && (
        <>
          <span className="zb-hidden">{weg}</span> <span aria-hidden="true">×</span>
        </>
      )}
    </Link>
  )
}

/** On the line of the chips the placeholder shows the label, which only screen readers get there. */
function Fields({ shown, isOnLine = false }: { shown: readonly Shown[]; isOnLine?: boolean }) {
  return shown.map((each) => <Field key={each.name} {...each} isOnLine={isOnLine} />)
}

function Field({ name, field, value, isOnLine }: Shown & { isOnLine: boolean }) {
  const shared = { name, label: field.label, defaultValue: value, placeholder: isOnLine ? field.label : undefined }
  if (field.soort === 'zoek') return <TextField {...shared} type="search" maxLength={field.maxLength} />
  if (field.soort === 'moment') return <TextField {...shared} type="datetime-local" />
  const { placeholder: _, ...select } = shared
  return <Select {...select} options={withAll(field.alle, field.options)} />
}
