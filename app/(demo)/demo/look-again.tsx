'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SECOND_MS } from '#lib/platform/durations.ts'

const EVERY_MS = 2 * SECOND_MS

/** Refreshes the page periodically while it is visible. */
export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
