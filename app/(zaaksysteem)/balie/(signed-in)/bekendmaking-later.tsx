import { controlProps, FieldNotes } from '#lib/ui/form/form-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'

/** Asks whether a bekendmaking that lies ahead is meant so, once somebody filled one in. */
export function BekendmakingLater({ field }: Pick<UsedForm, 'field'>) {
  const { name, error, defaultValue } = field('bekendmakingLater')
  if (error === undefined && defaultValue === undefined) return null
  const label = handelingen.bekendmakingLaterKlopt
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
