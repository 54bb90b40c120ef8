import type { ReactNode } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { type Option, withAll } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'

/** Asks for the recipient of zaken; `children` are further fields. */
export function NaarSelect({
  options,
  buttonLabel,
  children,
}: {
  options: readonly Option[]
  buttonLabel: string
  children?: ReactNode
}) {
  if (options.length === 0) return null
  return (
    <div className="staff-line">
      {/* required, because the answer of the server would untick the zaken */}
      <Select name="naar" label={behandeling.geefAan} options={withAll(behandeling.kies, options)} required />
      {children}
      <Button appearance="secondary">{buttonLabel}</Button>
    </div>
  )
}
