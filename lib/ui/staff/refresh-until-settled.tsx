'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const WAITS_MS = [300, 1000, 3000]
const LAST_WAIT_MS = 10_000

/**
 * Reads the page again until what it shows has come to rest; the page leaves this out as soon as it has.
 * A page that nobody looks at waits. Give it a `key` that changes with what is waited for: that starts with short waits.
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
