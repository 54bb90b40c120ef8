'use client'

import { createContext, type ReactNode, useEffect, useState } from 'react'
import { forgetUnsentText, type UnsentText, unsentTextOf } from './typed-text.ts'

type Typed = UnsentText & { texts: { terug: string; wis: string } }

export const TypedContext = createContext<Typed | undefined>(undefined)

/** Keeps what is typed into each `Form` of the signed-in pages, until it is sent or the person signs out. */
export function KeepTyped({
  persoonId,
  texts,
  children,
}: {
  persoonId: string
  texts: Typed['texts']
  children: ReactNode
}) {
  const [typed] = useState(() => (typeof window === 'undefined' ? undefined : { ...unsentTextOf(persoonId), texts }))
  useEffect(() => {
    function onSubmit({ target }: SubmitEvent) {
      if ((target as HTMLElement).matches('[data-sign-out]')) forgetUnsentText()
    }
    document.addEventListener('submit', onSubmit)
    return () => document.removeEventListener('submit', onSubmit)
  }, [])
  return <TypedContext value={typed}>{children}</TypedContext>
}
