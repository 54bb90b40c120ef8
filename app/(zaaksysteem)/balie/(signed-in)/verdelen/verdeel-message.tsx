'use client'

import { StatusMessage, useNewestMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { TextList } from '#lib/ui/text/heading.tsx'
import type { VerdeelState } from './verdeel-state.ts'

/**
 * The result of the verdeling. The live regions are rendered even when empty, because screen readers announce
 * only changes in existing ones.
 */
export function VerdeelMessage({ state }: { state: VerdeelState }) {
  const { done, refused } = state
  const { ref, isNewest } = useNewestMessage(refused)
  return (
    <>
      {!refused && <StatusMessage text={done.join(' ')} of={state} />}
      <div ref={ref} role="alert" tabIndex={-1}>
        {refused && isNewest && (
          <Alert type="warning" title={refused.title}>
            {done.length > 0 && <p>{done.join(' ')}</p>}
            {refused.lines.length > 0 && <TextList items={refused.lines} />}
          </Alert>
        )}
      </div>
    </>
  )
}
