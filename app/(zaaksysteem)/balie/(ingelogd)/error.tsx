'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <Heading level={1}>{balie.storing.titel}</Heading>
      <Paragraph>{balie.storing.uitleg}</Paragraph>
      <Button type="button" onClick={retry}>
        {balie.storing.opnieuw}
      </Button>
    </div>
  )
}
