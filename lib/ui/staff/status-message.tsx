'use client'

import { useEffect, useRef, useState } from 'react'
import { Alert } from '../text/alert.tsx'

/**
 * Confirms that an action succeeded. The live region is rendered while it is empty, because a screen reader
 * announces only changes in a region that exists already.
 *
 * @param props.of identifies the action, when it can be repeated with the same text
 */
export function StatusMessage({ text, of }: { text: string | false | undefined; of?: object | undefined }) {
  const { ref, isNewest } = useNewestMessage(text ? (of ?? text) : undefined)
  return (
    <div ref={ref} role="status" tabIndex={-1} className="staff-status-message">
      {text && isNewest && <Alert type="ok">{text}</Alert>}
    </div>
  )
}

const EVENT = 'zaakbode-melding'

/** Tells all messages on the page that `element` holds a newer one. */
export function sayNewest(element: Element | null) {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: element }))
}

/**
 * Returns the state of a message about an action. It gets the focus, so that it scrolls into view, and
 * disappears when a newer message appears.
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
