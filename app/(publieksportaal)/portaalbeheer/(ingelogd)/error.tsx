'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <Heading level={1}>{portaalbeheer.storing}</Heading>
      <Paragraph>{portaalbeheer.storingUitleg}</Paragraph>
      <Button type="button" onClick={retry}>
        {portaalbeheer.opnieuw}
      </Button>
    </div>
  )
}
