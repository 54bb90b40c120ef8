'use client'

import { useEffect, useRef, useState } from 'react'

const EVENT = 'zaakbode-melding'

/** Tells all messages on the page that a newer one stands in `element`. */
export function sayNewest(element: Element | null) {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: element }))
}

/**
 * A message about an action: it gets the focus, so that it scrolls into view, and disappears when a newer
 * message comes.
 *
 * @param saying identifies the message: another value is a new message, also with the same text; `undefined`
 * when there is no message
 */
export function useNewestMessage(saying: object | string | undefined) {
  const ref = useRef<HTMLDivElement>(null)
  const [former, setFormer] = useState<typeof saying>()
  useEffect(() => {
    if (saying === undefined) return
    ref.current?.focus()
    sayNewest(ref.current)
    function onNewer({ detail }: CustomEventInit<Element | null>) {
      if (detail !== ref.current) setFormer(saying)
    }
    document.addEventListener(EVENT, onNewer)
    return () => document.removeEventListener(EVENT, onNewer)
  }, [saying])
  return { ref, isNewest: saying !== undefined && saying !== former }
}
