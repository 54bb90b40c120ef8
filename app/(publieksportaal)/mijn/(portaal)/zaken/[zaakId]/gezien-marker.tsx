'use client'

import { useEffect } from 'react'
import { markGezienAction } from './mark-gezien-action.ts'

const SEEN_AFTER_MS = 3_000

/** Marks a versie as seen once it has been on a visible page for a while. */
export function GezienMarker({ zaakId, versie }: { zaakId: string; versie: number }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function watch() {
      clearTimeout(timer)
      // not seen when it fails: the page then says so again the next time
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
