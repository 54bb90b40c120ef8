import { Select, withAll } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { type AfwijzingFields, afwijzingenHref } from './afwijzing-filter.ts'
import { PORTAALBEHEER } from './paths.ts'

const { zoeken, redenen } = portaalbeheer

const REDEN_OPTIONS = Object.entries(redenen).map(([value, label]) => ({ value, label }))

export function AfwijzingFilterForm({ fields, canClear }: { fields: AfwijzingFields; canClear: boolean }) {
  const { bron = '', reden = '', van = '', tot = '' } = fields
  return (
    <FilterForm
      action={PORTAALBEHEER}
      values={{ bron, reden, van, tot }}
      label={zoeken.formulier}
      submitLabel={zoeken.knop}
      clear={canClear && { href: afwijzingenHref({}), label: zoeken.wis }}
    >
      <TextField name="bron" type="search" label={zoeken.bron} defaultValue={bron} maxLength={200} />
      <Select
        name="reden"
        label={zoeken.reden}
        defaultValue={reden}
        options={withAll(zoeken.alleRedenen, REDEN_OPTIONS)}
      />
      <TextField name="van" type="datetime-local" label={zoeken.van} defaultValue={van} />
      <TextField name="tot" type="datetime-local" label={zoeken.tot} defaultValue={tot} />
    </FilterForm>
  )
}
