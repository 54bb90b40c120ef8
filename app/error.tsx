'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { PlainShell } from '#lib/ui/shell/plain-shell.tsx'
import { useSite } from '#lib/ui/shell/site-context.tsx'
import { PageMessage } from '#lib/ui/text/page-message.tsx'

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
