import type { ComponentProps } from 'react'
import type { Button } from '../form/button.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Link } from '../text/link.tsx'
import { staff } from '../texts/staff.ts'

/** The button that sends a form, and the link that leaves it. */
export function FormButtons({
  label,
  backHref,
  busy = staff.bezig,
  cancel = staff.annuleren,
  ...button
}: Omit<ComponentProps<typeof Button>, 'children'> & {
  label: string
  backHref: string
  busy?: string
  cancel?: string
}) {
  return (
    <div className="staff-buttons">
      <SubmitButton {...button} busy={busy}>
        {label}
      </SubmitButton>
      <Link href={backHref}>{cancel}</Link>
    </div>
  )
}
