import { Alert } from '../text/alert.tsx'

/**
 * Says that what was asked has been done. The live region is there while it is empty: a screen reader announces only
 * what changes in a region that it already knows.
 */
export function StatusMessage({ text }: { text: string | false | undefined }) {
  return (
    <div role="status" className="staff-status-message">
      {text && <Alert type="ok">{text}</Alert>}
    </div>
  )
}
