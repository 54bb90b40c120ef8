import { Button } from '../form/button.tsx'
import { Heading, Paragraph } from '../text/heading.tsx'

/** Replaces a page that failed to load. */
export function LoadError({
  title,
  explanation,
  retryLabel,
  retry,
}: {
  title: string
  explanation: string
  retryLabel: string
  retry: () => void
}) {
  return (
    <div role="alert">
      <Heading level={1}>{title}</Heading>
      <Paragraph>{explanation}</Paragraph>
      <Button type="button" onClick={retry}>
        {retryLabel}
      </Button>
    </div>
  )
}
