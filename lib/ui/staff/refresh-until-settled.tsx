'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const WAITS_MS = [300, 1000, 3000]
const LAST_WAIT_MS = 10_000

/**
 * Refreshes the page while it is visible and renders this component, with increasing waits. A page renders it
 * while work is in progress, with a `key` that changes at each step: a new key restarts with short waits.
 *
 * @param props.isAllOfPage true when the page has no fields, so that without JavaScript the browser may
 * reload it
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
