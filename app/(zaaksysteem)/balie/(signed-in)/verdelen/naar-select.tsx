import { Button } from '#lib/ui/form/button.tsx'
import { type Option, withAll } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'

/** Lets a coordinator choose the recipient of zaken. */
export function NaarSelect({ options, buttonLabel }: { options: readonly Option[]; buttonLabel: string }) {
  if (options.length === 0) return null
  return (
    <div className="staff-line">
      {/* required, because the answer of the server would untick the zaken */}
      <Select name="naar" label={behandeling.geefAan} options={withAll(behandeling.kies, options)} required />
      <Button appearance="secondary">{buttonLabel}</Button>
    </div>
  )
}
