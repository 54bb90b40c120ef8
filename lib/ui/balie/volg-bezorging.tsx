'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const WAITS_MS = [300, 1000, 3000]
const LAST_WAIT_MS = 10_000

/**
 * Reads the page again until the newest change is delivered; the page leaves this out as soon as it is.
 * A page that nobody looks at waits. Give it the versie as `key`: a new change starts with short waits.
 */
export function VolgBezorging() {
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
