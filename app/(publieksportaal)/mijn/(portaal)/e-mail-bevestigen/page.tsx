import { ButtonLink } from '#lib/ui/form/button.tsx'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { emailadresTexts } from '#lib/ui/texts/mijn/emailadres.ts'
import { AskFirst } from '../ask-first.tsx'
import { MijnMessage } from '../mijn-message.tsx'
import { VOORKEUREN } from '../voorkeuren/paths.ts'
import { verifyEmailadresAction } from './verify-emailadres-action.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = titled((taal) => emailadresTexts[taal].bevestigen.titel)

/** The target of the link in the confirmation mail. No sign-in is needed. */
export default async function BevestigenPage({ searchParams }: Props) {
  const { code, uitkomst } = await searchParams
  const { naarVoorkeuren, bevestigen: t } = emailadresTexts[await currentTaal()]
  if (typeof code === 'string') return <AskFirst code={code} action={verifyEmailadresAction} texts={t} />
  if (uitkomst === 'gelukt') return <MijnMessage title={t.gelukt} explanation={t.geluktUitleg} />
  return (
    <MijnMessage title={t.mislukt} explanation={t.misluktUitleg}>
      <ButtonLink href={VOORKEUREN}>{naarVoorkeuren}</ButtonLink>
    </MijnMessage>
  )
}
