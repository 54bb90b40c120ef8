import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { texts } from '#lib/ui/texts/texts.ts'

/**
 * A page with one message.
 *
 * @param props.children the next step; by default a link to Mijn zaken
 */
export async function MijnMessage({
  title,
  explanation,
  children,
}: {
  title: string
  explanation: string
  children?: ReactNode
}) {
  const { bel, naarMijn } = texts(await currentTaal()).nietGevonden
  return (
    <PageMessage title={title} explanation={explanation} call={bel} phone={platformEnv().GEMEENTE_TELEFOON}>
      {children ?? <ButtonLink href="/mijn">{naarMijn}</ButtonLink>}
    </PageMessage>
  )
}
