'use client'

import { useEffect, useRef, useState } from 'react'

const EVENT = 'zaakbode-melding'

/** Tells the messages of the page that there is a newer one. @param element that it stands in */
export function sayNewest(element: Element | null) {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: element }))
}

/**
 * A message about what was done: it comes into sight with the focus, for a keyboard as for a mouse, and goes
 * when another one comes.
 *
 * @param saying what it came of: another one is another message, also with the same words; undefined: there
 * is none
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
