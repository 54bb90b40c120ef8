'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'

/**
 * The one button of a form whose action takes a while: `busy` stands on it meanwhile, and it cannot be
 * pressed twice.
 */
export function SubmitButton({ busy, children, ...rest }: ComponentProps<typeof Button> & { busy: string }) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} aria-busy={pending} onClick={(event) => pending && event.preventDefault()}>
      {pending ? busy : children}
    </Button>
  )
}
