'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { useSite } from '#lib/ui/shell/site-context.tsx'
import { PageMessage } from '#lib/ui/text/page-message.tsx'

/** Rendered inside the portal's layout, which keeps navigation and sign-out available. */
export default function ErrorPage({ retry }: { retry: () => void }) {
  const { phone, storing } = useSite()
  return (
    <div role="alert">
      <PageMessage title={storing.titel} explanation={storing.uitleg} call={storing.bel} phone={phone}>
        <Button type="button" onClick={retry}>
          {storing.opnieuw}
        </Button>
      </PageMessage>
    </div>
  )
}
