'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'

/** The submit button of a form. While the action runs it shows `busy`, and cannot be pressed again. */
export function SubmitButton({ busy, children, ...rest }: ComponentProps<typeof Button> & { busy: string }) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} aria-busy={pending} onClick={(event) => pending && event.preventDefault()}>
      {pending ? busy : children}
    </Button>
  )
}
