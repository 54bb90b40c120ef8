'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { PlainShell } from '#lib/ui/shell/plain-shell.tsx'
import { useSite } from '#lib/ui/shell/site-context.tsx'
import { PageMessage } from '#lib/ui/text/page-message.tsx'

export default function ErrorPage({ retry }: { retry: () => void }) {
  const { gemeente, phone, storing } = useSite()
  return (
    <PlainShell gemeente={gemeente}>
      <PageMessage title={storing.titel} explanation={storing.uitleg} call={storing.bel} phone={phone}>
        <Button type="button" onClick={retry}>
          {storing.opnieuw}
        </Button>
      </PageMessage>
    </PlainShell>
  )
}
