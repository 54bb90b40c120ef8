'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '../form/button.tsx'

/** The one button of a form whose action takes a while: says so meanwhile, and cannot be pressed twice. */
export function SubmitButton({ bezig, children, ...rest }: ComponentProps<typeof Button> & { bezig: string }) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} aria-busy={pending} onClick={(event) => pending && event.preventDefault()}>
      {pending ? bezig : children}
    </Button>
  )
}
