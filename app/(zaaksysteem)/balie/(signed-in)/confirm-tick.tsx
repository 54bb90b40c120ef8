import { controlProps, FieldNotes } from '#lib/ui/form/form-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'

/** A checkbox for confirmation, shown once the answer to the form asks for it. */
export function ConfirmTick({ name, label, field }: Pick<UsedForm, 'field'> & { name: string; label: string }) {
  const { error, defaultValue } = field(name)
  if (error === undefined && defaultValue === undefined) return null
  return (
    <div className="utrecht-form-field">
      <FieldNotes name={name} hint={undefined} error={error} />
      <label className="balie-vinkje">
        <input type="checkbox" defaultChecked={defaultValue !== undefined} {...controlProps({ name, label, error })} />{' '}
        {label}
      </label>
    </div>
  )
}
