'use client'

import { useEffect } from 'react'

/** Gives the focus to what the address leads to: Next.js only scrolls there, and what had the focus may be gone. */
export function FocusTarget({ id }: { id: string }) {
  useEffect(() => {
    if (window.location.hash === `#${id}`) document.getElementById(id)?.focus()
  }, [id])
  return null
}
