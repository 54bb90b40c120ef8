'use client'

import { useNewestMessage } from '../form/use-newest-message.ts'
import { Alert } from '../text/alert.tsx'

/**
 * Says that what was asked has been done. The live region is there while it is empty: a screen reader
 * announces only what changes in a region that it already knows.
 *
 * @param props.of what it came of, where the same can be done again
 */
export function StatusMessage({ text, of }: { text: string | false | undefined; of?: object | undefined }) {
  const { ref, isNewest } = useNewestMessage(text ? (of ?? text) : undefined)
  return (
    <div ref={ref} role="status" tabIndex={-1} className="staff-status-message">
      {text && isNewest && <Alert type="ok">{text}</Alert>}
    </div>
  )
}
