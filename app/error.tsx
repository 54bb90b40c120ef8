'use client'

import { Button } from '#lib/ui/button.tsx'
import { PageMessage } from '#lib/ui/page-message.tsx'
import { PlainShell } from '#lib/ui/plain-shell.tsx'
import { useSite } from '#lib/ui/site-context.tsx'

export default function ErrorPage({ retry }: { retry: () => void }) {
  const { gemeente, telefoon, storing } = useSite()
  return (
    <PlainShell gemeente={gemeente}>
      <PageMessage {...storing} telefoon={telefoon}>
        <Button type="button" onClick={retry}>
          {storing.opnieuw}
        </Button>
      </PageMessage>
    </PlainShell>
  )
}
