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
  ...button
}: Omit<ComponentProps<typeof Button>, 'children'> & { label: string; backHref: string; busy?: string }) {
  return (
    <div className="staff-buttons">
      <SubmitButton {...button} busy={busy}>
        {label}
      </SubmitButton>
      <Link href={backHref}>{staff.annuleren}</Link>
    </div>
  )
}
