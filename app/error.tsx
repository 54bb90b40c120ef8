'use client'

import { PlainMessage } from '#lib/ui/shell/plain-shell.tsx'
import { useSite } from '#lib/ui/shell/site-context.tsx'

export default function ErrorPage({ retry }: { retry: () => void }) {
  const { storing, ...site } = useSite()
  return (
    <PlainMessage {...site} texts={storing}>
      <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={retry}>
        {storing.opnieuw}
      </button>
    </PlainMessage>
  )
}
