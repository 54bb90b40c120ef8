'use client'

import { useEffect } from 'react'
import { markGezienAction } from './gezien-actions.ts'

const SEEN_AFTER_MS = 3_000

/** Marks a versie as seen once its page has been visible for `SEEN_AFTER_MS`. */
export function GezienMarker({ zaakId, versie }: { zaakId: string; versie: number }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function watch() {
      clearTimeout(timer)
      // after a failure the versie stays unseen, and the next visit tries again
      if (document.visibilityState === 'visible')
        timer = setTimeout(() => markGezienAction(zaakId, versie).catch(() => {}), SEEN_AFTER_MS)
    }
    watch()
    document.addEventListener('visibilitychange', watch)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
  }, [zaakId, versie])
  return null
}
