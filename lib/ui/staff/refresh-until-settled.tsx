'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const WAITS_MS = [300, 1000, 3000]
const LAST_WAIT_MS = 10_000

/**
 * Refreshes a visible page, with longer and longer waits, for as long as the page renders this. A page
 * renders it while something on it is still going on, with a `key` that changes with every step of that: a
 * new key starts with short waits.
 *
 * @param props.isAllOfPage nothing on the page is filled in: without JavaScript a browser may load it again
 * as well
 */
export function RefreshUntilSettled({ isAllOfPage = false }: { isAllOfPage?: boolean }) {
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
  return (
    isAllOfPage && (
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    )
  )
}
