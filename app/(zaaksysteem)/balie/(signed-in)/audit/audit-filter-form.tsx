import type { Option } from '#lib/ui/form/form-field.tsx'
import { Select, withAll } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { HANDELINGNAMEN } from '#lib/zaaksysteem/audit/handelingnamen.ts'
import { withChosen } from '../options.ts'
import type { AuditFields } from './audit-filter.ts'
import { AUDIT } from './paths.ts'

const { zoeken } = audittrail

const HANDELING_OPTIONS = HANDELINGNAMEN.map((value) => ({ value, label: audittrail.handeling[value] }))

export function AuditFilterForm({
  fields,
  actors,
  canClear,
}: {
  fields: AuditFields
  actors: readonly Option[]
  canClear: boolean
}) {
  const { wie = '', wat = '', zaak = '', van = '', tot = '' } = fields
  return (
    <FilterForm
      action={AUDIT}
      values={{ wie, wat, zaak, van, tot }}
      label={zoeken.formulier}
      submitLabel={zoeken.knop}
      clear={canClear && { href: AUDIT, label: zoeken.wis }}
      isWide
    >
      <Select
        name="wie"
        label={zoeken.wie}
        defaultValue={wie}
        options={withAll(zoeken.iedereen, withChosen(actors, wie ? [wie] : []))}
      />
      <Select name="wat" label={zoeken.wat} defaultValue={wat} options={withAll(zoeken.alles, HANDELING_OPTIONS)} />
      <TextField name="zaak" type="search" label={zoeken.zaak} defaultValue={zaak} maxLength={40} />
      <TextField name="van" type="datetime-local" label={zoeken.van} defaultValue={van} />
      <TextField name="tot" type="datetime-local" label={zoeken.tot} defaultValue={tot} />
    </FilterForm>
  )
}
