'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { PlainMessage } from '#lib/ui/shell/plain-message.tsx'
import { useSite } from '#lib/ui/shell/site-context.tsx'

export default function ErrorPage({ retry }: { retry: () => void }) {
  const { storing, ...site } = useSite()
  return (
    <PlainMessage {...site} texts={storing}>
      <Button type="button" onClick={retry}>
        {storing.opnieuw}
      </Button>
    </PlainMessage>
  )
}
