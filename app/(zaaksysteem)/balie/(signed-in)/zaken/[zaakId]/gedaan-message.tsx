import { Alert } from '#lib/ui/text/alert.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'

/** What was just done on another page, which led here. */
export function GedaanMessage({ gedaan }: { gedaan: string | undefined }) {
  if (!gedaan || !Object.hasOwn(handelingen.gedaan, gedaan)) return null
  return (
    <div role="status">
      <Alert type="ok">{handelingen.gedaan[gedaan as keyof typeof handelingen.gedaan]}</Alert>
    </div>
  )
}
