'use client'

import { useEffect } from 'react'

/**
 * Focuses the target of the URL's fragment: Next.js only scrolls to it, and the focused element may be gone.
 */
export function FocusTarget({ id }: { id: string }) {
  useEffect(() => {
    if (window.location.hash === `#${id}`) document.getElementById(id)?.focus()
  }, [id])
  return null
}
