import { Alert } from '#lib/ui/text/alert.tsx'
import type { VerdeelState } from './verdeel-state.ts'

/**
 * What became of the verdeling. The live regions are there while they are empty, so that a screen reader knows them.
 */
export function VerdeelMessage({ state: { done, refused } }: { state: VerdeelState }) {
  return (
    <>
      <div role="status">{done.length > 0 && <Alert type="ok">{done.join(' ')}</Alert>}</div>
      <div role="alert">
        {refused && (
          <Alert type="warning" title={refused.title}>
            {refused.lines.length > 0 && (
              <ul>
                {refused.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Alert>
        )}
      </div>
    </>
  )
}
