import { Button } from '#lib/ui/form/button.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { type AfwijzingFields, afwijzingenHref, ROOT } from './afwijzing-filter.ts'

const { zoeken, redenen } = portaalbeheer

const REDENEN = [
  { value: '', label: zoeken.alleRedenen },
  ...Object.entries(redenen).map(([value, label]) => ({ value, label })),
]

export function AfwijzingFilterForm({ fields, canClear }: { fields: AfwijzingFields; canClear: boolean }) {
  const { bron = '', reden = '', van = '', tot = '' } = fields
  return (
    <FilterForm
      action={ROOT}
      values={{ bron, reden, van, tot }}
      role="search"
      aria-label={zoeken.formulier}
      className="staff-filter"
    >
      <TextField name="bron" type="search" label={zoeken.bron} defaultValue={bron} maxLength={200} />
      <Select name="reden" label={zoeken.reden} defaultValue={reden} options={REDENEN} />
      <TextField name="van" type="datetime-local" label={zoeken.van} defaultValue={van} />
      <TextField name="tot" type="datetime-local" label={zoeken.tot} defaultValue={tot} />
      <div className="staff-filter__buttons">
        <Button appearance="secondary">{zoeken.knop}</Button>
        {canClear && <Link href={afwijzingenHref({})}>{zoeken.wis}</Link>}
      </div>
    </FilterForm>
  )
}
