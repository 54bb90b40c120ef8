'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const WAITS_MS = [300, 1000, 3000]
const LAST_WAIT_MS = 10_000

/**
 * Refreshes a visible page, with longer and longer waits, for as long as the page renders this. A page renders it while
 * something on it is still going on, with a `key` that changes with every step of that: a new key starts with short waits.
 */
export function RefreshUntilSettled() {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    function wait(turn: number) {
      timer = setTimeout(() => {
        if (document.visibilityState === 'visible') router.refresh()
        wait(turn + 1)
      }, WAITS_MS[turn] ?? LAST_WAIT_MS)
    }
    wait(0)
    return () => clearTimeout(timer)
  }, [router])
  return null
}
